import { expect, test } from 'vitest';
import { speakingTimes } from './limits';

test('all speak equally long where no class or lane has a time of its own', () => {
  expect(speakingTimes({ limit_s: 180, limits: {} })).toEqual({ least: 180, most: 180 });
  expect(speakingTimes({ limit_s: 180, limits: { state: 180 } })).toEqual({ least: 180, most: 180 });
});

test('the times of classes and lanes count beside that of the list', () => {
  expect(speakingTimes({ limit_s: 40, limits: { organization: 300, 'point-of-order': 60 } })).toEqual({ least: 40, most: 300 });
});
