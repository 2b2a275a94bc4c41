/** The keys of a chair's page: which there are, which one was pressed, and whether this browser's chair wants them. */

/** What a key does. */
export type Act = 'next' | 'end' | 'pause' | 'more' | 'undo' | 'help';

/** The keys, as the help lists them. */
export const KEYS: Record<Act, string> = { next: 'N', end: 'E', pause: 'P', more: '+', undo: 'Z', help: '?' };

const ACTS: Record<string, Act> = { n: 'next', e: 'end', p: 'pause', '+': 'more', '=': 'more', z: 'undo', '?': 'help', '؟': 'help' };

const KEPT = 'roundtable-keys';

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented'>;

/** What this press asks for. A key that is held down asks once; keyboards of other scripts have the letters at the same place. */
export function actOf(press: Press): Act | undefined {
  if (press.repeat || press.ctrlKey || press.metaKey || press.altKey || press.defaultPrevented) return undefined;
  const named = ACTS[press.key.toLowerCase()];
  const foreign = !/^[\x20-\x7e]$/.test(press.key) && press.key.length === 1;
  return named ?? (foreign && press.code.startsWith('Key') ? ACTS[press.code.slice(3).toLowerCase()] : undefined);
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
