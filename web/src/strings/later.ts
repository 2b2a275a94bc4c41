/** Brings the English texts of what comes after the first page; loaded beside the components that come later. */
import texts from './en.later.ftl';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
