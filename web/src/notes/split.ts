/**
 * Cuts an update that is too large for one message into several that are not. Each of them stands on what came before it, and
 * after each the document is whole: a list that had to wait for its items would be tidied away by the other editors.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** Bytes of one update; the server takes 256 KiB. */
export const UPDATE_BYTES_MAX = 250_000;
/** New pieces of a document in one update; the server takes 16,384. */
const STRUCTS_MAX = 16_000;
/** Nothing smaller can hold so many. */
const SMALL_BYTES = 32 * 1024;
/** Units of text that stay together; 50 kB at most. */
const TEXT_LENGTH_MAX = 16 * 1024;
/** Deletions that go together; 100 kB at most. */
const DELETIONS_MAX = 8_000;

const CONTAINERS = new Set(['bullet_list', 'ordered_list', 'list_item', 'blockquote']);

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];
type Deletions = ReturnType<typeof Y.decodeUpdate>['ds'];
type Written = { client: number; clock: number; bytes: Uint8Array };

/** The update in as many parts as it takes, in the order in which they are to be sent; null if it cannot be cut. */
export function parts(doc: Y.Doc, update: Uint8Array, bytesMax = UPDATE_BYTES_MAX): Uint8Array[] | null {
  if (update.length <= Math.min(SMALL_BYTES, bytesMax)) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  if (update.length <= bytesMax && structs.length <= STRUCTS_MAX) return [update];
  const ordered = inOrder(structs.flatMap(cutText));
  const packed = ordered && pack(doc, ordered, bytesMax);
  return packed && [...packed.map(writeStructs), ...writeDeletions(ds)];
}

/** Long text in pieces, as if it had been typed with pauses; never between the halves of one character. */
function cutText(struct: Struct): Struct[] {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return [struct];
  const pieces: Struct[] = [];
  const text = struct.content.str;
  const { id, parent, parentSub, rightOrigin } = struct;
  for (let from = 0, to; from < text.length; from = to) {
    to = Math.min(text.length, from + TEXT_LENGTH_MAX);
    if (to < text.length && /[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to -= 1;
    const at = Y.createID(id.client, id.clock + from);
    const origin = from === 0 ? struct.origin : Y.createID(id.client, at.clock - 1);
    pieces.push(new Y.Item(at, null, origin, null, rightOrigin, parent, parentSub, new Y.ContentString(text.slice(from, to))));
  }
  return pieces;
}

/** Every struct behind those that it refers to; null where that cannot be. */
function inOrder(structs: Struct[]): Struct[] | null {
  const queues = new Map(byClient(structs.map((struct) => ({ client: struct.id.client, struct }))).map(([client, all]) => [client, { all, next: 0 }]));
  const isThere = (id: unknown): boolean => {
    const queue = id instanceof Y.ID ? queues.get(id.client) : undefined;
    const next = queue?.all[queue.next]?.struct;
    return next === undefined || !(id instanceof Y.ID) || id.clock < next.id.clock;
  };
  const ordered: Struct[] = [];
  for (let before = -1; before < ordered.length; ) {
    before = ordered.length;
    for (const queue of queues.values()) {
      for (let one = queue.all[queue.next]; one && isReady(one.struct, isThere); one = queue.all[queue.next]) {
        ordered.push(one.struct);
        queue.next += 1;
      }
    }
  }
  return ordered.length === structs.length ? ordered : null;
}

function isReady(struct: Struct, isThere: (id: unknown) => boolean): boolean {
  if (!(struct instanceof Y.Item)) return struct instanceof Y.GC;
  return isThere(struct.origin) && isThere(struct.rightOrigin) && isThere(struct.parent);
}

/** As many structs together as fit, cut only where the document is whole; null where it cannot be cut. */
function pack(doc: Y.Doc, structs: Struct[], bytesMax: number): Written[][] | null {
  const packed: Written[][] = [];
  const waiting = new Set<object>();
  let open: Written[] = [];
  let bytes = HEAD_BYTES;
  let whole = { count: 0, bytes: HEAD_BYTES };
  for (const struct of structs) {
    const written = write(struct);
    const size = written.bytes.length + HEAD_BYTES;
    if (bytes + size > bytesMax || open.length >= STRUCTS_MAX) {
      packed.push(open.slice(0, whole.count));
      open = open.slice(whole.count);
      bytes -= whole.bytes - HEAD_BYTES;
      if (whole.count === 0 || bytes + size > bytesMax) return null;
      whole = { count: 0, bytes: HEAD_BYTES };
    }
    open.push(written);
    bytes += size;
    follow(doc, struct, waiting);
    if (waiting.size === 0) whole = { count: open.length, bytes };
  }
  return [...packed, open];
}

/** The most that one struct adds to the heads of an update: a client, a clock and counts. */
const HEAD_BYTES = 20;

/** Keeps account of the containers that wait for their first content. */
function follow(doc: Y.Doc, { id }: Struct, waiting: Set<object>): void {
  const item = Y.getItem(doc.store, id);
  if (!(item instanceof Y.Item)) return;
  if (item.parent instanceof Y.XmlElement && item.parentSub === null && !item.deleted) waiting.delete(item.parent);
  if (!(item.content instanceof Y.ContentType)) return;
  const { type } = item.content;
  if (type instanceof Y.XmlElement && CONTAINERS.has(type.nodeName) && type.length > 0) waiting.add(type);
}

function write(struct: Struct): Written {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  return { ...struct.id, bytes: encoding.toUint8Array(encoder.restEncoder) };
}

function writeStructs(structs: Written[]): Uint8Array {
  return encoding.encode((encoder) => {
    const sections = byClient(structs);
    encoding.writeVarUint(encoder, sections.length);
    for (const [client, section] of sections) {
      encoding.writeVarUint(encoder, section.length);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, section[0]?.clock ?? 0);
      for (const { bytes } of section) encoding.writeUint8Array(encoder, bytes);
    }
    encoding.writeVarUint(encoder, 0);
  });
}

/** What was deleted, after everything that it may be about. */
function writeDeletions(ds: Deletions): Uint8Array[] {
  const ranges = [...ds.clients].flatMap(([client, deleted]) => deleted.map(({ clock, len }) => ({ client, clock, len })));
  const updates: Uint8Array[] = [];
  for (let from = 0; from < ranges.length; from += DELETIONS_MAX) updates.push(writeRanges(ranges.slice(from, from + DELETIONS_MAX)));
  return updates;
}

function writeRanges(ranges: { client: number; clock: number; len: number }[]): Uint8Array {
  return encoding.encode((encoder) => {
    const sections = byClient(ranges);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, sections.length);
    for (const [client, section] of sections) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, section.length);
      for (const { clock, len } of section) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, len);
      }
    }
  });
}

/** What belongs to each client, in the order in which Yjs writes them. */
function byClient<T extends { client: number }>(all: T[]): [number, T[]][] {
  const sections = new Map<number, T[]>();
  for (const one of all) {
    const section = sections.get(one.client);
    if (section) section.push(one);
    else sections.set(one.client, [one]);
  }
  return [...sections].sort(([one], [other]) => other - one);
}
