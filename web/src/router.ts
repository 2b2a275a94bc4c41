/** Which page an address is. */

/** A page and what it shows. */
export type Route =
  | { page: 'home' }
  | { page: 'join'; code: string }
  | { page: 'meeting'; meeting: string }
  | { page: 'room'; meeting: string; room: string }
  | { page: 'screen'; meeting: string; room: string }
  | { page: 'not-found' };

const NOT_FOUND: Route = { page: 'not-found' };

/** The segments of a path, decoded; null where it cannot be decoded. */
function segments(path: string): string[] | null {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return null;
  }
}

/** The page of a path. */
export function routeOf(path: string): Route {
  const parts = segments(path);
  if (!parts) return NOT_FOUND;
  const [area, first, second, third] = parts;
  if (area === undefined) return { page: 'home' };
  if (area === 'j' && first && parts.length === 2) return { page: 'join', code: first };
  if (area !== 'm' || !first) return NOT_FOUND;
  if (second === undefined) return { page: 'meeting', meeting: first };
  if (third === undefined) return { page: 'room', meeting: first, room: second };
  return third === 'screen' && parts.length === 4 ? { page: 'screen', meeting: first, room: second } : NOT_FOUND;
}

/** The path of a meeting's page. */
export function meetingPath(meeting: string): string {
  return `/m/${encodeURIComponent(meeting)}`;
}

/** The path of a room's page. */
export function roomPath(meeting: string, room: string): string {
  return `${meetingPath(meeting)}/${encodeURIComponent(room)}`;
}

/** The path of a room's page for the projector. */
export function screenPath(meeting: string, room: string): string {
  return `${roomPath(meeting, room)}/screen`;
}

/** The path of a code's page. */
export function joinPath(code: string): string {
  return `/j/${encodeURIComponent(code)}`;
}
