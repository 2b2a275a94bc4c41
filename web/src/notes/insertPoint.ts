/** Writes an outcome point into the notes from outside the editor: a paragraph with its mark and where it came from. */
import type { applyUpdate, Doc, XmlElement, XmlFragment, XmlText } from 'yjs';
import type { PointKind } from '../protocol.gen';
import type { NotesSession } from './session';

/** What the text of the notes is made of; it comes with the editor, and is handed on so that nothing else has to fetch it. */
export interface Parts {
  XmlElement: typeof XmlElement;
  XmlText: typeof XmlText;
  Doc: typeof Doc;
  applyUpdate: typeof applyUpdate;
}

/** Notes that are open on the page. */
export interface OpenNotes {
  session: NotesSession;
  parts: Parts;
}

/** A point to be written. */
export interface NewPoint {
  kind: PointKind;
  text: string;
  /** The card that it comes from. */
  source: string;
}

/**
 * Stems of words by which a heading says that such points belong below it, in the official languages: what the template and
 * most rapporteurs write. A kind without a heading of its own goes to the end.
 */
const HEADINGS: Record<PointKind, RegExp> = {
  'key-issue': /key issue|enjeu|cuesti[oó]n|القضايا|ключев|关键/i,
  need: /\bneed|besoin|necesidad|احتياج|потребност|需求|需要/i,
  gap: /\bgap|lacune|brecha|فجو|ثغر|пробел|差距|不足/i,
  initiative: /initiative|iniciativa|مبادر|инициатив|倡议|举措/i,
  'good-practice': /good practice|bonnes? pratique|buenas? pr[aá]ctica|ممارس|передов|практик|良好做法/i,
  barrier: /barrier|obstacle|obst[aá]culo|عوائق|عقبات|препятстви|барьер|障碍/i,
  recommendation: /recommendation|proposal|recommandation|recomendaci|propuesta|توصي|مقترح|рекомендац|предложен|建议/i,
  'next-step': /next step|prochaine|pr[oó]ximos|الخطوات|следующ|下一步/i,
  'open-question': /open question|question.* ouverte|pregunta|أسئلة|вопрос|问题/i,
  'plenary-message': /message|mensaje|رسائل|послан|信息/i,
};

/** Whether a point of this source stands in the notes already. */
export function holdsSource(fragment: XmlFragment, source: string): boolean {
  return fragment.toArray().some((child) => isElement(child) && (child.getAttribute('source') === source || holdsSource(child, source)));
}

/** Writes the point under the heading that speaks of its kind, or at the end; null where one of the same source is there already. */
export function insertPoint(fragment: XmlFragment, parts: Parts, point: NewPoint): XmlElement | null {
  if (holdsSource(fragment, point.source)) return null;
  const paragraph = paragraphOf(parts, point);
  const write = (): void => fragment.insert(placeOf(fragment, point.kind), [paragraph]);
  if (fragment.doc) fragment.doc.transact(write);
  else write();
  return paragraph;
}

/**
 * Two people may write the same point before either hears of the other. Each looks for a while whether that happened, and the
 * paragraph with the greater id goes: both come to the same, whoever hears first.
 */
export function yieldToTwin(fragment: XmlFragment, own: XmlElement, source: string, for_ms: number): void {
  const look = (): void => {
    const at = fragment.toArray().indexOf(own);
    const twins = fragment.toArray().filter((block): block is XmlElement => isElement(block) && block !== own && block.getAttribute('source') === source);
    if (at < 0 || !twins.some((twin) => isBefore(twin, own))) return;
    end();
    fragment.delete(at, 1);
  };
  const end = (): void => {
    clearTimeout(timer);
    fragment.unobserve(look);
  };
  const timer = setTimeout(end, for_ms);
  fragment.observe(look);
  look();
}

/** Whether the one has the lesser id in the shared document. */
function isBefore({ _item: one }: XmlElement, { _item: other }: XmlElement): boolean {
  if (!one || !other) return false;
  return one.id.client - other.id.client < 0 || (one.id.client === other.id.client && one.id.clock < other.id.clock);
}

function paragraphOf({ XmlElement, XmlText }: Parts, { kind, text, source }: NewPoint): XmlElement {
  const paragraph = new XmlElement('paragraph');
  paragraph.setAttribute('point', kind);
  paragraph.setAttribute('source', source);
  paragraph.insert(0, [new XmlText(text.replace(/\s+/g, ' ').trim())]);
  return paragraph;
}

/** Behind the last thing that is written in the section; what is empty after it stays where it is. */
function placeOf(fragment: XmlFragment, kind: PointKind): number {
  const blocks = fragment.toArray();
  const heading = blocks.findIndex((block) => isHeading(block) && HEADINGS[kind].test(textOf(block)));
  const rest = heading < 0 ? -1 : blocks.slice(heading + 1).findIndex((block) => isHeading(block) && levelOf(block) <= levelOf(blocks[heading]));
  let end = rest < 0 ? blocks.length : heading + 1 + rest;
  while (end > heading + 1 && isEmpty(blocks[end - 1])) end -= 1;
  return end;
}

type Block = ReturnType<XmlFragment['toArray']>[number];

/** Told by its name, as the classes come with the editor. */
const isElement = (block: Block | undefined): block is XmlElement => block !== undefined && 'nodeName' in block;
const isHeading = (block: Block): boolean => isElement(block) && block.nodeName === 'heading';
const levelOf = (block: Block | undefined): number => (isElement(block) ? Number(block.getAttribute('level') ?? 1) : 1);
const isEmpty = (block: Block | undefined): boolean => isElement(block) && block.nodeName === 'paragraph' && textOf(block).trim() === '';

/** The words of one block. */
function textOf(block: Block): string {
  if (!isElement(block)) return '';
  return block
    .toArray()
    .map((part) => (isElement(part) ? '' : part.toJSON()))
    .join('');
}
