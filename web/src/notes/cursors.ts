/**
 * The others' cursors: a caret in the seat's colour and its name. Styles are set through properties, never as a `style`
 * attribute in markup, which the page's content security policy forbids.
 */
import type { DecorationAttrs } from 'prosemirror-view';
import type { Awareness } from 'y-protocols/awareness';

const COLOUR = /^#[0-9a-f]{6}$/i;
const COLOURS = ['#1d5fa8', '#8a3b12', '#1f6f43', '#7b2d8b', '#8c1c3f', '#0f6a73', '#5b5b13', '#4a3fb0'] as const;
const NAME_LENGTH_MAX = 48;

/** A cursor's owner, made fit to be shown. */
export interface CursorUser {
  name: string;
  color: string;
}

/** What the server says about a seat, whichever way it spells colour; a colour of the page's own where it says none. */
export function cursorUser(user: unknown, client: number, nameless: string): CursorUser {
  const said = (typeof user === 'object' && user !== null ? user : {}) as Record<string, unknown>;
  const colour = [said['colour'], said['color']].find((value) => typeof value === 'string' && COLOUR.test(value));
  const name = typeof said['name'] === 'string' ? said['name'].trim() : '';
  return {
    name: Array.from(name || nameless).slice(0, NAME_LENGTH_MAX).join(''),
    color: typeof colour === 'string' ? colour : (COLOURS[client % COLOURS.length] ?? COLOURS[0]),
  };
}

/** Whichever of black and white is easier to read on this colour; one of them always has a contrast of 4.5 and more. */
export function inkOn(colour: string): '#000000' | '#ffffff' {
  const channels = [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = channels;
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? '#ffffff' : '#000000';
}

/** The caret with its name. */
export function cursorElement(user: CursorUser): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'notes-cursor';
  caret.style.setProperty('--cursor-colour', user.color);
  caret.style.setProperty('--cursor-ink', inkOn(user.color));
  const label = document.createElement('span');
  label.className = 'notes-cursor-name';
  label.dir = 'auto';
  label.textContent = user.name;
  // Screen readers read the notes, not who stands where in the middle of a word.
  caret.setAttribute('aria-hidden', 'true');
  // Word joiners keep the caret from making a place where a line may break.
  caret.append('\u2060', label, '\u2060');
  return caret;
}

/** The selected text. */
export function cursorSelection(user: CursorUser): DecorationAttrs {
  return { class: 'notes-cursor-selection', style: `--cursor-colour: ${user.color}` };
}

interface CursorState {
  user?: unknown;
  cursor?: unknown;
}

/** The options of the cursor plugin. The filter also puts right what it lets through, since the plugin takes `user` as it is. */
export function cursorOptions(nameless: () => string): {
  awarenessStateFilter: (own: number, client: number, state: CursorState) => boolean;
  cursorBuilder: (user: CursorUser) => HTMLElement;
  selectionBuilder: (user: CursorUser) => DecorationAttrs;
} {
  return {
    awarenessStateFilter: (own, client, state) => {
      if (own === client) return false;
      state.user = cursorUser(state.user, client, nameless());
      return true;
    },
    cursorBuilder: cursorElement,
    selectionBuilder: cursorSelection,
  };
}

/** Says whose cursor this is; the server puts the seat's true name in its place. */
export function introduce(awareness: Awareness, name: string | undefined): void {
  awareness.setLocalStateField('user', { name: name ?? '' });
}
