import { expect, test } from 'vitest';
import { COLUMNS, extentOfLine, previewOf, sentBytes, TEMPLATE, textOfFile } from './prepared';

test('the preview has the header and the rows that are not empty', () => {
  const preview = previewOf('name,delegation\nAmina Diallo,Senegal\n\n,Norway\n');
  expect(preview).toEqual({ header: ['name', 'delegation'], rows: [['Amina Diallo', 'Senegal'], ['', 'Norway']] });
});

test('semicolons part the cells where the header has them and no comma', () => {
  expect(previewOf('name;delegation\r\nA, B;Chad').rows).toEqual([['A, B', 'Chad']]);
});

test('a cell in quotes keeps commas, line breaks and quotes', () => {
  expect(previewOf('name,note\n"Diallo, Amina","first\nsecond ""so"""').rows).toEqual([['Diallo, Amina', 'first\nsecond "so"']]);
});

test('a quote that is never closed is still shown', () => {
  expect(previewOf('name\n"Amina').rows).toEqual([['Amina']]);
});

test('nothing at all has no rows', () => {
  expect(previewOf('').rows).toEqual([]);
  expect(previewOf('name').rows).toEqual([]);
});

test('the template holds one column for each field and two rows', () => {
  const { header, rows } = previewOf(TEMPLATE);
  expect(header).toEqual(COLUMNS);
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row).toHaveLength(COLUMNS.length);
});

test('the cells are parted by what the header has most of, a comma where it has nothing', () => {
  expect(previewOf('name\tdelegation\nDiallo, A.\tSenegal').rows).toEqual([['Diallo, A.', 'Senegal']]);
  expect(previewOf('"name, in full";delegation;class\nAmina;Senegal;state').rows).toEqual([['Amina', 'Senegal', 'state']]);
  expect(previewOf('\n\nname;note\nA;b, c').header).toEqual(['name', 'note']);
});

test('the size is that of the text on its way: line breaks and letters beyond ASCII count more', () => {
  expect(sentBytes('ab')).toBe(4);
  expect(sentBytes('a\né')).toBe(7);
});

test('a file is read as Unicode, and otherwise in the letters of Western Europe', () => {
  const bytes = (...codes: number[]): ArrayBuffer => new Uint8Array(codes).buffer;
  expect(textOfFile(bytes(0xc3, 0xa9))).toBe('é');
  expect(textOfFile(bytes(0xe9, 0x74))).toBe('ét');
  expect(textOfFile(bytes(0xff, 0xfe, 0xe9, 0x00))).toBe('é');
});

test('a line is found by its number', () => {
  const text = 'name\nAmina\nJonas';
  expect(text.slice(...extentOfLine(text, 2))).toBe('Amina');
  expect(text.slice(...extentOfLine(text, 3))).toBe('Jonas');
  expect(text.slice(...extentOfLine(text, 9))).toBe('');
});
