/** The pictures of the rules on what may be told outside: the same at the door, in the room's lists, on the projector and on paper. */
import type { Attribution } from './protocol.gen';

export const RULE_ICONS = { 'on-the-record': 'notes', 'chatham-house': 'unnamed', closed: 'lock' } as const satisfies Record<Attribution, string>;
