/** Brings the English texts of the notes' history; imported by the component that begins it. */
import texts from './history.en.ftl';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
