/** Which controls a role is shown. What it may do is the server's to say; this only keeps useless buttons off the page. */
import type { Role } from './protocol.gen';

/** Runs the room. */
export const isChair = (role: Role): boolean => role === 'chair' || role === 'organiser';
/** May ask for the floor. */
export const maySpeak = (role: Role): boolean => role === 'participant' || role === 'rapporteur';
/** May vote. */
export const mayVote = (role: Role): boolean => role === 'participant';
/** May reopen a closed room. */
export const mayReopen = (role: Role): boolean => role === 'organiser';
/** Takes the outcome home. */
export const mayDownload = (role: Role): boolean => isChair(role) || role === 'rapporteur';
