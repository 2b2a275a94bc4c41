/** What is filled in on a ballot: whether two of them say the same, and the form in which one is cast. */
import type { Ballot, Command, PollKind, PollView } from '../protocol.gen';

/** Numbers or places in the order of their items, so that equal ones read alike. */
function inOrder<Value>(map: Record<string, Value>): Record<string, Value> | undefined {
  const entries = Object.entries(map).sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

const some = <Value>(list: Value[]): Value[] | undefined => (list.length > 0 ? list : undefined);

/** The ballot as it is cast: nothing empty, nothing that was only begun, and no order where order says nothing. */
export function asCast(kind: PollKind, { choice = [], marks = {}, places = {}, texts = [], supports = [], abstain }: Ballot): Ballot {
  if (abstain) return { abstain };
  const given = Object.fromEntries(Object.entries(marks).filter(([, mark]) => mark > 0));
  const ballot: Ballot = {
    choice: some(kind === 'ranking' ? choice : [...choice].sort()),
    marks: inOrder(given),
    places: inOrder(places),
    texts: some(texts.map((text) => text.trim()).filter(Boolean)),
    supports: some([...supports].sort()),
  };
  return Object.fromEntries(Object.entries(ballot).filter(([, part]) => part !== undefined));
}

/** The ballot without support for ideas that the chair has held back meanwhile: with it, the server would refuse it. */
export function standing(poll: Pick<PollView, 'texts'>, ballot: Ballot): Ballot {
  const supports = ballot.supports?.filter((id) => poll.texts?.[id]?.passed);
  return supports?.length === ballot.supports?.length ? ballot : { ...ballot, supports };
}

/** Whether two ballots say the same. */
export function sameBallot(kind: PollKind, one: Ballot, other: Ballot): boolean {
  return JSON.stringify(asCast(kind, one)) === JSON.stringify(asCast(kind, other));
}

/** Whether nothing is filled in. */
export function isBlank(kind: PollKind, ballot: Ballot): boolean {
  return sameBallot(kind, ballot, {});
}

/** The ballot of this poll that a command casts, if that is what it does. */
export function castBy(command: Command, poll: string): Ballot | undefined {
  if (command.tool !== 'polls' || command.do !== 'cast' || command.poll !== poll) return undefined;
  const { choice, marks, places, texts, supports, abstain } = command;
  return { choice, marks, places, texts, supports, abstain };
}
