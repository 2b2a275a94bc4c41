/** The notes as a short number: of what they say and its marks, not of how they came to be. The server computes the same (`src/room/notes/digest.rs`). */
import type { XmlElement, XmlFragment, XmlText } from 'yjs';
import { digestOf, ofList, ofMembers, ofText, type Digest } from './digest';

type Node = ReturnType<XmlFragment['toArray']>[number];
type Piece = { insert: unknown; attributes?: Record<string, unknown> };

/** Of a document's root. */
export function digestOfNotes(fragment: XmlFragment): Digest {
  return ofList(fragment.toArray().map(ofNode));
}

function ofNode(node: Node): Digest {
  return isText(node) ? ofRuns(node.toDelta() as Piece[]) : ofElement(node as XmlElement);
}

/** Without the library's classes: nothing here is to bring it along. */
function isText(node: Node): node is XmlText {
  return 'toDelta' in node;
}

function ofElement(element: XmlElement): Digest {
  return ofList([ofText(element.nodeName), ofMembers(element.getAttributes()), digestOfNotes(element)]);
}

/** Runs of letters with the same marks: where one library joins pieces and the other does not, they are still one. */
function ofRuns(pieces: Piece[]): Digest {
  const runs: { letters: string | null; marks: Digest }[] = [];
  for (const { insert, attributes } of pieces) {
    const marks = ofMarks(attributes ?? {});
    const last = runs.at(-1);
    if (typeof insert !== 'string') runs.push({ letters: null, marks });
    else if (last && last.letters !== null && last.marks === marks) last.letters += insert;
    else runs.push({ letters: insert, marks });
  }
  return ofList(runs.map(({ letters, marks }) => (letters === null ? digestOf(null) : ofList([ofText(letters), marks]))));
}

/** A mark that was taken off is none. */
function ofMarks(marks: Record<string, unknown>): Digest {
  return ofMembers(Object.fromEntries(Object.entries(marks).filter(([, value]) => value !== null)));
}
