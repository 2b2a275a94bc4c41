/** Takes a card into the notes that this page has open: as a marked paragraph, with its source kept. */
import { insertPoint, type OpenNotes } from '../notes/insertPoint';
import { pointKindOf, type Card } from './cards';

/** How long notes that were opened just now may take until they can be written. */
const READY_MS_MAX = 8_000;

/** Whether it was written. It was not where the notes take no text. */
export async function intoNotes({ session, parts }: OpenNotes, { id, kind, text }: Card): Promise<boolean> {
  if (!(await takesText(session))) return false;
  const fragment = session.document?.fragment;
  if (!fragment) return false;
  insertPoint(fragment, parts, { kind: pointKindOf(kind), text, source: id });
  session.flush();
  return true;
}

/** Waits until the notes can be written; false where they cannot in time. */
function takesText(session: OpenNotes['session']): Promise<boolean> {
  if (session.status.editable) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (ready: boolean): void => {
      clearTimeout(timer);
      unsubscribe();
      resolve(ready);
    };
    const timer = setTimeout(() => end(false), READY_MS_MAX);
    const unsubscribe = session.subscribe(() => session.status.editable && end(true));
  });
}
