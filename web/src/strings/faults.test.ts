/** What the server says is wrong is said in Arabic too: every code, with nothing in it that the server does not tell. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textsOf } from '../../scripts/fluent.mjs';

const SOURCES = new URL('..', import.meta.url).pathname;
const types = readFileSync(`${SOURCES}protocol.gen.ts`, 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');
const texts = new Map(['setup', 'keeping', 'people'].flatMap((name) => textsOf(readFileSync(`${SOURCES}strings/${name}.ar.ftl`, 'utf8'))));

/** How a type is declared. */
const declared = (name: string): string => new RegExp(`export type ${name} = ([\\s\\S]*?)(?=\nexport |$)`).exec(types)?.[1] ?? '';

/** The names of what a piece of a declaration has, also in the types that it names. */
function namesIn(piece: string): string[] {
  const named = [...piece.matchAll(/\b(Plan|Schedule)\w+/g)].map(([name]) => namesIn(declared(name)));
  return [...piece.matchAll(/\b([a-z_]+)"?\??:/g)].map(([, name = '']) => name).concat(named.flat());
}

/** Every code of a type, with what comes with it. */
function codes(type: string): [code: string, args: string[]][] {
  const [, ...pieces] = declared(type).split('"code": ');
  return pieces.map((piece) => [/^"([a-z-]+)"/.exec(piece)?.[1] ?? '', namesIn(piece)]);
}

/** The names of what a text puts in or chooses by. */
function usedBy(pattern: unknown): string[] {
  if (typeof pattern !== 'object' || pattern === null) return [];
  if ('type' in pattern && pattern.type === 'var' && 'name' in pattern) return [String(pattern.name)];
  return Object.values(pattern).flatMap(usedBy);
}

const FAMILIES: [family: string, types: string[]][] = [
  ['field', ['PlanWrongFile', 'PlanWrongValue', 'PlanWrongPart', 'PlanWrongPoll', 'PlanWrongChange']],
  ['remark', ['ScheduleSaid']],
];

test.each(FAMILIES)('Arabic says every code of the family “%s”, and no other', (family, names) => {
  const told = names.flatMap(codes);
  expect(told.length).toBeGreaterThan(20);
  const said = [...texts.keys()].filter((id) => id.startsWith(`refusal-${family}-`)).map((id) => id.slice(`refusal-${family}-`.length));
  expect(said.toSorted()).toEqual(told.map(([code]) => code).toSorted());
});

test.each(FAMILIES)('in the family “%s” Arabic puts in what the server tells', (family, names) => {
  const amiss = names.flatMap(codes).flatMap(([code, args]) => usedBy(texts.get(`refusal-${family}-${code}`)).filter((name) => !args.includes(name)).map((name) => `${code}: ${name}`));
  expect(amiss).toEqual([]);
});

test('all that can be wrong with a plan is of one of these types', () => {
  expect(declared('PlanWrong').match(/\w+/g)?.toSorted()).toEqual(FAMILIES[0]?.[1].toSorted());
});

test('Arabic says every code of a row of the participants’ file', () => {
  const told = [...declared('ParticipantsFaultCode').matchAll(/"([a-z-]+)"/g)].map(([, code = '']) => code);
  expect(told.length).toBeGreaterThan(15);
  expect(told.filter((code) => !texts.has(`refusal-row-${code}`))).toEqual([]);
});
