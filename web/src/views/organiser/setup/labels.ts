/** What the forms call the fields in which something is wrong, by their paths in the plan. */
import { t } from '../../../strings/strings.svelte';

/** Fields of the plan whose label is not called as they are. */
const OUTER: Record<string, string> = { without: 'setup-tools' };

/** Fields of a prepared poll and of a speaker. */
const INNER: Record<string, string> = {
  question: 'poll-question',
  kind: 'desk-kind',
  options: 'poll-options',
  scale: 'poll-steps',
  language: 'desk-language',
  translations: 'desk-languages',
  secrecy: 'desk-secrecy',
  per: 'desk-per',
  voters: 'desk-voters',
  results: 'desk-results',
  base: 'desk-base',
  quorum_percent: 'desk-quorum',
  duration_s: 'desk-time',
  name: 'setup-speaker-name',
  delegation: 'join-delegation',
  class: 'join-class',
  rank: 'join-rank',
};

/** Those who may have a speaking time of their own: classes, and lanes. */
const CLASSES = ['state', 'organization', 'stakeholder'];

function labelId(name: string, outer: string): string {
  if (!outer) return OUTER[name] ?? `setup-field-${name}`;
  if (outer === 'speaking_limits') return CLASSES.includes(name) ? `group-${name}` : `lane-${name}`;
  return INNER[name] ?? '';
}

/** A step of a path with its number, counted from 1 as people count: `questions[1]` is the second. */
function labelOfStep(step: string, outer: string): string {
  const name = /^[^[]*/.exec(step)?.[0] ?? '';
  const numbers = [...step.matchAll(/\[(\d+)\]/g)].map(([, at]) => `${Number(at) + 1}`);
  const id = labelId(name, outer);
  const label = name && (id && t(id) !== id ? t(id) : name);
  return [label, ...numbers].filter(Boolean).join(' ');
}

/** What the form calls a field, with the list and the item that it is in; empty for none. Within `from` only what is deeper is told. */
export function labelOf(path: string, from = ''): string {
  const steps = path.split('.');
  const outer = /^[a-z_]*/.exec(steps[0] ?? '')?.[0] ?? '';
  const labels = steps.map((step, at) => labelOfStep(step, at === 0 ? '' : outer));
  if (!from) return labels.filter(Boolean).join(' – ');
  const depth = from.split('.').length;
  const rest = (steps[depth - 1] ?? '').slice((from.split('.')[depth - 1] ?? '').length);
  return [labelOfStep(rest, outer), ...labels.slice(depth)].filter(Boolean).join(' – ');
}
