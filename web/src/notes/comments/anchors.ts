/** Where a comment's passage is: Yjs relative positions, which stay with the text whatever others write before it. */
import type { Node } from 'prosemirror-model';
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

/**
 * Where the passage is now; null where its words are gone. A paragraph that is split is written anew below, and its anchors with
 * it; then the words are looked for, and found where they stand only once.
 */
export function passageOf(state: EditorState, anchor: Anchor, quote: string): Passage | null {
  return anchored(state, anchor) ?? quoted(textsOf(state.doc), quote);
}

/** Where its anchors are. */
export function anchored(state: EditorState, { start, end }: Anchor): Passage | null {
  const binding = bindingOf(state);
  if (!binding) return null;
  try {
    const [from, to] = [placeOf(binding, start), placeOf(binding, end)];
    if (from === null || to === null || from >= to || to > state.doc.content.size) return null;
    return state.doc.textBetween(from, to, ' ', ' ').trim() === '' ? null : { from, to };
  } catch {
    // The positions come from other pages; what cannot be read is a passage that cannot be found.
    return null;
  }
}

function placeOf({ doc, type, mapping }: NonNullable<Binding>, encoded: string): number | null {
  const position = Y.decodeRelativePosition(fromBase64(encoded));
  const inside = Y.createAbsolutePositionFromRelativePosition(position, doc)?.type;
  if (!inside || inside._item?.deleted) return null;
  return relativePositionToAbsolutePosition(doc, type, position, mapping);
}

/** The words of a document, block by block. */
export type Texts = readonly { text: string; at: number }[];

/** Gathered once for all passages that are looked for. */
export function textsOf(doc: Node): Texts {
  const found: { text: string; at: number }[] = [];
  doc.descendants((node, at) => {
    if (node.isTextblock) found.push({ text: node.textBetween(0, node.content.size, '', ' '), at: at + 1 });
    return !node.isTextblock;
  });
  return found;
}

/** Where the quoted words stand, if they stand only once. */
export function quoted(texts: Texts, quote: string): Passage | null {
  if (quote === '') return null;
  const found: Passage[] = [];
  for (const { text, at } of texts) {
    for (let from = text.indexOf(quote); from >= 0; from = text.indexOf(quote, from + 1)) {
      if (found.length > 0) return null;
      found.push({ from: at + from, to: at + from + quote.length });
    }
  }
  return found[0] ?? null;
}
