/** Brings the English texts of comments on the notes; imported by the component that begins them. */
import texts from './comments.en.ftl';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
