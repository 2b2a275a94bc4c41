/** The frames of the notes: y-protocols messages, read into plain values and written from them. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

const SYNC = 0;
const AWARENESS = 1;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

/** A frame that came. */
export type NotesMessage =
  | { kind: 'step-1'; stateVector: Uint8Array }
  | { kind: 'step-2'; update: Uint8Array }
  | { kind: 'update'; update: Uint8Array }
  | { kind: 'awareness'; update: Uint8Array }
  | { kind: 'unknown' };

/** An update that says nothing. */
export const EMPTY_UPDATE = new Uint8Array([0, 0]);

/** Reads a frame; what is not understood is `unknown`, never an exception. */
export function readMessage(frame: Uint8Array): NotesMessage {
  try {
    const decoder = decoding.createDecoder(frame);
    const kind = decoding.readVarUint(decoder);
    if (kind === AWARENESS) return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) };
    if (kind !== SYNC) return { kind: 'unknown' };
    const step = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (step === STEP_1) return { kind: 'step-1', stateVector: body };
    if (step === STEP_2) return { kind: 'step-2', update: body };
    return step === UPDATE ? { kind: 'update', update: body } : { kind: 'unknown' };
  } catch {
    return { kind: 'unknown' };
  }
}

function frameOf(kinds: number[], body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const kind of kinds) encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

/** Asks the server for what this state vector lacks. */
export const writeStep1 = (stateVector: Uint8Array): Uint8Array => frameOf([SYNC, STEP_1], stateVector);
/** Answers the server's step 1. */
export const writeStep2 = (update: Uint8Array): Uint8Array => frameOf([SYNC, STEP_2], update);
/** Sends a change. */
export const writeUpdate = (update: Uint8Array): Uint8Array => frameOf([SYNC, UPDATE], update);
/** Sends cursors. */
export const writeAwareness = (update: Uint8Array): Uint8Array => frameOf([AWARENESS], update);
