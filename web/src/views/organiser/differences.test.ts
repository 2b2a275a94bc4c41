import { expect, it } from 'vitest';
import { differences } from './differences';

it('tells which fields differ, in words', () => {
  const mine = { title: 'Mine', questions: ['Why?'], theme: '', polls: [{ question: 'Who?', kind: 'single' }] };
  const theirs = { title: 'Theirs', questions: ['Why?', 'How?'], theme: '', polls: [{ kind: 'single', question: 'Who?' }] };
  expect(differences(mine, theirs)).toEqual([
    { field: 'title', mine: 'Mine', theirs: 'Theirs' },
    { field: 'questions', mine: 'Why?', theirs: 'Why?\nHow?' },
  ]);
  expect(differences({ theme: '' }, { theme: 'A theme' })).toEqual([{ field: 'theme', mine: '–', theirs: 'A theme' }]);
});
