/** What every dialog of the desk is given. */
import type { Command } from '../protocol.gen';
import type { DeskRoom, RoomsDesk } from './desk.svelte';

export interface DialogProps {
  [name: string]: unknown;
  /** The rooms that are meant. */
  rooms: DeskRoom[];
  /** Whether they were chosen; else they are all that have begun. */
  chosen: boolean;
  desk: RoomsDesk;
  /** Asks it of rooms; whether all of them did it. */
  run: (rooms: string[], command: Command) => Promise<boolean>;
  onclose: () => void;
}

/** The ids of rooms. */
export const idsOf = (rooms: DeskRoom[]): string[] => rooms.map(({ id }) => id);
