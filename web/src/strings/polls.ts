/** Brings the English texts of polls and their ballots; loaded beside the polls, and imported by what cannot do without them. */
import texts from './polls.en.ftl';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
