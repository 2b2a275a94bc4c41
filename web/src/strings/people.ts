/** Brings the English texts of the list of participants and of the day; imported by the components that begin them. */
import texts from './people.en.ftl';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
