/** Brings the English texts of the course of a session; imported by the components that show something of it. */
import texts from './course.en.ftl';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
