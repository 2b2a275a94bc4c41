/** What only those need who write; it comes after the text. */
import './tools.css';

export { default as RefusedText } from './RefusedText.svelte';
export { default as Tools } from './Tools.svelte';
export { setLink, toolState } from './tools';
