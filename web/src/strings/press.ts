/** Brings the English texts of what a delegate opens with a press; imported by the components that begin it. */
import texts from './en.press.ftl';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
