/** Brings the English texts of the matchmaking; imported by its pages. Those of components, levels and regions are those of points. */
import texts from './matchmaking.en.ftl';
import './points';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
