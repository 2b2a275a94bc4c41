/** The sessions in which a room meets, and the one that is meant by now: the one that goes on, else the next one, else the first. */
import { placeTime } from '../moments';
import type { Millis, RoomView, Sitting } from '../protocol.gen';

/** All of them, in the order of their times. */
export function sittingsOf(room: Pick<RoomView, 'session' | 'date' | 'starts' | 'ends' | 'later'>): Sitting[] {
  const { session, date, starts, ends, later = [] } = room;
  const when = (sitting: Sitting): string => `${sitting.date} ${sitting.starts}`;
  return [{ session, date, starts, ends }, ...later].sort((one, other) => (when(one) < when(other) ? -1 : Number(when(one) > when(other))));
}

/** The one that is meant at that moment. Of two that follow each other at once it is the later one. */
export function sittingAt(room: Parameters<typeof sittingsOf>[0] & Pick<RoomView, 'timezone'>, now: Millis): Sitting {
  const sittings = sittingsOf(room);
  const clock = placeTime(now, room.timezone);
  const over = (sitting: Sitting): boolean => `${sitting.date} ${sitting.ends}` <= clock;
  return sittings.find((sitting) => !over(sitting)) ?? (sittings[0] as Sitting);
}
