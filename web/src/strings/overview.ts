/** Brings the English texts of the organiser's desk, and those of the course of a session, which it shares with the rooms. */
import './course';
import texts from './overview.en.ftl';
import { addEnglish } from './strings.svelte';

addEnglish(texts);
