/** A word of the device to somebody who looks at something else. Only where they asked for it, and only while the page is hidden. */

/** The next takes the place of the one before. */
const TAG = 'roundtable-turn';

type Notifier = Pick<typeof Notification, 'permission' | 'requestPermission'> & (new (title: string, options?: NotificationOptions) => Notification);
type Page = Pick<Document, 'visibilityState'>;

const notifier = (): Notifier | undefined => (typeof Notification === 'undefined' ? undefined : Notification);

/** Whether there is something to ask for: the device can, and nobody has said yes or no. */
export function mayOffer(device: Pick<Notifier, 'permission'> | undefined = notifier()): boolean {
  return device?.permission === 'default';
}

/** Asks for leave; to be called on a press. */
export async function askLeave(device: Pick<Notifier, 'requestPermission'> | undefined = notifier()): Promise<void> {
  await device?.requestPermission().catch(() => undefined);
}

/** Says it, if the page is hidden and there is leave. */
export function notify(title: string, body: string, page: Page = document, device: Notifier | undefined = notifier()): void {
  if (page.visibilityState !== 'hidden' || device?.permission !== 'granted') return;
  try {
    const said = new device(title, { body, tag: TAG });
    said.onclick = () => {
      window.focus();
      said.close();
    };
  } catch {
    // Some phones let only a worker say it; the vibration has to do.
  }
}
