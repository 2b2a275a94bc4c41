/** Brings the English texts of the chair’s controls and the desk; imported by the components that begin it. */
import texts from './en.chair.ftl';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
