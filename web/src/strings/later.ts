/** Brings the English texts that a delegate's page needs soon after its first page; loaded beside the components that come later. */
import texts from './en.later.ftl';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
