/** Takes a card into the notes that this page has open: as a marked paragraph, with its source kept. */
import { insertPoint, yieldToTwin, type OpenNotes } from '../notes/insertPoint';
import { settles } from '../notes/settled';
import { pointKindOf, type Card } from './cards';

/** How long after this page another one may have written the same without having heard of it. */
const TWIN_MS_MAX = 10_000;

/** Whether it was written and saved. Where it was not, it can be tried again: what is there already is not written twice. */
export async function intoNotes({ session, parts }: OpenNotes, { id, kind, text }: Card): Promise<boolean> {
  if (!(await settles(session, ({ editable }) => editable))) return false;
  const document = session.document;
  if (!document) return false;
  const written = insertPoint(document.fragment, parts, { kind: pointKindOf(kind), text, source: id });
  if (written) yieldToTwin(document.fragment, written, id, TWIN_MS_MAX);
  session.flush();
  // A refusal takes the document away with what was refused.
  return (await settles(session, ({ save }) => save === 'saved')) && session.document === document;
}
