/** Brings the English texts of results; imported by the component that begins them. */
import texts from './results.en.ftl';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
