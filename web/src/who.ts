/** How people are called on the pages: the delegation first, because it is the delegation that speaks. */
import type { Profile, Role } from './protocol.gen';
import { laterText, t } from './strings/strings.svelte';

/** The line that says who it is. */
export function calledBy(profile: Profile, role: Role = 'participant'): string {
  return profile.delegation ?? profile.name ?? t(`role-${role}`);
}

/** What else is known: the rank, which is the last to be cut off, and the person's name. */
export function knownAs(profile: Profile): string {
  const name = profile.delegation === undefined ? undefined : profile.name;
  const rank = profile.rank && profile.rank !== 'delegate' ? laterText(`rank-${profile.rank}`) : undefined;
  return [rank, name].filter(Boolean).join(' · ');
}
