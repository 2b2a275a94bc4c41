/** Takes a card into the notes that this page has open: as a marked paragraph, with its source kept. */
import { insertPoint, type OpenNotes } from '../notes/insertPoint';
import { settles } from '../notes/settled';
import { pointKindOf, type Card } from './cards';

/** Whether it was written and saved. Where it was not, it can be tried again: what is there already is not written twice. */
export async function intoNotes({ session, parts }: OpenNotes, { id, kind, text }: Card): Promise<boolean> {
  if (!(await settles(session, ({ editable }) => editable))) return false;
  const document = session.document;
  if (!document) return false;
  insertPoint(document.fragment, parts, { kind: pointKindOf(kind), text, source: id });
  session.flush();
  // A refusal takes the document away with what was refused.
  return (await settles(session, ({ save }) => save === 'saved')) && session.document === document;
}
