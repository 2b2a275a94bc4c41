/** Brings the English texts of the closing plenary's board, and those of points that it needs; imported by its pages. */
import texts from './plenary.en.ftl';
import './points';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
