/**
 * The form of the notes: exactly the nodes and marks that the server takes. Containers ask only for "at least one block", so
 * that whatever two honest editors do at once still fits: the binding deletes what does not fit.
 */
import { Schema, type DOMOutputSpec, type MarkSpec, type NodeSpec } from 'prosemirror-model';
import { pointAttributes, pointFromDom, pointToDom } from './points/point';

const HREF_LENGTH_MAX = 2000;
const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** The address in the form in which it may be stored, or null if it is none that a reader may be sent to. */
export function safeHref(written: string | null | undefined): string | null {
  const trimmed = (written ?? '').trim();
  if (trimmed === '' || trimmed.length > HREF_LENGTH_MAX) return null;
  try {
    const address = new URL(trimmed);
    return SAFE_SCHEMES.has(address.protocol) ? address.href : null;
  } catch {
    return null;
  }
}

function levelOf(tag: string): number {
  return Math.min(Number(tag.slice(1)), 3);
}

function headingRule(tag: string) {
  return { tag, attrs: { level: levelOf(tag) } };
}

const nodes: Record<string, NodeSpec> = {
  doc: { content: 'block+' },
  paragraph: {
    attrs: pointAttributes,
    content: 'inline*',
    group: 'block',
    parseDOM: [{ tag: 'p', getAttrs: pointFromDom }],
    toDOM: (node): DOMOutputSpec => ['p', pointToDom(node.attrs), 0],
  },
  heading: {
    attrs: { level: { default: 1, validate: 'number' } },
    content: 'inline*',
    group: 'block',
    defining: true,
    parseDOM: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(headingRule),
    toDOM: (node): DOMOutputSpec => [`h${levelShown(node.attrs['level'])}`, 0],
  },
  bullet_list: {
    content: 'list_item+',
    group: 'block',
    parseDOM: [{ tag: 'ul' }],
    toDOM: (): DOMOutputSpec => ['ul', { dir: 'auto' }, 0],
  },
  ordered_list: {
    attrs: { order: { default: 1, validate: 'number' } },
    content: 'list_item+',
    group: 'block',
    parseDOM: [{ tag: 'ol', getAttrs: (dom) => ({ order: startOf(dom) }) }],
    toDOM: (node): DOMOutputSpec => {
      const order = Number(node.attrs['order']);
      return ['ol', order === 1 ? { dir: 'auto' } : { dir: 'auto', start: order }, 0];
    },
  },
  list_item: { content: 'block+', defining: true, parseDOM: [{ tag: 'li' }], toDOM: (): DOMOutputSpec => ['li', 0] },
  blockquote: {
    content: 'block+',
    group: 'block',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: (): DOMOutputSpec => ['blockquote', { dir: 'auto' }, 0],
  },
  horizontal_rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: (): DOMOutputSpec => ['hr'] },
  text: { group: 'inline' },
  hard_break: {
    group: 'inline',
    inline: true,
    selectable: false,
    parseDOM: [{ tag: 'br' }],
    toDOM: (): DOMOutputSpec => ['br'],
    leafText: () => '\n',
  },
};

/** A level out of range, of another client, is shown as the nearest one. */
function levelShown(level: unknown): number {
  return Math.min(Math.max(Math.trunc(Number(level)) || 1, 1), 3);
}

function startOf(dom: HTMLElement): number {
  const start = Number(dom.getAttribute('start') ?? '1');
  return Number.isInteger(start) && start >= 1 && start <= 9999 ? start : 1;
}

const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { href: { validate: 'string' } },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (dom) => {
          const href = safeHref(dom.getAttribute('href'));
          return href === null ? false : { href };
        },
      },
    ],
    // What another client stored is checked again here: nothing unsafe becomes a link on this page.
    toDOM: (mark): DOMOutputSpec => {
      const href = safeHref(String(mark.attrs['href']));
      return href === null ? ['span', 0] : ['a', { href, rel: 'noopener noreferrer nofollow', target: '_blank' }, 0];
    },
  },
  strong: {
    parseDOM: [
      { tag: 'strong' },
      // Some word processors wrap all they copy in a <b> of normal weight.
      { tag: 'b', getAttrs: (dom) => (/font-weight:\s*(normal|400)/.test(styleOf(dom)) ? false : null) },
      { tag: 'span', consuming: false, getAttrs: (dom) => (/font-weight:\s*(bold|[6-9]00)/.test(styleOf(dom)) ? null : false) },
    ],
    toDOM: (): DOMOutputSpec => ['strong', 0],
  },
  em: {
    parseDOM: [
      { tag: 'em' },
      { tag: 'i' },
      { tag: 'span', consuming: false, getAttrs: (dom) => (/font-style:\s*italic/.test(styleOf(dom)) ? null : false) },
    ],
    toDOM: (): DOMOutputSpec => ['em', 0],
  },
};

function styleOf(dom: HTMLElement): string {
  return dom.getAttribute('data-style') ?? dom.getAttribute('style') ?? '';
}

/**
 * Pasted HTML with its styles put where they are only text, and without what would run. The page's content security policy
 * takes the styles of pasted text away before they could be read, and complains of each.
 */
export function inertHtml(html: string): string {
  const named = html.replace(/<(\/?)style\b/gi, '<$1noscript').replace(/<base\b/gi, '<wbr');
  return named.replace(/<[a-z][^>]*>/gi, (tag) =>
    tag.replace(/([\s/"'])(style|on[a-z]+)(?=\s*=)/gi, (_found, before: string, name: string) => `${before} ${/^style$/i.test(name) ? 'data-style' : 'data-inert'}`),
  );
}

/** The schema of the notes. */
export const schema = new Schema({ nodes, marks });
