/** Polls of every kind with ballots that are counted by hand, brought to their result as a program would. */
import { command, join, pollId, type Seat } from './api';
import type { Server } from './server';

type Fields = Record<string, unknown>;

/** A poll, its ballots, and what its tables must say. */
export interface Counted {
  paper: Fields & { question: string; kind: string };
  ballots: Fields[];
  /** Rows of a table on the page: what each says from start to end. */
  rows: string[][];
  /** The words that its cloud has. */
  words?: string[];
}

/** Who votes, one ballot each. */
export const VOTERS = ['Senegal', 'Norway', 'Chile', 'Fiji', 'Ghana'];

const choices = (...all: string[][]): Fields[] => all.map((choice) => ({ choice }));
const NEEDS = ['Technology', 'People and skills', 'Policies and regulations'];
const [LONG, MIDDLE] = ['A national strategy with an owner, a budget and a date', 'Policies and regulations that are known to those whom they bind'];

/** One of each kind. */
export const COUNTED: Counted[] = [
  {
    paper: { kind: 'single', question: 'Which component needs support first?', options: NEEDS, base: 'entitled' },
    ballots: choices(['o1'], ['o1'], ['o2']),
    rows: [['Technology', '2', '40%'], ['People and skills', '1', '20%'], ['Policies and regulations', '0', '0%']],
  },
  {
    paper: { kind: 'multiple', question: 'What holds a strategy back?', options: NEEDS, max: 2 },
    ballots: choices(['o1', 'o2'], ['o1'], ['o3'], ['o1', 'o3']),
    rows: [['Technology', '3', '75%'], ['People and skills', '1', '25%'], ['Policies and regulations', '2', '50%']],
  },
  {
    paper: { kind: 'yes-no', question: 'Shall the group meet again?', base: 'valid', secrecy: 'named' },
    ballots: [...choices(['o1'], ['o1'], ['o2']), { abstain: true }],
    rows: [['Yes', '2', '67%'], ['No', '1', '33%'], ['Abstained', '1', '']],
  },
  {
    paper: { kind: 'agreement', question: 'The plan of action can be carried out by 2030.' },
    ballots: [{ choice: ['o5'], texts: ['The budget is there.'] }, ...choices(['o4'], ['o4'], ['o2'], ['o3'])],
    rows: [['1 Strongly disagree', '0', '0%'], ['2 Disagree', '1', '20%'], ['3 Neutral', '1', '20%'], ['4 Agree', '2', '40%'], ['5 Strongly agree', '1', '20%']],
  },
  {
    paper: { kind: 'grid', question: 'How ready is your country or community?', options: [...NEEDS, LONG], scale: ['Not begun', 'Begun', 'Half way', 'Far', 'In place'] },
    ballots: [{ marks: { o1: 1, o2: 2, o4: 5 } }, { marks: { o1: 1, o2: 4 } }, { marks: { o1: 4, o3: 5 } }],
    rows: [['Technology', '2', '0', '0', '1', '0', '2.0', '0'], ['People and skills', '0', '1', '0', '1', '0', '3.0', '1'], ['Policies and regulations', '0', '0', '0', '0', '1', '5.0', '2']],
  },
  {
    // Fifteen ballots in small: by points the middle wins, by the run-off another.
    paper: { kind: 'ranking', question: 'In what order shall the group work?', options: NEEDS },
    ballots: choices(['o1', 'o2', 'o3'], ['o1', 'o2', 'o3'], ['o3', 'o2', 'o1'], ['o3', 'o2', 'o1'], ['o2', 'o3', 'o1']),
    rows: [['People and skills', '6'], ['Policies and regulations', '5'], ['Technology', '4'], ['Policies and regulations', '2', '3 (wins)'], ['People and skills', '1 (out)', '–']],
  },
  {
    paper: { kind: 'points', question: 'Where shall the money go?', options: NEEDS, points: 10 },
    ballots: [{ marks: { o1: 10 } }, { marks: { o1: 2, o2: 8 } }, { marks: { o3: 10 } }],
    rows: [['Technology', '12', '40%'], ['People and skills', '8', '27%'], ['Policies and regulations', '10', '33%']],
  },
  {
    paper: { kind: 'matrix', question: 'What would help most, and what can be done?', options: [...NEEDS, MIDDLE], axes: { x: 'Impact', y: 'Feasibility' } },
    ballots: [{ places: { o1: [5, 1], o2: [3, 3], o3: [3, 3], o4: [3, 3] } }, { places: { o1: [4, 2], o2: [3, 3], o3: [3, 3] } }],
    rows: [['1', 'Technology', '4.5', '1.5'], ['2', 'People and skills', '3.0', '3.0'], ['3', 'Policies and regulations', '3.0', '3.0']],
  },
  {
    paper: { kind: 'text', question: 'What is missing most?' },
    ballots: [{ texts: ['Skilled people in the ministries'] }, { texts: ['Money, and skilled people'] }, { texts: ['People who stay'] }, { texts: ['المهارات والتمويل'] }],
    rows: [['people', '3'], ['Skilled', '2'], ['Money', '1'], ['ministries', '1'], ['stay', '1'], ['المهارات', '1'], ['والتمويل', '1']],
    words: ['Money', 'Skilled', 'ministries', 'people', 'stay', 'المهارات', 'والتمويل'],
  },
  {
    paper: { kind: 'ideas', question: 'What should the group propose?' },
    ballots: [{ texts: ['A common register'] }, { texts: ['A common register', 'A school of statistics'] }, { texts: ['A fund for small islands'] }],
    rows: [['A common register', '2', '67%'], ['A fund for small islands', '1', '33%'], ['A school of statistics', '1', '33%']],
  },
];

/** The seats of a room that votes. */
export interface Voting {
  chair: Seat;
  voters: Seat[];
}

/** Lets everybody in. */
export async function gather(server: Server): Promise<Voting> {
  const { participant, chair } = server.room('group-1');
  const moderator = await join(server, chair.code, { name: 'The Chair' });
  const voters = [];
  for (const delegation of VOTERS) voters.push(await join(server, participant.code, { name: 'A. Delegate', delegation }));
  return { chair: moderator, voters };
}

/** Drafts a poll, opens it and casts its ballots. */
export async function vote(server: Server, { chair, voters }: Voting, { paper, ballots }: Pick<Counted, 'paper' | 'ballots'>): Promise<string> {
  const ask = (seat: Seat, does: string, fields: Fields): Promise<void> => command(server, seat, { tool: 'polls', do: does, ...fields });
  await ask(chair, 'draft', { per: 'delegation', ...paper });
  const poll = await pollId(server, chair, paper.question);
  await ask(chair, 'open', { poll });
  for (const [at, ballot] of ballots.entries()) {
    const seat = voters[at];
    if (seat) await ask(seat, 'cast', { poll, ...ballot });
  }
  return poll;
}

/** Closes it, lets its texts through and shows its result. */
export async function show(server: Server, { chair }: Voting, poll: string): Promise<void> {
  for (const does of ['close', 'pass', 'show']) {
    // Only polls of words have something to let through.
    await command(server, chair, { tool: 'polls', do: does, poll }).catch((error: unknown) => {
      if (does !== 'pass') throw error;
    });
  }
}
