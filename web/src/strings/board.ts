/** Brings the English texts of the board of contributions; imported by the components that begin it. */
import texts from './board.en.ftl';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
