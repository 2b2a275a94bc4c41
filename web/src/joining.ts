/** Taking a seat: the id that makes a repeat harmless, what was filled in before, and where to go then. */
import { postJoin, type Joined, type JoinRequest } from './api';
import type { Profile, Role } from './protocol.gen';
import { meetingPath, roomPath, screenPath } from './router';
import { uuid } from './uuid';

const ID_KEPT = 'roundtable-join:';
const PROFILE_KEPT = 'roundtable-profile';

/** The id of this join; the same until the server has answered, whatever happens to the page. */
function joinId(code: string): string {
  const kept = sessionStorage.getItem(ID_KEPT + code);
  if (kept !== null) return kept;
  const id = uuid();
  sessionStorage.setItem(ID_KEPT + code, id);
  return id;
}

/** Takes a seat with this code. */
export async function join(code: string, profile: Profile): Promise<Joined> {
  const request: JoinRequest = { code, id: joinId(code), ...profile };
  const joined = await postJoin(request);
  sessionStorage.removeItem(ID_KEPT + code);
  sessionStorage.setItem(PROFILE_KEPT, JSON.stringify(profile));
  return joined;
}

/** What was filled in earlier in this visit, so that nobody types it twice. */
export function profileOfVisit(): Profile {
  try {
    return JSON.parse(sessionStorage.getItem(PROFILE_KEPT) ?? '{}') as Profile;
  } catch {
    return {};
  }
}

/** Leaves out what is empty. */
export function trimmed(profile: Profile): Profile {
  const { name, delegation, class: kind, rank } = profile;
  return { name: name?.trim() || undefined, delegation: delegation?.trim() || undefined, class: kind || undefined, rank: rank || undefined };
}

/** Whether there is anything to ask of the person who joins in this role. */
export function asksNothing(role: Role): boolean {
  return role === 'screen' || role === 'organiser';
}

/** The page where a role works; its address says the role. */
export function workplace(role: Role, meeting: string, room?: string): string {
  if (room === undefined) return role === 'participant' ? `/p/${meeting}/day` : meetingPath(meeting, role);
  return role === 'screen' ? screenPath(meeting, room) : roomPath(meeting, room, role);
}
