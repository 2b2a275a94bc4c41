/** A prepared poll as the poll editor takes it: as the draft that it becomes in its room. */
import { kindOf } from '../../../polls/kind';
import type { PollPaper, PollView, TranslationView } from '../../../protocol.gen';

const optionIds = (count: number): string[] => Array.from({ length: count }, (_, at) => `o${at + 1}`);
const byId = (texts: string[]): Record<string, string> => Object.fromEntries(optionIds(texts.length).map((id, at) => [id, texts[at] ?? '']));

/** The draft. */
export function asDraft(paper: PollPaper): PollView {
  const { options = [], translations = {}, ...rest } = paper;
  const seen = Object.entries(translations).map(([tag, { options: texts = [], ...others }]): [string, TranslationView] => [tag, { ...others, options: byId(texts) }]);
  const all = Math.max(1, options.length);
  const max = paper.max ?? (kindOf(paper.kind).paper.options === undefined && !paper.options ? 1 : all);
  const draft = {
    ...rest,
    options: byId(options),
    option_order: optionIds(options.length),
    min: paper.min ?? (paper.kind === 'ranking' ? max : 1),
    max,
    translations: Object.fromEntries(seen),
  };
  return draft as unknown as PollView;
}
