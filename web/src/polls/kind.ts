/** What a kind of poll is on the page: how a ballot is filled in, when it can be cast, and how its result is shown. Each kind is one
file in `kinds/`, found there by its name. */
import type { Component } from 'svelte';
import type { Poll } from '../polls';
import type { Ballot, PollKind } from '../protocol.gen';
import type { Reading } from './charts/reading';

/** What a form for a ballot is given. */
export interface BallotProps {
  poll: Poll;
  /** What is filled in so far; the form binds it. */
  ballot: Ballot;
  /** Whether nothing can be changed: it is on its way, or final. */
  locked: boolean;
}

/** What the picture of a result is given. */
export interface ChartProps {
  poll: Poll;
  /** One's own ballot, to be marked in it. */
  own?: Ballot;
  /** Whether it is shown on the projector. */
  large?: boolean;
}

/** A result as a table, for screen readers and for copying. */
export interface ResultTable {
  caption: string;
  header: string[];
  rows: string[][];
}

/** A sentence to be shown: its id among the strings, and its values. */
export interface Hint {
  id: string;
  values?: Record<string, number | string>;
}

export interface Kind {
  ballot: () => Promise<{ default: Component<BallotProps, object, 'ballot'> }>;
  chart: () => Promise<{ default: Component<ChartProps> }>;
  /** Why the ballot cannot be cast yet; null where it can. */
  lacks: (poll: Poll, ballot: Ballot) => Hint | null;
  /** What is said of its result beside the picture; loaded with it, so that the first page of polls stays small. */
  table: () => Promise<Reading>;
  /** What its paper has, for the editor: what the options are called, and the fields that it uses. */
  paper: { options?: 'answers' | 'items' | 'steps'; bounds?: boolean; scale?: boolean; axes?: boolean; points?: boolean };
}

const files = import.meta.glob<{ kind: Kind }>('./kinds/*.ts', { eager: true });

/** The kind of a poll by its name. */
export function kindOf(name: PollKind): Kind {
  const file = files[`./kinds/${name}.ts`];
  if (!file) throw new Error(`no such kind of poll: ${name}`);
  return file.kind;
}
