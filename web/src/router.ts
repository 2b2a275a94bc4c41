/** Which page an address is. */
import type { Role } from './protocol.gen';

/** A page and what it shows. */
export type Route =
  | { page: 'home' }
  | { page: 'join'; code: string }
  | { page: 'meeting'; meeting: string; as?: Role }
  | { page: 'room'; meeting: string; room: string; as?: Role }
  | { page: 'screen'; meeting: string; room: string; as: Role }
  | { page: 'more'; area: 'o' | 'p'; meeting: string; part: string; as?: Role }
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

const ROLES: readonly Role[] = ['participant', 'chair', 'rapporteur', 'screen', 'organiser'];

/** In which of its seats the browser is to act, where the address says so: it may have several in one room. */
function roleIn(query: string): Role | undefined {
  const named = new URLSearchParams(query).get('as');
  return ROLES.find((role) => role === named);
}

/** The page of a path and its query. */
export function routeOf(path: string, query = ''): Route {
  const parts = segments(path);
  if (!parts) return NOT_FOUND;
  const [area, first, second, third] = parts;
  if (area === undefined) return { page: 'home' };
  if (area === 'j' && first && parts.length === 2) return { page: 'join', code: first };
  if (!first) return NOT_FOUND;
  const as = roleIn(query);
  if (area === 'o' || area === 'p') return { page: 'more', area, meeting: first, part: second ?? '', as };
  if (area !== 'm') return NOT_FOUND;
  if (second === undefined) return { page: 'meeting', meeting: first, as };
  if (third === undefined) return { page: 'room', meeting: first, room: second, as };
  return third === 'screen' && parts.length === 4 ? { page: 'screen', meeting: first, room: second, as: as ?? 'screen' } : NOT_FOUND;
}

const saying = (path: string, as?: Role): string => (as ? `${path}?as=${as}` : path);

/** The address of a meeting's page, for the seat of this role. */
export function meetingPath(meeting: string, as?: Role): string {
  return saying(`/m/${encodeURIComponent(meeting)}`, as);
}

/** The address of a room's page, for the seat of this role. */
export function roomPath(meeting: string, room: string, as?: Role): string {
  return saying(`${meetingPath(meeting)}/${encodeURIComponent(room)}`, as);
}

/** The address of a room's page for the projector; it means the seat of a screen unless it says another. */
export function screenPath(meeting: string, room: string, as: Role = 'screen'): string {
  return saying(`${roomPath(meeting, room)}/screen`, as === 'screen' ? undefined : as);
}

/** The path of a code's page. */
export function joinPath(code: string): string {
  return `/j/${encodeURIComponent(code)}`;
}
