import { expect, test } from 'vitest';
import { joinPath, meetingPath, roomPath, routeOf, screenPath } from './router';

test.each([
  ['/', { page: 'home' }],
  ['/j/K7M2QX', { page: 'join', code: 'K7M2QX' }],
  ['/j/K7M%202QX', { page: 'join', code: 'K7M 2QX' }],
  ['/m/summit', { page: 'meeting', meeting: 'summit' }],
  ['/m/summit/', { page: 'meeting', meeting: 'summit' }],
  ['/m/summit/talent', { page: 'room', meeting: 'summit', room: 'talent' }],
  ['/m/summit/talent/screen', { page: 'screen', meeting: 'summit', room: 'talent', as: 'screen' }],
  ['/m/summit/talent/else', { page: 'not-found' }],
  ['/m/summit/talent/screen/more', { page: 'not-found' }],
  ['/j', { page: 'not-found' }],
  ['/j/a/b', { page: 'not-found' }],
  ['/m', { page: 'not-found' }],
  ['/nowhere', { page: 'not-found' }],
  ['/m/%E0%A4%A', { page: 'not-found' }],
])('%s', (path, route) => {
  expect(routeOf(path)).toEqual(route);
});

test.each([
  ['/m/summit', '?as=organiser', { page: 'meeting', meeting: 'summit', as: 'organiser' }],
  ['/m/summit/talent', '?as=chair&lang=ar', { page: 'room', meeting: 'summit', room: 'talent', as: 'chair' }],
  ['/m/summit/talent', '?as=emperor', { page: 'room', meeting: 'summit', room: 'talent' }],
  ['/m/summit/talent/screen', '?theme=dark', { page: 'screen', meeting: 'summit', room: 'talent', as: 'screen' }],
  ['/m/summit/talent/screen', '?as=organiser', { page: 'screen', meeting: 'summit', room: 'talent', as: 'organiser' }],
])('%s%s says in which seat', (path, query, route) => {
  expect(routeOf(path, query)).toEqual(route);
});

test('an address says the role, a screen’s by its page', () => {
  expect(meetingPath('m', 'organiser')).toBe('/m/m?as=organiser');
  expect(roomPath('m', 'r', 'chair')).toBe('/m/m/r?as=chair');
  expect(screenPath('m', 'r')).toBe('/m/m/r/screen');
  expect(screenPath('m', 'r', 'organiser')).toBe('/m/m/r/screen?as=organiser');
});

test('the paths lead back to their pages', () => {
  expect(routeOf(meetingPath('a b'))).toEqual({ page: 'meeting', meeting: 'a b' });
  expect(routeOf(roomPath('m', 'ü/x'))).toEqual({ page: 'room', meeting: 'm', room: 'ü/x' });
  expect(routeOf(screenPath('m', 'r'))).toEqual({ page: 'screen', meeting: 'm', room: 'r', as: 'screen' });
  expect(routeOf(joinPath('K7M2QX'))).toEqual({ page: 'join', code: 'K7M2QX' });
});
