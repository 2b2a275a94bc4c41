import { beforeEach, expect, test, vi } from 'vitest';
import type { KnownSession } from './session.svelte';
import { Typed } from './typed.svelte';

const sessionOf = (seat: string): KnownSession => ({ meetingId: 'm', roomId: 'r', room: { you: { seat } } }) as KnownSession;

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text) });
});

test('what was typed is there again when its form opens anew, and nowhere else', () => {
  const session = sessionOf('s1');
  new Typed(session, 'reply:m1').text = 'half a sen';
  expect(new Typed(session, 'reply:m1').text).toBe('half a sen');
  expect(new Typed(session, 'reply:m2').text).toBe('');
});

test('it outlives a reload of the tab, for the same seat alone', () => {
  new Typed(sessionOf('s1'), 'card').text = 'A school.';
  expect(new Typed(sessionOf('s1'), 'card').text).toBe('A school.');
  expect(new Typed(sessionOf('s2'), 'card').text).toBe('');
});

test('what was done is forgotten; what was refused is kept, also if the form has gone', async () => {
  const session = sessionOf('s1');
  const typed = new Typed(session, 'card');
  typed.text = ' A school. ';
  const asked: string[] = [];
  const refuse = (text: string) => {
    asked.push(text);
    expect(new Typed(session, 'card').text, 'while it is asked, it is not there to be asked twice').toBe('');
    return Promise.resolve(null);
  };
  expect(await typed.send(refuse)).toBe(false);
  expect(new Typed(session, 'card').text).toBe(' A school. ');
  expect(await typed.send(() => Promise.resolve({ seq: 1 }))).toBe(true);
  expect([asked, typed.text, new Typed(session, 'card').text]).toEqual([['A school.'], '', '']);
});

test('a text that is as it was at first is nothing that was typed', () => {
  const session = sessionOf('s1');
  const typed = new Typed(session, 'card:c1', 'A school.');
  typed.text = 'A school!';
  expect(typed.unsent).toBe(true);
  typed.text = 'A school.';
  expect([typed.unsent, new Typed(session, 'card:c1', 'Anew.').text]).toEqual([false, 'Anew.']);
});
