/** How a result stands: of what its figures are, and what else has to be known to read them. */
import type { PollView } from '../../protocol.gen';
import { t } from '../../strings/strings.svelte';

/** The facts below a result, the base of its figures first. A page that tells turnout and quorum itself leaves them out. */
export function standingOf(poll: PollView, base: string, whole: boolean): string[] {
  const { ballots = poll.turnout, abstentions = 0, entered = 0 } = poll.count ?? {};
  const facts = [base];
  if (poll.state === 'open' && ballots < poll.turnout) facts.push(soFar(ballots, poll.turnout, whole));
  // Where abstentions have no row of their own.
  if (abstentions > 0 && poll.base === 'valid') facts.push(t('result-abstentions', { count: abstentions }));
  if (entered > 0) facts.push(t('result-entered', { count: entered }));
  return whole && poll.state !== 'open' ? [...facts, ...attendance(poll)] : facts;
}

/** How many are counted while people vote; where the turnout stands large beside it, without that. */
function soFar(counted: number, turnout: number, whole: boolean): string {
  return whole ? t('result-so-far-counted', { count: counted }) : t('result-so-far', { counted, turnout });
}

/** Turnout and quorum; while people vote the projector has a line of its own for them. */
function attendance({ turnout, electorate, quorum }: PollView): string[] {
  const told = [t('result-turnout', { turnout, electorate })];
  return quorum ? [...told, t(quorum.reached ? 'result-quorum-reached' : 'result-quorum-missed', { needed: quorum.needed })] : told;
}
