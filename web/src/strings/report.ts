/** Brings the English texts of the clearing of the report and of the documents; imported by the components that begin them. */
import { addEnglish } from './strings.svelte';
import texts from './report.en.ftl';

addEnglish(texts);
