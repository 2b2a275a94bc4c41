/** A word of the device to somebody who looks at something else. Only where they asked for it, and only while the page is hidden. */

/** The next takes the place of the one before. */
const TAG = 'roundtable-turn';

type Notifier = Pick<typeof Notification, 'permission' | 'requestPermission'> & (new (title: string, options?: NotificationOptions) => Notification);
type Worker = Pick<ServiceWorkerRegistration, 'active' | 'showNotification'>;

const notifier = (): Notifier | undefined => (typeof Notification === 'undefined' ? undefined : Notification);

/** The worker through which most phones say it; none where the browser has no workers. */
async function worker(): Promise<Worker | undefined> {
  return navigator.serviceWorker?.register(new URL('./notification-worker.js', import.meta.url));
}

/** Whether there is something to ask for: the device can, and nobody has said yes or no. */
export function mayOffer(device: Pick<Notifier, 'permission'> | undefined = notifier()): boolean {
  return device?.permission === 'default';
}

/** Asks for leave; to be called on a press. With it, the worker is made ready. */
export async function askLeave(device: Pick<Notifier, 'requestPermission'> | undefined = notifier(), ready = worker): Promise<void> {
  const answer = await device?.requestPermission().catch(() => undefined);
  if (answer === 'granted') await ready().catch(() => undefined);
}

/** Where a notification is said; the tests have their own. */
export interface Place {
  page: Pick<Document, 'visibilityState'>;
  device: Notifier | undefined;
  worker: () => Promise<Worker | undefined>;
}

/** Says it, if the page is hidden and there is leave: through the worker, or where there is none by the page itself. */
export async function notify(title: string, body: string, place: Place = { page: document, device: notifier(), worker }): Promise<void> {
  const { page, device } = place;
  if (page.visibilityState !== 'hidden' || device?.permission !== 'granted') return;
  const options = { body, tag: TAG, data: globalThis.location?.href };
  const found = await place.worker().catch(() => undefined);
  try {
    if (found?.active) await found.showNotification(title, options);
    else sayHere(new device(title, options));
  } catch {
    // Some phones let only a worker say it, and it is not ready yet; the vibration has to do.
  }
}

function sayHere(said: Notification): void {
  said.onclick = () => {
    window.focus();
    said.close();
  };
}
