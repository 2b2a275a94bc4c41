/** The board of the closing plenary as the server tells it, and what the pages make of it. */
import type { Attribution, Component, PointKind, Reach, RegionalGroup, Role, RoomState, Standing } from '../protocol.gen';

/** Who sees the board. */
export type Phase = 'preparing' | 'shown' | 'closed';

/** What a point says. */
export interface SaidPoint {
  id: string;
  room: string;
  number: number;
  kind: PointKind;
  standing?: Standing;
  component?: Component;
  reach?: Reach;
  region?: RegionalGroup;
  owner?: string;
  text: string;
}

/** A point that stands on the board. */
export interface BoardPoint extends SaidPoint {
  support: number;
  pinned?: boolean;
  folded?: SaidPoint[];
}

/** A point that is left out. */
export interface HiddenPoint extends SaidPoint {
  reason: string;
  folded?: SaidPoint[];
}

/** A theme and what the rooms say of it. */
export interface Theme {
  code: string;
  title: string;
  rooms: string[];
  points: BoardPoint[];
}

/** A room in a line. */
export interface RoomLine {
  title: string;
  state: RoomState;
  attribution: Attribution;
  rapporteurs: string[];
  messages: number;
}

/** A report that is read out. */
export interface ReadOut {
  room: string;
  title: string;
  rapporteurs: string[];
  messages: SaidPoint[];
  message: number;
  for_s: number;
  started_at?: number;
}

/** The board. */
export interface Board {
  phase: Phase;
  /** How often it was changed by whoever runs it: what a command has seen. */
  changes: number;
  supporting: boolean;
  themes: Theme[];
  rooms: Record<string, RoomLine>;
  read_out?: ReadOut;
  hidden?: HiddenPoint[];
}

/** What the server says. */
export interface Seen {
  seq: number;
  now: number;
  you: { role: Role; room?: string; supported: string[] };
  board: Board;
}

/** What may be asked of it. */
export type PlenaryCommand =
  | { do: 'phase'; phase: Phase }
  | { do: 'fold'; point: string; under: string }
  | { do: 'unfold' | 'pin' | 'unpin' | 'unhide' | 'support' | 'withdraw-support'; point: string }
  | { do: 'hide'; point: string; reason: string }
  | { do: 'read-out'; room: string; for_s?: number }
  | { do: 'message'; number: number }
  | { do: 'open-support' | 'close-support' | 'start-clock' | 'end-read-out' };

/** The files of it. */
export const MAPPING_FILES = ['mapping.csv', 'mapping.json'] as const;
/** Which kinds are shown; empty: all. */
export type KindChoice = PointKind | '';
/** In which order. */
export type Order = 'reported' | 'support';

/** The kinds that the board has, with how many points are of each, in the order in which they come. */
export function kindsOf(board: Board): { kind: PointKind; count: number }[] {
  const counts = new Map<PointKind, number>();
  for (const { kind } of board.themes.flatMap(({ points }) => points)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

/** The themes with the points of a kind; in the order of support those with most come first, but behind what is pinned. */
export function arranged(board: Board, kind: KindChoice, order: Order): Theme[] {
  const themes = board.themes.map((theme) => {
    const points = theme.points.filter((point) => kind === '' || point.kind === kind);
    const rank = (point: BoardPoint): number => (point.pinned ? Infinity : point.support);
    // The sort is stable, also between those that are pinned.
    const sorted = order === 'reported' ? points : [...points].sort((one, other) => (rank(one) === rank(other) ? 0 : rank(other) - rank(one)));
    return { ...theme, points: sorted };
  });
  return themes.filter(({ points }) => points.length > 0);
}

/** The rooms that have told nothing yet that stands on the board, of those that may: a closed session tells nothing outside. */
export function silentRooms(board: Board): string[] {
  const heard = new Set(board.themes.flatMap(({ points }) => points.flatMap((point) => [point.room, ...(point.folded ?? []).map(({ room }) => room)])));
  return Object.entries(board.rooms)
    .filter(([id, { attribution }]) => attribution !== 'closed' && !heard.has(id))
    .map(([, { title }]) => title);
}

/** The rooms that a point comes from, by their titles, each once. */
export function sourcesOf(board: Board, point: BoardPoint): string[] {
  const rooms = new Set([point.room, ...(point.folded ?? []).map(({ room }) => room)]);
  return [...rooms].map((room) => board.rooms[room]?.title ?? room);
}

/** Whether this seat may drive the read-out that goes on, or begin one. */
export function mayDrive(seen: Seen): boolean {
  const { you, board } = seen;
  return you.role === 'organiser' || (you.role === 'rapporteur' && (!board.read_out || board.read_out.room === you.room));
}

/** Whether this seat supports points. */
export const maySupport = (role: Role): boolean => role === 'participant' || role === 'chair' || role === 'rapporteur';

/** A text that stands for a point in a list of many. */
export function shortly(text: string, characters = 90): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > characters ? `${line.slice(0, characters - 1)}…` : line;
}

/** What is left of the time that a read-out has, in seconds; below zero when it is over. */
export function left_s(readOut: ReadOut, now: number): number {
  return readOut.started_at === undefined ? readOut.for_s : readOut.for_s - (now - readOut.started_at) / 1000;
}
