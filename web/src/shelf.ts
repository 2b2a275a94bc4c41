/** Where a tab keeps the commands that have no answer yet, so that a reload loses none: a ballot cast in a tunnel, say. */
import type { CommandFrame } from './protocol.gen';

/** A command as it was asked. */
export interface Asked {
  frame: CommandFrame;
  /** When it was asked, by the device's clock. */
  at: number;
}

/** The unanswered commands of one seat in one room. */
export interface Shelf {
  /** What an earlier life of this tab left, oldest first. */
  read(): Asked[];
  /** Keeps these, and nothing else. */
  write(asked: Asked[]): void;
}

const KEPT = 'roundtable-asked:';
const ASKED_MAX = 50;
/** Nobody expects to be done what was asked so long ago. */
const AGE_MS_MAX = 3_600_000;

/** The shelf of a seat, for the life of the tab. */
export function shelfOf(meeting: string, room: string, seat: string): Shelf {
  const key = `${KEPT}${meeting}/${room}/${seat}`;
  return {
    read() {
      try {
        const kept = JSON.parse(sessionStorage.getItem(key) ?? '[]') as Asked[];
        return kept.filter(({ frame, at }) => typeof frame.id === 'string' && Date.now() - at < AGE_MS_MAX);
      } catch {
        return [];
      }
    },
    write(asked) {
      try {
        if (asked.length === 0) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify(asked.slice(-ASKED_MAX)));
      } catch {
        // A full or forbidden storage: then they live as long as the page.
      }
    },
  };
}
