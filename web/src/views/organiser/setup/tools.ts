/** The tools that a room can go without. */
import type { Tool } from '../../../protocol.gen';

/** In the order of the room's tabs. */
export const TOOLS: readonly Tool[] = ['floor', 'polls', 'board', 'comments'];
