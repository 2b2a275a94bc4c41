/** Brings the English texts of the pages beside the room; imported by the components that begin it. */
import texts from './en.pages.ftl';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
