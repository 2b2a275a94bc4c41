/** Brings the English texts about files and data; imported by the components that begin them. */
import texts from './keeping.en.ftl';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
