/** How the notes stood at a moment, read from a Yjs document with who wrote each piece of text. */
import type { Attrs } from 'prosemirror-model';
import * as Y from 'yjs';

/** A node of then: ProseMirror's JSON, and for text its author. */
export interface PastNode {
  type: string;
  attrs?: Attrs;
  content?: PastNode[];
  text?: string;
  marks?: { type: string; attrs?: Attrs }[];
  /** The author's id; only where the room is on the record. */
  author?: string;
}

/** Author ids by the client ids of the document. */
export type Writers = Readonly<Record<string, string>>;

/** The notes behind an update that holds the whole document. */
export function pastNotes(update: Uint8Array, writers: Writers = {}): PastNode[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  const notes = childrenOf(doc.getXmlFragment('notes'), writers);
  doc.destroy();
  return notes;
}

function childrenOf(parent: Y.XmlFragment, writers: Writers): PastNode[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return textOf(child, writers);
    return child instanceof Y.XmlElement ? [elementOf(child, writers)] : [];
  });
}

function elementOf(element: Y.XmlElement, writers: Writers): PastNode {
  const content = childrenOf(element, writers);
  return { type: element.nodeName, attrs: element.getAttributes() as Attrs, ...(content.length > 0 && { content }) };
}

/** Text in pieces of one author and one look each. */
function textOf(text: Y.XmlText, writers: Writers): PastNode[] {
  const pieces: PastNode[] = [];
  const look = new Map<string, Attrs>();
  for (let item = text._start; item; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content as { key: string; value: unknown };
      if (value === null) look.delete(key);
      else look.set(key, typeof value === 'object' ? (value as Attrs) : {});
    } else if (item.content instanceof Y.ContentString) {
      add(pieces, item.content.str, look, writers[item.id.client]);
    }
  }
  return pieces;
}

function add(pieces: PastNode[], text: string, look: ReadonlyMap<string, Attrs>, author: string | undefined): void {
  const marks = [...look].map(([type, attrs]) => ({ type, attrs }));
  const last = pieces.at(-1);
  if (last && last.author === author && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text = `${last.text ?? ''}${text}`;
  else pieces.push({ type: 'text', text, ...(marks.length > 0 && { marks }), ...(author !== undefined && { author }) });
}

/** The authors of the notes, in the order in which they are met. */
export function authorsOf(notes: readonly PastNode[]): string[] {
  const met = new Set<string>();
  const visit = (node: PastNode): void => {
    if (node.author !== undefined) met.add(node.author);
    node.content?.forEach(visit);
  };
  notes.forEach(visit);
  return [...met];
}
