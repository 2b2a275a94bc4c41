/** Brings the English texts of outcome points; imported by what stands beside the notes. */
import texts from './points.en.ftl';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
