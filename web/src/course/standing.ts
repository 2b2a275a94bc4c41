/** How the course of a session stands for a page: what is announced, how the countdown goes, and when the session ends. */
import type { AnnouncementView, CountdownView, Millis, SessionView, Shows } from '../protocol.gen';

/** How long a countdown that is over stays on the pages: until everybody has seen that time is up. */
export const OVER_MS = 60_000;
/** From when on a countdown is about to end. */
export const ENDING_MS = 60_000;

/** Characters of an announcement, as the server takes them. */
export const ANNOUNCEMENT_CHARACTERS_MAX = 300;
/** Characters of what a countdown counts to. */
export const LABEL_CHARACTERS_MAX = 60;
/** Minutes of the countdowns and extensions that are at hand. */
export const AT_HAND_MIN = [5, 10, 15] as const;
/** Longest countdown, minutes. */
export const COUNTDOWN_MIN_MAX = 240;

/** What the screen can be told to show, in the order of the choice. */
export const SCREENS: readonly Shows[] = ['automatic', 'floor', 'poll', 'notes', 'board', 'plenary', 'join', 'countdown', 'blank'];

/** The announcement, as long as it is to be shown. */
export function announced(session: SessionView, now: Millis): AnnouncementView | undefined {
  const { announcement } = session;
  return announcement && now < announcement.until ? announcement : undefined;
}

/** A countdown on a page. */
export interface Counting extends CountdownView {
  /** What is left, seconds; whole ones that have begun count. 0: time is up. */
  left_s: number;
  pace: 'within' | 'ending' | 'over';
}

/** The countdown, as long as it is to be shown. */
export function counting(countdown: CountdownView | undefined, now: Millis): Counting | undefined {
  if (!countdown || now > countdown.ends_at + OVER_MS) return undefined;
  const left_ms = Math.max(0, countdown.ends_at - now);
  return { ...countdown, left_s: Math.ceil(left_ms / 1000), pace: left_ms === 0 ? 'over' : left_ms <= ENDING_MS ? 'ending' : 'within' };
}

/** `17:10`, of `17:00` and ten minutes; past midnight it begins anew. What is no time stays as it is. */
export function laterBy(time: string, minutes: number): string {
  const [, hour, minute] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  if (hour === undefined || minute === undefined) return time;
  const all = (Number(hour) * 60 + Number(minute) + minutes) % (24 * 60);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor(all / 60))}:${pad(all % 60)}`;
}
