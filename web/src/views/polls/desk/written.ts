/** A poll as it is being written: every field of the editor, filled with what there is or with what is usual. */
import { kindOf } from '../../../polls/kind';
import type { Axes, Base, Class, Per, PollKind, PollView, Results, Role, Secrecy, TranslationView } from '../../../protocol.gen';

/** The texts of a poll in one language. The lists go in step with those of the original. */
export interface Texts {
  question: string;
  /** What is chosen among, or the items that are rated. */
  answers: string[];
  /** The steps of an agreement, from the lowest. */
  steps: string[];
  /** What the kind itself writes out, where it has nothing to write. */
  fixed: string[];
  /** The labels of the scale. */
  scale: string[];
  axes: Axes;
}

/** The texts in one more language. */
export interface WrittenTranslation extends Texts {
  tag: string;
}

/** Who votes, and who learns what, as the fields have it. */
export interface WrittenRules {
  secrecy: Secrecy;
  per: Per;
  roles: Role[];
  classes: Class[];
  delegations: string[];
  late: boolean;
  final: boolean;
  results: Results;
  base: Base;
  /** Percent of those entitled; none: no quorum. */
  quorum_percent: number | null;
  breakdown: boolean;
  /** Seconds; none: until the chair closes it. What was typed and is no time is not a number. */
  duration_s: number | null;
  stamp: boolean;
}

/** Everything that can be written. */
export interface Written extends Texts {
  kind: PollKind;
  /** The steps of an agreement that each reader has in their own language, as long as nobody changes them. */
  usualSteps: string[];
  /** Of which kind the fixed texts are. */
  fixedOf: PollKind | null;
  /** Fewest and most answers of a ballot; 0: as the kind has it. */
  min: number;
  max: number;
  /** How many texts of one's own, by kind. */
  entries: Record<'text' | 'ideas', number>;
  points: number;
  abstain: boolean;
  /** The tag of the language of the original; empty: not said. */
  language: string;
  translations: WrittenTranslation[];
  rules: WrittenRules;
}

/** The lists of texts that can be translated one by one. */
export type ListName = 'answers' | 'steps' | 'fixed' | 'scale';

/** What fields offer where nothing is there yet, in the reader's words. */
export interface Usual {
  steps: string[];
  axes: Axes;
}

const POINTS = 100;
const SCALE = ['1', '2', '3', '4', '5'];

/** In which list a kind has its options. */
export function optionsList(kind: PollKind): 'answers' | 'steps' | 'fixed' {
  const { options } = kindOf(kind).paper;
  if (options === undefined) return 'fixed';
  return options === 'steps' ? 'steps' : 'answers';
}

/** Whether its voters write own texts, and how many is to be said. */
export const hasEntries = (kind: PollKind): kind is 'text' | 'ideas' => kind === 'text' || kind === 'ideas';

/** A new poll. */
export function unwritten(usual: Usual): Written {
  return {
    question: '',
    kind: 'single',
    answers: ['', ''],
    steps: [...usual.steps],
    usualSteps: usual.steps,
    fixed: [],
    fixedOf: null,
    scale: [...SCALE],
    axes: { ...usual.axes },
    min: 0,
    max: 0,
    entries: { text: 1, ideas: 3 },
    points: POINTS,
    abstain: false,
    language: '',
    translations: [],
    rules: {
      secrecy: 'undisclosed',
      per: 'person',
      roles: ['participant'],
      classes: [],
      delegations: [],
      late: false,
      final: false,
      results: 'when-shown',
      base: 'cast',
      quorum_percent: null,
      breakdown: false,
      duration_s: null,
      stamp: true,
    },
  };
}

/** A poll that is there, as the fields show it. */
export function writtenOf(poll: PollView, usual: Usual): Written {
  const nothing = unwritten(usual);
  const options = poll.option_order.map((option) => poll.options[option] ?? '');
  const list = optionsList(poll.kind);
  const originals = {
    question: poll.question,
    answers: list === 'answers' ? options : nothing.answers,
    steps: list === 'steps' && options.length > 0 ? options : nothing.steps,
    fixed: list === 'fixed' ? options : [],
    scale: poll.scale?.length ? [...poll.scale] : nothing.scale,
    axes: { ...(poll.axes ?? nothing.axes) },
  };
  return {
    ...nothing,
    ...originals,
    ...boundsOf(poll, options.length),
    kind: poll.kind,
    fixedOf: list === 'fixed' ? poll.kind : null,
    entries: hasEntries(poll.kind) ? { ...nothing.entries, [poll.kind]: poll.max } : nothing.entries,
    points: poll.points ?? nothing.points,
    abstain: poll.abstain ?? false,
    language: poll.language ?? '',
    translations: Object.entries(poll.translations ?? {}).map(([tag, texts]) => translationOf(tag, texts, poll, originals)),
    rules: rulesOf(poll, nothing.rules),
  };
}

/** The bounds that differ from what the kind takes without being told. */
function boundsOf(poll: PollView, offered: number): Pick<Written, 'min' | 'max'> {
  if (!kindOf(poll.kind).paper.bounds || hasEntries(poll.kind)) return { min: 0, max: 0 };
  // A ranking whose least is not said has as many as its most.
  const least = poll.kind === 'ranking' ? poll.max : 1;
  return { min: poll.min === least ? 0 : poll.min, max: poll.max === offered ? 0 : poll.max };
}

function rulesOf(poll: PollView, usual: WrittenRules): WrittenRules {
  const secrecy = poll.secrecy ?? usual.secrecy;
  return {
    secrecy,
    per: poll.per ?? usual.per,
    roles: poll.voters?.roles?.length ? [...poll.voters.roles] : usual.roles,
    classes: [...(poll.voters?.classes ?? [])],
    delegations: [...(poll.voters?.delegations ?? [])],
    late: poll.late ?? false,
    // A secret ballot is final by itself; that is not kept where another secrecy is chosen.
    final: (poll.final ?? false) && secrecy !== 'secret',
    results: poll.results ?? usual.results,
    base: poll.base ?? usual.base,
    quorum_percent: poll.quorum_percent ?? null,
    breakdown: poll.breakdown ?? false,
    duration_s: poll.duration_s ?? null,
    stamp: poll.stamp ?? true,
  };
}

/** Empty texts for one more language. */
export function untranslated(tag: string, original: Texts): WrittenTranslation {
  const empty = (texts: string[]): string[] => texts.map(() => '');
  return {
    tag,
    question: '',
    answers: empty(original.answers),
    steps: empty(original.steps),
    fixed: empty(original.fixed),
    scale: empty(original.scale),
    axes: { x: '', y: '' },
  };
}

function translationOf(tag: string, texts: TranslationView, poll: PollView, original: Texts): WrittenTranslation {
  const options = poll.option_order.map((option) => texts.options[option] ?? '');
  return {
    ...untranslated(tag, original),
    question: texts.question,
    [optionsList(poll.kind)]: options,
    ...(texts.scale?.length ? { scale: [...texts.scale] } : {}),
    ...(texts.axes ? { axes: { ...texts.axes } } : {}),
  };
}

/** Adds an empty text to a list, in every language. */
export function addTo(written: Written, list: ListName): void {
  for (const texts of [written, ...written.translations]) texts[list] = [...texts[list], ''];
}

/** Takes a text out of a list, in every language. */
export function removeFrom(written: Written, list: ListName, index: number): void {
  for (const texts of [written, ...written.translations]) texts[list] = texts[list].filter((_, other) => other !== index);
}
