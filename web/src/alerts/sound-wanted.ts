/** Whether the tones are wanted on this device: as somebody has said here, or as the page has it unless somebody did. */

const KEPT = 'roundtable-sound';

/** Whether they are wanted. */
export function soundWanted(unlessSaid: boolean): boolean {
  try {
    const said = localStorage.getItem(KEPT);
    return said === null ? unlessSaid : said === 'on';
  } catch {
    return unlessSaid;
  }
}

/** Keeps what somebody said. A browser that keeps nothing goes on as the page has it. */
export function wantSound(wanted: boolean): void {
  try {
    localStorage.setItem(KEPT, wanted ? 'on' : 'off');
  } catch {
    return;
  }
}
