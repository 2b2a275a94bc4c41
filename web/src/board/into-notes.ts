/** Takes a card into the notes that this page has open: as a marked paragraph, with its source kept. */
import { insertPoint, type OpenNotes } from '../notes/insertPoint';
import type { Status } from '../notes/status';
import { pointKindOf, type Card } from './cards';

/** How long notes that were opened just now may take until they can be written, and what was written until it is saved. */
const READY_MS_MAX = 8_000;

/** Whether it was written and saved. Where it was not, it can be tried again: what is there already is not written twice. */
export async function intoNotes({ session, parts }: OpenNotes, { id, kind, text }: Card): Promise<boolean> {
  if (!(await comesTo(session, ({ editable }) => editable))) return false;
  const document = session.document;
  if (!document) return false;
  insertPoint(document.fragment, parts, { kind: pointKindOf(kind), text, source: id });
  session.flush();
  // A refusal takes the document away with what was refused.
  return (await comesTo(session, ({ save }) => save === 'saved')) && session.document === document;
}

/** Waits until the notes stand so; false where they do not in time. */
function comesTo(session: OpenNotes['session'], stands: (status: Status) => boolean): Promise<boolean> {
  if (stands(session.status)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (ready: boolean): void => {
      clearTimeout(timer);
      unsubscribe();
      resolve(ready);
    };
    const timer = setTimeout(() => end(false), READY_MS_MAX);
    const unsubscribe = session.subscribe(() => stands(session.status) && end(true));
  });
}
