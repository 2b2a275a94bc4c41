/**
 * What is typed in the forms of a room and was not sent yet. A form goes away for many reasons: a key, a press elsewhere, a tablet that
 * is turned, something that another person does. So its text is kept apart from it, under the place that it is for, and is there
 * again when a form for that place opens; a reload of the tab keeps it too. Only what was done is forgotten.
 */
import type { KnownSession } from './session.svelte';

const KEPT = 'roundtable-typed:';
const shelves = new WeakMap<KnownSession, Shelf>();

/** The texts of one seat in one room. */
class Shelf {
  private readonly texts: Map<string, string>;

  constructor(private readonly key: string) {
    this.texts = new Map(readFrom(key));
  }

  get(place: string): string | undefined {
    return this.texts.get(place);
  }

  set(place: string, text: string | undefined): void {
    if (text === undefined) this.texts.delete(place);
    else this.texts.set(place, text);
    try {
      sessionStorage.setItem(this.key, JSON.stringify([...this.texts]));
    } catch {
      // A full or forbidden storage: then they live as long as the page.
    }
  }
}

function readFrom(key: string): [string, string][] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as [string, string][];
  } catch {
    return [];
  }
}

function shelfOf(session: KnownSession): Shelf {
  const { meetingId, roomId, room } = session;
  const shelf = shelves.get(session) ?? new Shelf(`${KEPT}${meetingId}/${roomId}/${room.you.seat}`);
  shelves.set(session, shelf);
  return shelf;
}

/** Places whose text is something that somebody said: a card, a comment, an answer, a remark. */
const SAID = /^(card:[^:]+|comment|reply:[^:]+|remark:.+|word:.+)$/;

/** What was typed in a room, by whatever seat of this tab, and was not sent: for those who are in that room no more. */
export function unsentIn(meetingId: string, roomId: string): string[] {
  const rooms = Object.keys(sessionStorage).filter((key) => key.startsWith(`${KEPT}${meetingId}/${roomId}/`));
  return rooms.flatMap(readFrom).flatMap(([place, text]) => (SAID.test(place) && text.trim() ? [text] : []));
}

/** The text of one place: `reply:m3`, `remark:2:5`. A field is bound to its `text`. */
export class Typed {
  private now = $state.raw('');
  private readonly shelf: Shelf;

  constructor(
    session: KnownSession,
    private readonly place: string,
    /** What stands in the field before anything is typed. */
    private readonly first = '',
  ) {
    this.shelf = shelfOf(session);
    this.now = this.shelf.get(place) ?? first;
  }

  get text(): string {
    return this.now;
  }

  set text(text: string) {
    this.now = text;
    this.shelf.set(this.place, text === this.first ? undefined : text);
  }

  /** Whether there is something that was not sent. */
  get unsent(): boolean {
    return this.now !== this.first;
  }

  /**
   * Sends it. While it waits for its answer it is kept with the command, so that it is never sent twice; where it is refused it is
   * kept here again, also if its form has gone meanwhile. Whether it was done.
   */
  async send(ask: (text: string) => Promise<unknown>): Promise<boolean> {
    const { now } = this;
    this.shelf.set(this.place, undefined);
    const done = Boolean(await ask(now.trim()));
    if (done && this.now === now) this.now = this.first;
    else if (!done && this.shelf.get(this.place) === undefined) this.shelf.set(this.place, now);
    return done;
  }

  /** It is not wanted any more. */
  forget(): void {
    this.text = this.first;
  }
}
