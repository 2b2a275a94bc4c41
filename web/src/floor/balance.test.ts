import { expect, test } from 'vitest';
import { byClass, byRegion, timeOf } from './balance';

test('a class that was not heard is shown with nothing', () => {
  const rows = byClass({ state: { speeches: 3, seconds: 300 } });
  expect(rows.map(({ group, speeches, percent }) => [group, speeches, percent])).toEqual([
    ['state', 3, 100],
    ['organization', 0, 0],
    ['stakeholder', 0, 0],
  ]);
});

test('those who did not say are shown only where they were heard', () => {
  expect(byClass({ unstated: { speeches: 1, seconds: 20 } }).at(-1)).toMatchObject({ group: 'unstated', percent: 100 });
});

test('all regional groups are shown, and the bars are parts of the time', () => {
  const rows = byRegion({ african: { speeches: 1, seconds: 30 }, 'asia-pacific': { speeches: 2, seconds: 90 }, organization: { speeches: 1, seconds: 0 } });
  expect(rows).toHaveLength(6);
  expect(rows[0]).toMatchObject({ group: 'african', percent: 25 });
  expect(rows[1]).toMatchObject({ group: 'asia-pacific', percent: 75 });
});

test('beside another balance the same time is the same part, however single seconds were rounded', () => {
  const all = timeOf({ state: { speeches: 2, seconds: 170 } });
  const [african] = byRegion({ african: { speeches: 1, seconds: 50 }, 'asia-pacific': { speeches: 1, seconds: 119 } }, all);
  expect(african?.percent).toBe(29);
});

test('before anybody has spoken every bar is empty', () => {
  expect(byRegion({}).every(({ percent }) => percent === 0)).toBe(true);
});
