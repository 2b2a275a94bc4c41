/**
 * What the server lacks of this document. Yjs puts its whole delete set into every sync step 2, known to the server or not;
 * thousands of returning readers would each send it, and each would have to be stored. So it is compared first.
 */
import * as Y from 'yjs';

type Deletions = ReturnType<typeof Y.decodeUpdate>['ds'];

/** The deletions that an update of the server tells. */
export function deletionsOf(update: Uint8Array): Deletions {
  return Y.decodeUpdate(update).ds;
}

/** The update that brings the server up to this document, or null if it has everything. */
export function lacking(doc: Y.Doc, stateVector: Uint8Array, known: Deletions | null): Uint8Array | null {
  const update = Y.encodeStateAsUpdate(doc, stateVector);
  const { structs, ds } = Y.decodeUpdate(update);
  return structs.length === 0 && covers(known, ds) ? null : update;
}

function covers(known: Deletions | null, wanted: Deletions): boolean {
  for (const [client, ranges] of wanted.clients) {
    const there = merged(known?.clients.get(client) ?? []);
    for (const { clock, len } of merged(ranges)) {
      if (!there.some((range) => range.clock <= clock && clock + len <= range.clock + range.len)) return false;
    }
  }
  return true;
}

/** Sorted ranges without gaps between neighbours: two replicas may have cut the same deletions differently. */
function merged(ranges: readonly { clock: number; len: number }[]): { clock: number; len: number }[] {
  const result: { clock: number; len: number }[] = [];
  for (const range of [...ranges].sort((left, right) => left.clock - right.clock)) {
    const last = result.at(-1);
    if (last && range.clock <= last.clock + last.len) {
      last.len = Math.max(last.len, range.clock + range.len - last.clock);
    } else {
      result.push({ clock: range.clock, len: range.len });
    }
  }
  return result;
}
