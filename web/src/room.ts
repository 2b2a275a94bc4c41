/** What the client knows of a room, and the one reducer that changes it: the server says what changed, this merges it. */
import type { Presence, Seq, ServerFrame, View, You } from './protocol.gen';

/** All that the server told about the room, as of one position. */
export interface RoomState {
  /** Which run of the room `seq` counts in. */
  epoch: string;
  /** The position that `view` shows. */
  seq: Seq;
  /** The reader's own seat. */
  you: You;
  /** What the reader's role may see. */
  view: View;
  /** Who is connected. */
  presence: Presence;
}

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An RFC 7396 merge patch, applied without changing the target; what the patch does not touch stays the same object. */
export function merge(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged: Json = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = merge(merged[key], value);
  }
  return merged;
}

/** The state after a frame. Frames that say nothing about the room leave it the same object. */
export function reduce(state: RoomState | null, frame: ServerFrame): RoomState | null {
  if (frame.type === 'welcome') {
    const { epoch, seq, you, view, presence } = frame;
    return { epoch, seq, you, view, presence };
  }
  if (!state) return null;
  switch (frame.type) {
    case 'resumed':
      return { ...state, you: frame.you, presence: frame.presence };
    case 'change':
      return frame.seq < state.seq ? state : { ...state, seq: frame.seq, view: merge(state.view, frame.patch) as View };
    case 'you':
      return { ...state, you: frame.you };
    case 'presence':
      return { ...state, presence: frame };
    default:
      return state;
  }
}

/** Where to resume: `E.N`. */
export function position(state: RoomState | null): string | null {
  return state && `${state.epoch}.${state.seq}`;
}
