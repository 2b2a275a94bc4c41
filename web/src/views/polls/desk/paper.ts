/** From what is written to the paper that goes to the server, and what it still lacks. What is as usual is left out. */
import { languageText } from '../../../languages';
import { kindOf, type Hint } from '../../../polls/kind';
import type { Axes, PollPaper, Translation, Voters, VotingRules } from '../../../protocol.gen';
import { hasEntries, optionsList, type ListName, type Written, type WrittenRules, type WrittenTranslation } from './written';

/** What the rules allow, as the server has it. */
export const OPTIONS_MIN = 2;
export const OPTIONS_MAX = 20;
export const SCALE_STEPS_MAX = 11;
export const POINTS_MAX = 1_000;
export const POLL_S_MIN = 5;
export const POLL_S_MAX = 86_400;

/** The paper. */
export function paperOf(written: Written): PollPaper {
  const { kind } = written;
  const has = kindOf(kind).paper;
  const options = optionsOf(written);
  const translations = Object.fromEntries(written.translations.map((texts) => [texts.tag, translated(written, texts)]));
  return {
    question: written.question.trim(),
    kind,
    ...(options.length > 0 ? { options } : {}),
    ...bounds(written, options.length),
    ...(has.scale && filled(written.scale).length > 0 ? { scale: filled(written.scale) } : {}),
    ...(has.axes ? { axes: trimmed(written.axes) } : {}),
    ...(has.points ? { points: written.points } : {}),
    ...(written.abstain || kind === 'yes-no' ? { abstain: true } : {}),
    ...rulesOf(written.rules),
    ...(written.language !== '' ? { language: written.language } : {}),
    ...(written.translations.length > 0 ? { translations } : {}),
  };
}

const filled = (texts: string[]): string[] => texts.map((text) => text.trim()).filter(Boolean);
const trimmed = (axes: Axes): Axes => ({ x: axes.x.trim(), y: axes.y.trim() });

function optionsOf(written: Written): string[] {
  const list = optionsList(written.kind);
  if (list === 'fixed' && written.fixedOf !== written.kind) return [];
  return list === 'steps' && areUsual(written) ? [] : filled(written[list]);
}

/** Whether the steps can be left to the kind: unchanged, and in no other words. */
function areUsual({ steps, usualSteps, translations }: Written): boolean {
  return steps.join('\n') === usualSteps.join('\n') && translations.every((texts) => texts.steps.every((step) => step.trim() === ''));
}

function bounds(written: Written, offered: number): Pick<PollPaper, 'min' | 'max'> {
  if (!kindOf(written.kind).paper.bounds) return {};
  if (hasEntries(written.kind)) return { max: written.entries[written.kind] };
  const max = written.max > 0 && written.max < offered ? written.max : undefined;
  const min = written.min > 0 ? Math.min(written.min, max ?? offered) : undefined;
  return { ...(min !== undefined ? { min } : {}), ...(max !== undefined ? { max } : {}) };
}

/** What a translation leaves out of a list stands in the words of the original; a list without any is left out. */
function inStep(written: Written, texts: WrittenTranslation, list: ListName): string[] {
  const pairs = written[list].map((original, at) => [original.trim(), (texts[list][at] ?? '').trim()] as const).filter(([original]) => original !== '');
  return pairs.some(([, text]) => text !== '') ? pairs.map(([original, text]) => text || original) : [];
}

function translated(written: Written, texts: WrittenTranslation): Translation {
  const has = kindOf(written.kind).paper;
  const options = optionsOf(written).length > 0 ? inStep(written, texts, optionsList(written.kind)) : [];
  const scale = has.scale ? inStep(written, texts, 'scale') : [];
  const axes = trimmed(texts.axes);
  return {
    question: texts.question.trim(),
    ...(options.length > 0 ? { options } : {}),
    ...(scale.length > 0 ? { scale } : {}),
    ...(has.axes && (axes.x || axes.y) ? { axes: { x: axes.x || written.axes.x.trim(), y: axes.y || written.axes.y.trim() } } : {}),
  };
}

function rulesOf(rules: WrittenRules): VotingRules {
  const secret = rules.secrecy === 'secret';
  const voters = votersOf(rules);
  return {
    ...(rules.secrecy !== 'undisclosed' ? { secrecy: rules.secrecy } : {}),
    ...(rules.per !== 'person' ? { per: rules.per } : {}),
    ...(Object.keys(voters).length > 0 ? { voters } : {}),
    ...(rules.late ? { late: true } : {}),
    ...(rules.final && !secret ? { final: true } : {}),
    ...(rules.results !== 'when-shown' ? { results: rules.results } : {}),
    ...(rules.base !== 'cast' ? { base: rules.base } : {}),
    ...(rules.quorum_percent !== null ? { quorum_percent: rules.quorum_percent } : {}),
    ...(rules.breakdown && !secret ? { breakdown: true } : {}),
    ...(rules.duration_s !== null ? { duration_s: rules.duration_s } : {}),
    ...(rules.stamp ? {} : { stamp: false }),
  };
}

function votersOf({ roles, classes, delegations }: WrittenRules): Voters {
  const participantsAlone = roles.length === 1 && roles[0] === 'participant';
  return {
    ...(participantsAlone ? {} : { roles: [...roles] }),
    ...(classes.length > 0 ? { classes: [...classes] } : {}),
    ...(delegations.length > 0 ? { delegations: [...delegations] } : {}),
  };
}

/** Why it cannot be kept yet; null where it can. What else does not hold up the server says in a sentence. */
export function lackOf(written: Written): Hint | null {
  if (written.question.trim() === '') return { id: 'desk-lacks-question' };
  return lackOfKind(written) ?? lackOfRules(written) ?? lackOfLanguages(written);
}

function lackOfKind(written: Written): Hint | null {
  const has = kindOf(written.kind).paper;
  const given = optionsOf(written).length;
  if (has.options === 'answers' && given < OPTIONS_MIN) return { id: 'desk-lacks-options' };
  if (has.options === 'items' && given === 0) return { id: 'desk-lacks-items' };
  if (has.options === 'steps' && given < OPTIONS_MIN && !areUsual(written)) return { id: 'desk-lacks-steps' };
  if (has.scale && filled(written.scale).length < OPTIONS_MIN) return { id: 'desk-lacks-steps' };
  if (has.axes && (written.axes.x.trim() === '' || written.axes.y.trim() === '')) return { id: 'desk-lacks-axes' };
  return has.points && !isWhole(written.points, POINTS_MAX) ? { id: 'desk-lacks-points' } : null;
}

/** Whether it is a whole number from 1 to this. */
function isWhole(number: number, most: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= most;
}

function lackOfRules({ kind, rules }: Written): Hint | null {
  if (kind === 'ideas' && rules.secrecy === 'secret') return { id: 'desk-lacks-secrecy' };
  if (rules.roles.length === 0) return { id: 'desk-lacks-voters' };
  if (rules.quorum_percent !== null && !isWhole(rules.quorum_percent, 100)) return { id: 'desk-lacks-quorum' };
  const seconds = rules.duration_s;
  return seconds !== null && !(seconds >= POLL_S_MIN && seconds <= POLL_S_MAX) ? { id: 'desk-lacks-time' } : null;
}

function lackOfLanguages({ language, translations }: Written): Hint | null {
  if (translations.length > 0 && language === '') return { id: 'desk-lacks-language' };
  const empty = translations.find((texts) => texts.question.trim() === '');
  return empty ? { id: 'desk-lacks-translation', values: { language: languageText(empty.tag) } } : null;
}
