/** Brings the English texts around the organiser's pages; imported by their frame. */
import texts from './organiser.en.ftl';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
