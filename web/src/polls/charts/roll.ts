/** The roll call of a named poll: who voted how. */
import type { Poll } from '../../polls';
import type { Ballot, RollLine } from '../../protocol.gen';
import { language, t } from '../../strings/strings.svelte';
import { ABSTAINED } from './tally';
import { optionText } from './share';

/** Voters who said the same. */
export interface RollGroup {
  id: string;
  /** Their answer. */
  text: string;
  voters: Voter[];
}

/** One of them. */
export interface Voter {
  key: string;
  name: string;
  /** Whether the ballot was entered for them. */
  entered: boolean;
}

/** A voter with the whole ballot in words. */
export interface RollRow extends Voter {
  ballot: string;
}

/** The voters under each answer that they gave, in the order of the paper; who gave several stands under each. */
export function rollByAnswer(poll: Poll): RollGroup[] {
  const lines = linesOf(poll);
  const under = (id: string, text: string, says: (line: RollLine) => boolean): RollGroup => ({
    id,
    text,
    voters: lines.filter(([, line]) => says(line)).map(voterOf),
  });
  const answers = poll.option_order.map((id) => under(id, optionText(poll, id), ({ choice }) => choice?.includes(id) ?? false));
  const abstained = under(ABSTAINED, t('result-abstained'), (line) => line.abstain === true);
  return [...answers, abstained].filter(({ voters }) => voters.length > 0);
}

/** Each voter with the ballot. */
export function rollByVoter(poll: Poll): RollRow[] {
  return linesOf(poll).map((line) => ({ ...voterOf(line), ballot: ballotText(poll, line[1]) }));
}

function linesOf(poll: Poll): [string, RollLine][] {
  const collator = new Intl.Collator(language());
  return Object.entries(poll.roll ?? {}).sort(([, one], [, other]) => collator.compare(one.voter, other.voter));
}

function voterOf([key, { voter, entered }]: [string, RollLine]): Voter {
  return { key, name: voter || t('group-unstated'), entered: entered === true };
}

/** A ballot in words. */
export function ballotText(poll: Poll, ballot: Ballot): string {
  if (ballot.abstain) return t('result-abstained');
  const ranked = (ballot.choice ?? []).map((id, at) => (poll.kind === 'ranking' ? `${at + 1}. ${optionText(poll, id)}` : optionText(poll, id)));
  const marks = inOrder(poll, ballot.marks).map(([id, mark]) => `${optionText(poll, id)}: ${mark}`);
  const places = inOrder(poll, ballot.places).map(([id, place]) => `${optionText(poll, id)}: ${place.join(' / ')}`);
  const supports = (ballot.supports ?? []).flatMap((id) => poll.texts?.[id]?.text ?? []);
  return [...ranked, ...marks, ...places, ...(ballot.texts ?? []), ...supports].join('; ');
}

function inOrder<Value>(poll: Poll, given: Record<string, Value> | undefined): [string, Value][] {
  return poll.option_order.flatMap((id): [string, Value][] => {
    const value = given?.[id];
    return value === undefined ? [] : [[id, value]];
  });
}
