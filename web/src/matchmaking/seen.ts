/** What the server tells of the matchmaking, and what can be asked of it. */
import type { Component, Reach, RegionalGroup } from '../protocol.gen';

export type Kind = 'need' | 'offer';
export type Visibility = 'everyone' | 'other-side' | 'proposed' | 'secretariat';
export type Standing = 'chosen' | 'agreed' | 'declined' | 'given-up';

/** What the two say of themselves; told with the second yes. */
export interface Introduction {
  name: string;
  delegation: string;
  contact: string;
}

/** What the list of participants says of the reader. */
export type Listed = { name: string; delegation?: string };

export interface Slot {
  slot: number;
  starts: number;
  ends: number;
}

export interface Sitting {
  slot: number;
  table: number;
}

/** A post, without its owner. */
export interface Post {
  post: string;
  kind: Kind;
  component: Component;
  level: Reach;
  regions: RegionalGroup[];
  languages: string[];
  sentence: string;
}

/** What its owner says in it. */
export type Details = Omit<Post, 'post' | 'kind'> & { visibility: Visibility };

export type Reason =
  | { reason: 'component'; component: Component }
  | { reason: 'level' | 'other-level'; level: Reach }
  | { reason: 'region'; regions: RegionalGroup[] }
  | { reason: 'language'; languages: string[] }
  | { reason: 'any-region' | 'no-language' };

export type Fitting = Post & { reasons: Reason[]; score: number };
export type OwnPost = Post & { visibility: Visibility; changeable: boolean; fitting: Fitting[] };

/** A need and an offer that were brought together. */
export interface Pairing {
  pairing: string;
  side: Kind;
  standing: Standing;
  need: Post;
  offer: Post;
  reasons: Reason[];
  partner?: Introduction;
  sitting?: Sitting;
  agreement?: { text: string; version: number; consents: boolean; partner_consents: boolean };
}

/** For those who take part. */
export interface View {
  for: 'participant';
  stage: 'open' | 'closed';
  needs_from: 'everyone' | 'states';
  slots: Slot[];
  introduction?: Introduction;
  listed?: Listed;
  busy: number[];
  posts: OwnPost[];
  others: Post[];
  others_more: number;
  pairings: Pairing[];
}

export type Party = Omit<Introduction, 'contact'>;
export type WhyNot = 'not-assigned' | 'nothing-ahead' | 'no-common-slot' | 'other-meetings' | 'no-table';

/** A meeting that was agreed, for an organiser. */
export interface Agreed {
  pairing: string;
  component: Component;
  needer: Party;
  provider: Party;
  sitting?: Sitting;
  why_not?: WhyNot;
}

/** How many tables there are, when people meet, and who may post a need. */
export interface Settings {
  tables: number;
  slots: Omit<Slot, 'slot'>[];
  needs_from: 'everyone' | 'states';
}

/** For an organiser. */
export interface OrganiserView {
  for: 'organiser';
  stage: 'open' | 'closed';
  tables: number;
  slots: Slot[];
  needs_from: Settings['needs_from'];
  figures: Record<'people' | 'needs' | 'offers' | 'chosen' | 'agreed' | 'seated' | 'waiting' | 'possible' | 'consented', number>;
  posts: (Post & { visibility: Visibility; agreed: number })[];
  agreed: Agreed[];
  assigned?: { at: number; added: number; moved: number; unseated: number };
}

/** The answer to both. */
export interface Seen {
  seq: number;
  now: number;
  view: View | OrganiserView;
}

export const COMPONENTS = ['policies', 'processes', 'partnerships', 'people', 'technology'] as const satisfies readonly Component[];
export const LEVELS = ['national', 'subregional', 'regional', 'global'] as const satisfies readonly Reach[];
export const REGIONS = [
  'african',
  'asia-pacific',
  'eastern-european',
  'latin-american-and-caribbean',
  'western-european-and-others',
] as const satisfies readonly RegionalGroup[];
/** Who may see a need, the widest first; an offer that nobody sees could not be chosen. */
export const VISIBILITIES: Record<Kind, readonly Visibility[]> = {
  need: ['everyone', 'other-side', 'proposed', 'secretariat'],
  offer: ['everyone', 'other-side', 'proposed'],
};
export const SENTENCE_CHARACTERS_MAX = 280;
export const AGREED_CHARACTERS_MAX = 600;

/** The regional groups by the names of the list of delegations. */
const BY_NAME: Record<string, RegionalGroup> = {
  African: 'african',
  'Asia-Pacific': 'asia-pacific',
  'Eastern European': 'eastern-european',
  'Latin American and Caribbean': 'latin-american-and-caribbean',
  'Western European and Others': 'western-european-and-others',
};

/** The regional group of a State of the list. */
export function groupOf(region?: string): RegionalGroup | undefined {
  return region === undefined ? undefined : BY_NAME[region];
}

/** The settings that hold, as they are said. */
export function settingsOf({ tables, slots, needs_from }: OrganiserView): Settings {
  return { tables, slots: slots.map(({ starts, ends }) => ({ starts, ends })), needs_from };
}

export function matchmakingApi(meeting: string): string {
  return `/api/meetings/${encodeURIComponent(meeting)}/matchmaking`;
}
