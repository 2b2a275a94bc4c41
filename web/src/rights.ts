/** Which controls a role is shown. What it may do is the server's to say; this only keeps useless buttons off the page. */
import type { PollView, Role } from './protocol.gen';

/** Runs the room. */
export const isChair = (role: Role): boolean => role === 'chair' || role === 'organiser';
/** May ask for the floor. */
export const maySpeak = (role: Role): boolean => role === 'participant' || role === 'rapporteur';
/** May vote: participants, or whom the poll names. */
export const mayVote = (role: Role, poll?: PollView): boolean => (poll?.voters?.roles ?? ['participant']).includes(role);
/** May reopen a closed room. */
export const mayReopen = (role: Role): boolean => role === 'organiser';
/** Takes the outcome home. */
export const mayDownload = (role: Role): boolean => isChair(role) || role === 'rapporteur';
