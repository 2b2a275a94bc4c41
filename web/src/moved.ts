/** Leads somebody on who was put into another group while they were in a room, and says so. */
import { mount, unmount } from 'svelte';
import { ask, getMeeting } from './api';
import { navigate } from './navigation.svelte';
import { dayUrl, type Day } from './people';
import { meetingPartPath } from './paths';
import { roomPath } from './router';
import './strings/people';
import { t } from './strings/strings.svelte';
import { unsentIn } from './typed.svelte';
import Said from './views/meeting/Said.svelte';

/** Goes to where somebody is now who is not in this room any more. False: they are nowhere else. */
export async function leadOn(meeting: string, room: string): Promise<boolean> {
  try {
    const [day, { programme }] = await Promise.all([ask<Day>(dayUrl(meeting), {}, 'participant'), getMeeting(meeting, 'participant')]);
    // A room may meet in several sessions: the one that goes on counts, else the next.
    const rooms = (id: string): string[] => programme.find((session) => session.id === id)?.rooms ?? [room];
    const sessions = day.sessions.filter(({ id }) => rooms(id).includes(room));
    const now = (sessions.find(({ ends_at = Infinity }) => ends_at > day.now) ?? sessions[0])?.room;
    if (now?.id === room) return false;
    navigate(now ? roomPath(meeting, now.id, 'participant') : meetingPartPath(meeting, 'day', 'participant'), { replace: true });
    say(now ? t('moved-to', { group: now.title }) : t('moved-out'), unsentIn(meeting, room));
    return true;
  } catch {
    // No seat in the meeting, or no network: the page says what it would have said.
    return false;
  }
}

/** Puts away what was said last, where nothing that somebody typed is in it. */
let putAway = (): void => {};

/** Above whatever page comes next, until somebody has taken note; with what they were typing, which is of no use where it is kept. */
function say(text: string, kept: string[]): void {
  putAway();
  const page = document.querySelector('#app') ?? document.body;
  const said = mount(Said, { target: page, anchor: page.firstChild ?? undefined, props: { text, kept, onclose: () => close() } });
  const close = (): void => {
    if (kept.length === 0) putAway = () => {};
    void unmount(said);
  };
  putAway = kept.length === 0 ? close : () => {};
}
