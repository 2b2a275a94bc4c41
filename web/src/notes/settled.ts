/** Waiting until the notes stand in some way: until they can be written, or until what was written is saved. */
import type { NotesSession } from './session';
import type { Status } from './status';

/** How long notes that were opened just now may take until they can be written, and what was written until it is saved. */
const SETTLED_MS_MAX = 8_000;

/** Waits until the notes stand so; false where they do not in time. */
export function settles(session: NotesSession, stands: (status: Status) => boolean): Promise<boolean> {
  if (stands(session.status)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (stood: boolean): void => {
      clearTimeout(timer);
      unsubscribe();
      resolve(stood);
    };
    const timer = setTimeout(() => end(false), SETTLED_MS_MAX);
    const unsubscribe = session.subscribe(() => stands(session.status) && end(true));
  });
}
