/** A ballot in words, one line for each thing that it says. */
import type { Poll } from '../polls';
import type { Ballot } from '../protocol.gen';

/** What a ballot says, in the words of its poll; `abstention` is what an abstention is called. */
export function inLines(poll: Poll, ballot: Ballot, abstention: string): string[] {
  if (ballot.abstain) return [abstention];
  const { choice = [], marks = {}, places = {}, texts = [], supports = [] } = ballot;
  const item = (id: string): string => poll.options[id] ?? id;
  const step = (at: number): string => poll.scale?.[at - 1] ?? String(at);
  const inOrder = poll.option_order;
  return [
    ...choice.map((id, at) => (poll.kind === 'ranking' ? `${at + 1}. ${item(id)}` : item(id))),
    ...inOrder.filter((id) => marks[id]).map((id) => `${item(id)}: ${poll.kind === 'points' ? marks[id] : step(marks[id] ?? 0)}`),
    ...inOrder.flatMap((id) => (places[id] ? [`${item(id)}: ${poll.axes?.x} – ${step(places[id][0])}, ${poll.axes?.y} – ${step(places[id][1])}`] : [])),
    ...texts.filter((text) => text.trim() !== ''),
    ...supports.map((id) => poll.texts?.[id]?.text ?? id),
  ];
}
