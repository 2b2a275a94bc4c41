/** The keys of a chair's page: which there are, which one was pressed, and whether this browser's chair wants them. */

/** What a key does. */
export type Act = 'next' | 'end' | 'pause' | 'more' | 'undo' | 'help';

/** The keys, as the help lists them. */
export const KEYS: Record<Act, string> = { next: 'N', end: 'E', pause: 'P', more: '+', undo: 'Z', help: '?' };

/** The key of the polls: it opens the prepared poll that the page names as the next one. */
export const POLL_KEY = 'O';

const ACTS: Record<string, Act> = { n: 'next', e: 'end', p: 'pause', '+': 'more', '=': 'more', z: 'undo', '?': 'help', '؟': 'help' };

const KEPT = 'roundtable-keys';

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented'>;

/** What this press asks for of the floor. */
export function actOf(press: Press): Act | undefined {
  return signsOf(press).map((sign) => ACTS[sign]).find(Boolean);
}

/** Whether this press is the key of the polls. */
export const isPollKey = (press: Press): boolean => signsOf(press).includes(POLL_KEY.toLowerCase());

/** What this press may stand for. A key that is held down asks once; keyboards of other scripts have the letters at the same place. */
function signsOf(press: Press): string[] {
  if (press.repeat || press.ctrlKey || press.metaKey || press.altKey || press.defaultPrevented) return [];
  const foreign = !/^[\x20-\x7e]$/.test(press.key) && press.key.length === 1;
  const sign = press.key.toLowerCase();
  return foreign && press.code.startsWith('Key') ? [sign, press.code.slice(3).toLowerCase()] : [sign];
}

/** Whether the press belongs to something that takes text, or to a dialog above the page. */
export function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true;
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]:not([contenteditable="false"])') !== null;
}

/** Whether the keys are on. */
export function keysWanted(): boolean {
  try {
    return localStorage.getItem(KEPT) !== 'off';
  } catch {
    return true;
  }
}

/** Keeps that for this browser. A browser that keeps nothing has them on again next time. */
export function wantKeys(wanted: boolean): void {
  try {
    localStorage.setItem(KEPT, wanted ? 'on' : 'off');
  } catch {
    return;
  }
}
