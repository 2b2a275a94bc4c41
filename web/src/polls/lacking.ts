/** Why a ballot cannot be cast yet, for what several kinds of poll have in common. Kinds ask it in their own files. */
import type { Ballot, PollView } from '../protocol.gen';
import type { Hint } from './kind';

/** One answer is chosen, or the voter abstains. */
export function lacksAnswer(ballot: Ballot): Hint | null {
  return ballot.abstain || ballot.choice?.length === 1 ? null : { id: 'ballot-lacks-answer' };
}

/** As many answers are chosen as the poll takes, or the voter abstains. */
export function lacksAnswers({ min, max }: PollView, { choice = [], abstain }: Ballot): Hint | null {
  if (abstain) return null;
  if (choice.length < min) return { id: 'ballot-more', values: { min } };
  return choice.length > max ? { id: 'ballot-fewer', values: { max } } : null;
}

/** The words that are written, without the empty fields. */
export const written = (ballot: Ballot): string[] => (ballot.texts ?? []).filter((text) => text.trim() !== '');
