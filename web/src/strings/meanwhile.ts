/** Brings the English texts of a form that somebody else has been quicker with; imported by the component that says them. */
import texts from './meanwhile.en.ftl';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
