/** How a result stands: of what its figures are, and what else has to be known to read them. */
import type { PollView } from '../../protocol.gen';
import { t } from '../../strings/strings.svelte';

/** The facts below a result, the base of its figures first. A page that tells turnout and quorum itself leaves them out. */
export function standingOf(poll: PollView, base: string, whole: boolean): string[] {
  const { ballots = poll.turnout, abstentions = 0, entered = 0 } = poll.count ?? {};
  const facts = [base];
  if (poll.state === 'open' && ballots < poll.turnout) facts.push(t('result-so-far', { counted: ballots, turnout: poll.turnout }));
  // Where abstentions have no row of their own.
  if (abstentions > 0 && poll.base === 'valid') facts.push(t('result-abstentions', { count: abstentions }));
  if (entered > 0) facts.push(t('result-entered', { count: entered }));
  return whole ? [...facts, ...attendance(poll)] : facts;
}

function attendance({ turnout, electorate, quorum, state }: PollView): string[] {
  // While people vote, the turnout stands large above.
  const told = state === 'open' ? [] : [t('result-turnout', { turnout, electorate })];
  return quorum ? [...told, t(quorum.reached ? 'result-quorum-reached' : 'result-quorum-missed', { needed: quorum.needed })] : told;
}
