/**
 * The keys of points and comments. A full stop with Ctrl or Cmd opens the kinds, of which a digit chooses one: browsers leave
 * that key alone, every layout has it, and digits with Ctrl or Alt are taken on many. Ctrl+Alt+M (Cmd+Option+M) comments, as in
 * other editors; AltGr, which some systems report as Ctrl+Alt, goes on writing what it writes.
 */

/** Whether the press is the key of that. */
export function isKey(event: KeyboardEvent, what: 'point' | 'comment'): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.getModifierState('AltGraph')) return false;
  if (what === 'point') return !event.altKey && (event.key === '.' || event.code === 'Period');
  return event.altKey && (event.key.toLowerCase() === 'm' || event.code === 'KeyM');
}
