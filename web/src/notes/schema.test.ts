/** @vitest-environment jsdom */
/** What pasted HTML becomes. */
import { DOMParser, DOMSerializer, type Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { inertHtml, safeHref, schema } from './schema';
import { hrefFromTyped } from './tools';

function pasted(html: string): string {
  const holder = document.createElement('div');
  holder.innerHTML = inertHtml(html);
  const parsed: Node = DOMParser.fromSchema(schema).parse(holder);
  parsed.check();
  const shown = document.createElement('div');
  shown.append(DOMSerializer.fromSchema(schema).serializeFragment(parsed.content));
  return shown.innerHTML.replaceAll(' rel="noopener noreferrer nofollow" target="_blank"', '').replaceAll(' dir="auto"', '');
}

describe('pasted text', () => {
  test.each([
    ['<p>a <b>b</b> <i>c</i></p>', '<p>a <strong>b</strong> <em>c</em></p>'],
    ['<h5>deep</h5>', '<h3>deep</h3>'],
    ['<b style="font-weight:normal"><p>whole page</p></b>', '<p>whole page</p>'],
    ['<p><span style="font-weight:700">heavy</span></p>', '<p><strong>heavy</strong></p>'],
    ['<p><span style="font-weight:700;font-style:italic">both</span></p>', '<p><strong><em>both</em></strong></p>'],
    ['<ol start="3"><li>x</li></ol>', '<ol start="3"><li><p>x</p></li></ol>'],
    ['<ul><li>x</li></ul>', '<ul><li><p>x</p></li></ul>'],
    ['<blockquote>q</blockquote><hr>', '<blockquote><p>q</p></blockquote><hr>'],
    ['<table><tr><td>cell</td><td>next</td></tr></table>', '<p>cellnext</p>'],
    ['<p>t<img src="https://x.org/a.png" onerror="alert(1)"><script>alert(1)</script></p>', '<p>t</p>'],
    ['<p style="color:red" class="x" onclick="y()">plain</p>', '<p>plain</p>'],
    ['a<br>b', '<p>a<br>b</p>'],
    ['<p data-point="gap" data-reach="global">point</p>', '<p data-point="gap" data-reach="global">point</p>'],
    ['<p data-point="evil" data-standing="raised">none</p>', '<p>none</p>'],
    ['<p data-point="need" data-reach="lunar" data-source="c01">one</p>', '<p data-point="need">one</p>'],
  ])('%s', (html, expected) => expect(pasted(html)).toBe(expected));

  test.each(['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/relative', 'vbscript:x'])(
    'keeps the text of a link to %s and drops the link',
    (href) => {
      const anchor = document.createElement('a');
      anchor.setAttribute('href', href);
      anchor.textContent = 'text';
      expect(pasted(anchor.outerHTML)).toBe('<p>text</p>');
    },
  );

  test.each(['https://un.org/a?b=c', 'http://un.org/', 'mailto:a@un.org'])('keeps a link to %s', (href) =>
    expect(pasted(`<a href="${href}">text</a>`)).toBe(`<p><a href="${href}">text</a></p>`),
  );
});

test('an unsafe address that another client stored is shown as text', () => {
  const mark = schema.marks['link']!.create({ href: 'javascript:alert(1)' });
  const shown = document.createElement('div');
  shown.append(DOMSerializer.fromSchema(schema).serializeNode(schema.text('x', [mark])));
  expect(shown.innerHTML).not.toContain('javascript');
});

test.each([
  ['un.org', 'https://un.org/'],
  ['delegate@un.org', 'mailto:delegate@un.org'],
  ['https://un.org', 'https://un.org/'],
  ['localhost:8080', null],
  ['un.org:8080/x', 'https://un.org:8080/x'],
  ['javascript:alert(1)', null],
  ['not an address', null],
])('typed as a link, %s means %s', (typed, href) => expect(hrefFromTyped(typed)).toBe(href));

test('an address of unreasonable length is none', () => expect(safeHref(`https://un.org/${'a'.repeat(3000)}`)).toBeNull());
