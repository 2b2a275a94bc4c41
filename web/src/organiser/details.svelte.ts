/** A room's links and seats, as the organiser may change them. */
import { ask, getMeeting, roomApi, UNREACHABLE, type JoinLink } from '../api';
import { Refused } from '../outbox';
import type { PeopleView, SeatView } from '../protocol.gen';
import { refusalText } from '../strings/strings.svelte';

/** Whose link of a room. */
export type LinkRole = 'participant' | 'chair' | 'rapporteur' | 'screen';

/** Gives a link another code. Those who came with the old one stay, or have to leave. */
export const replaceLink = (meeting: string, room: string, role: LinkRole, stay: boolean): Promise<JoinLink> =>
  replaced(meeting, { room, role, seats: stay ? 'keep' : 'end' });

/** Gives the organiser's link another code. Where those who came with the old one have to leave, so has this browser. */
export const replaceOrganiserLink = (meeting: string, stay: boolean): Promise<JoinLink> => replaced(meeting, { role: 'organiser', seats: stay ? 'keep' : 'end' });

function replaced(meeting: string, link: object): Promise<JoinLink> {
  const body = JSON.stringify(link);
  const headers = { 'content-type': 'application/json' };
  return ask(`/api/meetings/${encodeURIComponent(meeting)}/links`, { method: 'POST', headers, body }, 'organiser');
}

/** Ends a seat. */
export async function endSeat(meeting: string, room: string, seat: string): Promise<void> {
  const url = `${roomApi(meeting, room)}/seats/${encodeURIComponent(seat)}`;
  const response = await fetch(url, { method: 'DELETE', credentials: 'same-origin', headers: { 'Roundtable-As': 'organiser' } }).catch(() => null);
  if (response?.ok) return;
  const body = (await response?.json().catch(() => null)) as { code?: string; message?: string } | null;
  throw new Refused(body?.code ?? UNREACHABLE, body?.message ?? '');
}

/** The links and seats of one room. */
export class RoomPeople {
  links: Partial<Record<LinkRole, JoinLink>> = $state.raw({});
  seats: ({ id: string } & SeatView)[] = $state.raw([]);
  /** Why they could not be had; empty where they could. */
  problem = $state.raw('');

  constructor(
    private readonly meeting: string,
    private readonly room: string,
    /** A room that nobody has been in has no seats, and is not opened for being looked at. */
    private readonly begun: boolean,
  ) {}

  /** Asks for both. */
  async look(): Promise<void> {
    try {
      const [meeting, seen] = await Promise.all([getMeeting(this.meeting, 'organiser'), this.begun ? this.people() : null]);
      this.links = meeting.links?.rooms.find(({ room }) => room === this.room) ?? {};
      this.seats = Object.entries(seen?.seats ?? {}).map(([id, seat]) => ({ id, ...seat }));
      this.problem = '';
    } catch (error) {
      this.problem = refusalText(error instanceof Refused ? error : new Refused('unknown', String(error)));
    }
  }

  private async people(): Promise<PeopleView> {
    const { view } = await ask<{ view: { people: PeopleView } }>(roomApi(this.meeting, this.room), {}, 'organiser');
    return view.people;
  }
}
