/** Four groups that work side by side: what they are asked, what their rapporteurs mark, and how they are at work as programs would be. */
import { command, pollId, type Seat } from './api';
import { mark, type Marked } from './marking';
import type { Server } from './server';

/** What each group votes on. */
export const ASKED = 'Should this group meet again?';

/** A group as it is planned, and the points that come of it. */
export interface Group {
  title: string;
  question: string;
  points: [Marked, Marked];
}

/** Those of the day. */
export const GROUPS: Group[] = [
  {
    title: 'Group I: Governance',
    question: 'Who owns the strategy?',
    points: [
      { text: 'Most strategies name nobody who pays for them.', point: 'gap', component: 'policies', reach: 'national' },
      { text: 'Every strategy names who pays for it.', point: 'plenary-message', standing: 'convergence' },
    ],
  },
  {
    title: 'Group II: People',
    question: 'Who trains the trainers?',
    points: [
      { text: 'Trainers who stay in the region.', point: 'need', component: 'people', reach: 'regional' },
      { text: 'Fund response teams for five years.', point: 'plenary-message' },
    ],
  },
  {
    title: 'Group III: Technology',
    question: 'What can be shared?',
    points: [
      { text: 'Laboratories of neighbours stand idle at night.', point: 'key-issue', component: 'technology' },
      { text: 'Share laboratories between neighbours.', point: 'recommendation', standing: 'raised' },
    ],
  },
  {
    title: 'Group IV: Partnerships',
    question: 'Who warns whom?',
    points: [
      { text: 'A regional network warns of new malware within a day.', point: 'initiative', component: 'partnerships', reach: 'regional' },
      { text: 'Tell each other what you see, early.', point: 'plenary-message', standing: 'divergence' },
    ],
  },
];
/** The seats that work in one group. */
export interface Working extends Group {
  room: string;
  chair: Seat;
  rapporteur: Seat;
  delegates: Seat[];
}

/** Points in the notes, somebody at the microphone, and a poll in which all but the phones have voted. */
export async function works(server: Server, { chair, rapporteur, delegates, points }: Working): Promise<void> {
  await mark(server, rapporteur, points);
  await command(server, delegates[0]!, { tool: 'floor', do: 'request' });
  await command(server, chair, { tool: 'floor', do: 'give' });
  await command(server, chair, { tool: 'polls', do: 'draft', question: ASKED, kind: 'yes-no' });
  const poll = await pollId(server, chair, ASKED);
  await command(server, chair, { tool: 'polls', do: 'open', poll });
  await Promise.all(delegates.map((seat) => command(server, seat, { tool: 'polls', do: 'cast', poll, choice: ['o1'] })));
}
