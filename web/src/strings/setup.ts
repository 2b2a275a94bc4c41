/** Brings the English texts of the page on which a meeting is set up; imported by it. */
import texts from './setup.en.ftl';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
