/** What stands beside the text of the notes; it comes after the text. */
import './beside.css';

export { default as Aside } from './Aside.svelte';
export { Beside } from './beside.svelte';
export { default as Ways } from './Ways.svelte';
