/** Brings the English texts of the notes editor, which comes after the first page. */
import { addEnglish } from './strings.svelte';
import texts from './notes.en.ftl';

addEnglish(texts);
