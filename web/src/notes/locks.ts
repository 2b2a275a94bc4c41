/** Which tab has which copy on this device: a lock is free again when its tab is gone, however it went. */

/** What a tab may take for itself. */
export interface Locks {
  /** Takes the lock if no tab has it; the answer is how to give it back, or null. */
  take(name: string): Promise<(() => void) | null>;
}

/** A page that is loaded anew may meet the locks of the page it was, for a moment. */
const PATIENCE_MS = 200;

/** The browser's locks; null where it has none, as on origins that are not secure. */
export function browserLocks(): Locks | null {
  const manager = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (!manager) return null;
  return {
    async take(name) {
      const taken = await tryToTake(manager, name);
      if (taken) return taken;
      await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
      return tryToTake(manager, name);
    },
  };
}

function tryToTake(manager: LockManager, name: string): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    manager
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock) return new Promise<void>((release) => resolve(release));
        resolve(null);
        return undefined;
      })
      .catch(() => resolve(null));
  });
}
