/** Where a comment's passage is: Yjs relative positions, which stay with the text whatever others write before it. */
import type { EditorState } from 'prosemirror-state';
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import type { Anchor } from '../../protocol.gen';
import { fromBase64, toBase64 } from '../base64';

/** Characters of the passage that a comment quotes. */
export const QUOTE_CHARACTERS_MAX = 300;

/** A passage in a state of the editor. */
export interface Passage {
  from: number;
  to: number;
}

type Binding = { doc: Y.Doc; type: Y.XmlFragment; mapping: Parameters<typeof absolutePositionToRelativePosition>[2] } | null;

function bindingOf(state: EditorState): Binding {
  return (ySyncPluginKey.getState(state) as { binding: Binding } | undefined)?.binding ?? null;
}

/** The selected passage with its words; null where nothing with words is selected. */
export function anchorOf(state: EditorState): { anchor: Anchor; quote: string } | null {
  const binding = bindingOf(state);
  const { from, to } = state.selection;
  const words = state.doc.textBetween(from, to, ' ', ' ').replace(/[\p{Cc}\s]+/gu, ' ').trim();
  if (!binding || words === '') return null;
  const encoded = (at: number): string => toBase64(Y.encodeRelativePosition(absolutePositionToRelativePosition(at, binding.type, binding.mapping) as Y.RelativePosition));
  return { anchor: { start: encoded(from), end: encoded(to) }, quote: [...words].slice(0, QUOTE_CHARACTERS_MAX).join('') };
}

/** Where the passage is now; null where its words are gone, or the anchor is none. */
export function passageOf(state: EditorState, { start, end }: Anchor): Passage | null {
  const binding = bindingOf(state);
  if (!binding) return null;
  try {
    const place = (encoded: string): number | null =>
      relativePositionToAbsolutePosition(binding.doc, binding.type, Y.decodeRelativePosition(fromBase64(encoded)), binding.mapping);
    const [from, to] = [place(start), place(end)];
    if (from === null || to === null || from >= to || to > state.doc.content.size) return null;
    return state.doc.textBetween(from, to, ' ', ' ').trim() === '' ? null : { from, to };
  } catch {
    // The positions come from other pages; what cannot be read is a passage that cannot be found.
    return null;
  }
}
