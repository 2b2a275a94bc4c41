/** The classes and ranks that the forms offer, in the order of protocol. */
import type { Class, Rank } from '../../protocol.gen';

/** For whom a delegation speaks. */
export const CLASSES: Class[] = ['state', 'organization', 'stakeholder'];
/** As what a person speaks. */
export const RANKS: Rank[] = ['minister', 'vice-minister', 'ambassador', 'delegate', 'expert'];
