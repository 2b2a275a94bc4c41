import { expect, test } from 'vitest';
import type { PollView } from '../../protocol.gen';
import '../../strings/results';
import '../../strings/later';
import { poll as plain } from '../../testing/polls';
import { asTabs } from './copied';
import { groupTables } from './groups';
import { rowsOf } from './heat';
import { ideaBars } from './ideas';
import { pointBars, tables as pointTables } from './points';
import { rollByAnswer, rollByVoter } from './roll';
import { seriesOf } from './rounds';
import { baseText, meanStep, meanText, percentText } from './share';
import { meanOf, meanSentence, reasonsOf, stepsOf } from './stack';
import { standingOf } from './standing';
import * as tally from './tally';

const poll = (changes: Partial<PollView> = {}): PollView & { id: string } => ({ id: 'p1', ...plain({ state: 'closed', ...changes }) });
const count = (base_number: number, more: Partial<NonNullable<PollView['count']>> = {}): NonNullable<PollView['count']> => ({
  ballots: base_number,
  valid: base_number,
  base_number,
  ...more,
});
const SCALE = { option_order: ['o1', 'o2', 'o3', 'o4', 'o5'], options: { o1: 'Never', o2: 'Rather not', o3: 'Neutral', o4: 'Rather', o5: 'Fully' } };

test('the base of the percentages is said in words, with its number', () => {
  expect(baseText(poll({ base: 'valid', count: count(37) }))).toBe('Share of the 37 valid ballots');
  expect(baseText(poll({ base: 'entitled', count: count(52) }))).toBe('Share of the 52 entitled to vote');
  expect(baseText(poll({ turnout: 1 })), 'a count of before it had a base').toBe('Share of the one ballot cast');
  expect(percentText(0, 0), 'a share of nothing').toBe('–');
});

test('of the voters present is said once it is known who was; while people vote the figures are of the ballots cast', () => {
  expect(baseText(poll({ state: 'open', base: 'present', count: count(7) }))).toBe('Share of the 7 ballots cast');
  expect(baseText(poll({ base: 'present', count: count(9, { present: 9 }) }))).toBe('Share of the 9 entitled who were present at the close');
});

test('figures are rounded as in the documents, halves upwards', () => {
  expect(percentText(1, 8)).toBe('13%');
  expect(meanText(meanStep([1, 1]))).toBe('1.5');
  expect(meanText(2.25)).toBe('2.3');
  expect(meanText(meanStep([0, 0]))).toBe('–');
});

test('bars are in the order of the paper, abstentions last and no share of the valid ballots', () => {
  const voted = poll({ abstain: true, base: 'valid', tally: { o1: 1, o2: 2 }, count: { ...count(3), ballots: 4, abstentions: 1 } });
  const bars = tally.barsOf(voted, { choice: ['o2'] });
  expect(bars.map(({ text, count, share, most }) => [text, count, share, most])).toEqual([
    ['One', 1, '33%', false],
    ['Two', 2, '67%', true],
    ['Abstained', 1, '', false],
  ]);
  expect(bars.map(({ own }) => own !== '')).toEqual([false, true, false]);
  expect(tally.barsOf(poll({ tally: { o1: 0, o2: 0 } })).some(({ most }) => most), 'nobody leads with nothing').toBe(false);
});

test('a bar is never wider than its row, also where more voted than were present at the close', () => {
  expect(tally.barsOf(poll({ base: 'present', tally: { o1: 6, o2: 0 }, count: count(4) }))[0]).toMatchObject({ share: '150%', width: 100 });
});

test('points are shares of all points, and means of the ballots', () => {
  const shared = poll({ kind: 'points', points: 10, tally: { o1: 12, o2: 18 }, count: count(3) });
  expect(pointBars(shared, { marks: { o1: 4 } }).map(({ share, own }) => [share, own])).toEqual([['40%', 'Your points: 4'], ['60%', '']]);
  expect(pointTables(shared)[0]?.rows).toEqual([['One', '12', '40%', '4.0'], ['Two', '18', '60%', '6.0']]);
});

test('a scale leans: its parts join without a gap, the middle step lies half on each side, and all of it fits', () => {
  const asked = poll({ ...SCALE, kind: 'agreement', tally: { o1: 1, o2: 3, o3: 4, o4: 7, o5: 5 }, count: count(20) });
  const steps = stepsOf(asked);
  for (const [at, step] of steps.entries()) {
    const next = steps[at + 1];
    if (next) expect(step.start + step.width).toBeCloseTo(next.start);
  }
  const middle = steps[2];
  expect(middle && middle.start + middle.width / 2).toBeCloseTo(50);
  expect(Math.min(...steps.map(({ start }) => start))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...steps.map(({ start, width }) => start + width)), 'the longer side fills its half').toBeCloseTo(100);
  const side = (which: number): number => steps.filter(({ side }) => side === which).reduce((sum, { count }) => sum + count, 0);
  expect([side(-1), side(0), side(1)]).toEqual([4, 4, 12]);
});

test('a scale of an even number of steps has no middle, and one without ballots no width', () => {
  const even = poll({ kind: 'agreement', tally: { o1: 1, o2: 3 }, count: count(4) });
  expect(stepsOf(even).map(({ side, start }) => [side, Math.round(start)])).toEqual([[-1, 33], [1, 50]]);
  expect(stepsOf(poll({ kind: 'agreement', tally: { o1: 0, o2: 0 } })).every(({ width, start }) => width === 0 && start === 50)).toBe(true);
});

test('the mean of a scale is said with the step nearest to it', () => {
  const asked = poll({ ...SCALE, kind: 'agreement', tally: { o1: 0, o2: 1, o3: 1, o4: 2, o5: 1 }, count: count(5) });
  expect(meanOf(asked)).toBeCloseTo(3.6);
  expect(meanSentence(asked)).toBe('Mean 3.6 of 5: nearest to “Rather”');
  expect(meanSentence(poll({ ...SCALE, tally: {} }))).toBe('');
});

test('only reasons that were let through are shown, under the step that they are for', () => {
  const reason = (text: string, about: string, passed: boolean) => ({ text, about, passed, written: 1, support: 1 });
  const asked = poll({ ...SCALE, texts: { t1: reason('Money', 'o4', true), t2: reason('Time', 'o1', false), t3: reason('Budget', 'o4', true) } });
  expect(reasonsOf(asked).map(({ text, reasons }) => [text, reasons.map(({ text }) => text)])).toEqual([['Rather', ['Budget', 'Money']]]);
});

test('a grid has the part of each step among those who rated the item, its mean, and who skipped it', () => {
  const rated = poll({ kind: 'grid', scale: ['Low', 'Middle', 'High'], count: count(4, { spread: { o1: [1, 0, 3], o2: [0, 0, 0] }, skipped: { o2: 4 } }) });
  const [one, two] = rowsOf(rated, { marks: { o1: 3 } });
  expect(one?.cells.map(({ count, part, own }) => [count, part, own])).toEqual([[1, 0.25, false], [0, 0, false], [3, 0.75, true]]);
  expect([one?.mean, two?.mean, two?.skipped]).toEqual(['2.5', '–', 4]);
});

test('ideas stand by their support; those that wait for the chair are not there', () => {
  const idea = (text: string, support: number, passed = true) => ({ text, support, passed, written: 1 });
  const asked = poll({ kind: 'ideas', option_order: [], options: {}, count: count(4), texts: { t1: idea('B', 1), t2: idea('C', 3), t3: idea('A', 1), t4: idea('D', 4, false) } });
  expect(ideaBars(asked, { supports: ['t2'] }).map(({ text, share, own }) => [text, share, own])).toEqual([['C', '75%', 'You support it'], ['A', '25%', ''], ['B', '25%', '']]);
});

test('rounds stand side by side, answers joined by their words, and only those that can be seen', () => {
  const first = plain({ state: 'closed', tally: { o1: 1, o2: 3 }, turnout: 4 });
  const second = plain({ state: 'closed', options: { o1: 'two', o2: 'Three' }, tally: { o1: 1, o2: 1 }, turnout: 2, round: { first: 'p1', number: 2 } });
  const hidden = plain({ state: 'closed', round: { first: 'p1', number: 3 } });
  const polls = { items: { p1: first, p2: second, p3: hidden }, order: ['p1', 'p2', 'p3'] };
  const series = seriesOf(polls, { ...second, id: 'p2' }, tally);
  expect(series?.numbers).toEqual([1, 2]);
  expect(series?.rows.map(({ text, values }) => [text, ...values])).toEqual([['two', '75%', '50%'], ['Three', '–', '50%'], ['One', '25%', '–']]);
  expect(series?.bases, 'each round has its own base').toEqual(['Share of the 4 ballots cast', 'Share of the 2 ballots cast']);
  expect(seriesOf({ items: { p1: first }, order: ['p1'] }, { ...first, id: 'p1' }, tally), 'one round is no series').toBeNull();
});

test('groups have shares of their own ballots', () => {
  const told = poll({ tally: { o1: 6, o2: 6 }, count: count(12, { classes: { state: { ballots: 6, tally: { o1: 3, o2: 3 } }, organization: { ballots: 5, tally: { o1: 1, o2: 4 } } } }) });
  expect(groupTables(told, tally)).toMatchObject([
    { what: 'classes', groups: ['Organizations', 'States'], ballots: [5, 6], rows: [{ values: ['20%', '50%'] }, { values: ['80%', '50%'] }] },
  ]);
  expect(groupTables(poll(), tally)).toEqual([]);
});

test('a roll call lists voters by name under their answers; whose ballot was entered is marked', () => {
  const line = { group: 'african' as const };
  const named = poll({ roll: { d2: { ...line, voter: 'Senegal', choice: ['o1'] }, d1: { ...line, voter: 'Chad', choice: ['o1'], entered: true }, d3: { ...line, voter: '', abstain: true } } });
  expect(rollByAnswer(named).map(({ text, voters }) => [text, voters.map(({ name, entered }) => [name, entered])])).toEqual([
    ['One', [['Chad', true], ['Senegal', false]]],
    ['Abstained', [['Not stated', false]]],
  ]);
});

test('a roll call of other kinds gives the ballot in words', () => {
  const ranked = poll({ kind: 'ranking', roll: { d1: { group: 'state', voter: 'Chad', choice: ['o2', 'o1'] } } });
  expect(rollByVoter(ranked)[0]?.ballot).toBe('1. Two; 2. One');
  const placed = poll({ kind: 'matrix', roll: { d1: { group: 'state', voter: 'Chad', places: { o2: [4, 2] } } } });
  expect(rollByVoter(placed)[0]?.ballot).toBe('Two: 4 / 2');
});

test('what has to be known of a result stands below it', () => {
  const counted = poll({ base: 'valid', turnout: 12, electorate: 20, quorum: { needed: 15, reached: false }, count: { ...count(10), ballots: 12, abstentions: 2, entered: 1 } });
  expect(standingOf(counted, 'Base', true)).toEqual(['Base', '2 abstained', 'One ballot was entered by the secretariat', 'Turnout 12 of 20', 'Quorum of 15 not reached']);
  const open = poll({ state: 'open', turnout: 12, quorum: { needed: 15, reached: false }, count: count(10) });
  expect(standingOf(open, 'Base', false)).toEqual(['Base', 'So far: 10 of 12 ballots are counted']);
  expect(standingOf(open, 'Base', true), 'beside the turnout and the quorum, neither is said again').toEqual(['Base', '10 ballots are counted so far']);
});

test('copied tables have a cell on each tab, and none that a spreadsheet would calculate', () => {
  const table = { caption: 'Result', header: ['Answer', 'Ballots'], rows: [['=SUM(1)', '2'], ['two\tlines\nof text', '3']] };
  expect(asTabs([table])).toBe("Result\nAnswer\tBallots\n'=SUM(1)\t2\ntwo lines of text\t3");
});
