/** The next prepared poll, opened by one button or one key. What is opened is the poll that was named there, in the words in which it
was named, and no other. */
import { untrack } from 'svelte';
import type { Ask } from '../../../ask.svelte';
import { arranged, type Poll } from '../../../polls';
import type { KnownSession } from '../../../session.svelte';
import { paperOf } from './paper';
import { usual } from './usual';
import { writtenOf } from './written';

/** A press so soon after another question took the place was meant for the one before, milliseconds: nobody reads faster. */
const UNREAD_MS = 600;

/** A poll with the paper that it had when it was named. */
export interface NamedPoll {
  id: string;
  paper: string;
}

/** Which poll is named, since when, and which was before. */
export interface Named {
  poll?: NamedPoll;
  before?: NamedPoll;
  since: number;
}

/** Which poll a press is meant for. */
export function meant(named: Named, now: number): NamedPoll | undefined {
  return now - named.since < UNREAD_MS ? named.before : named.poll;
}

/** The poll as it is named now. */
export function asNamed(poll: Poll): NamedPoll {
  return { id: poll.id, paper: JSON.stringify(paperOf(writtenOf(poll, usual()))) };
}

/** The chair's hand on the next poll. */
export class NextPoll {
  readonly ask: Ask;
  /** What was opened by it last. */
  opened: { poll: string; question: string } | null = $state.raw(null);
  /** The question of the poll that a press found changed, and did not open. */
  reworded: string | null = $state.raw(null);
  private named: Named = { since: -Infinity };

  constructor(
    private readonly session: KnownSession,
    private readonly device: () => number = () => performance.now(),
  ) {
    this.ask = session.ask();
    // What is there when the page comes has no other before it.
    let first = true;
    $effect(() => {
      const poll = this.draft;
      untrack(() => {
        if (poll?.id !== this.named.poll?.id || first) this.name(poll, first ? -Infinity : this.device());
        first = false;
      });
    });
  }

  /** The draft that was prepared first. */
  get draft(): Poll | undefined {
    return arranged(this.session.room.view.polls).find((poll) => poll.state === 'draft');
  }

  /** What was opened by it last, as long as it is open. */
  get underWay(): string {
    const { opened } = this;
    return opened && this.session.room.view.polls.items[opened.poll]?.state === 'open' ? opened.question : '';
  }

  /** Opens it. The second half of a double press opens nothing; where another chair was faster, the server says so. */
  async open(): Promise<string | undefined> {
    const named = meant(this.named, this.device());
    if (named === undefined || named.id === this.opened?.poll) return undefined;
    const view = this.session.room.view.polls.items[named.id];
    if (view?.state === 'draft' && this.reword({ ...view, id: named.id }, named)) return undefined;
    this.reworded = null;
    if (!(await this.ask.run({ tool: 'polls', do: 'open', poll: named.id }))) return undefined;
    this.opened = { poll: named.id, question: view?.question ?? '' };
    return named.id;
  }

  private name(poll: Poll | undefined, since: number): void {
    this.named = { poll: poll && asNamed(poll), before: this.named.poll, since };
    this.reworded = null;
  }

  /** Somebody changed the draft since it was named: the press was for what it was before, so it only names it anew. */
  private reword(poll: Poll, named: NamedPoll): boolean {
    const now = asNamed(poll);
    if (now.paper === named.paper) return false;
    // Of a draft that is no longer named here, nothing is named anew.
    if (this.named.poll?.id !== poll.id) return true;
    this.named = { poll: now, since: this.device() };
    this.ask.forget();
    [this.opened, this.reworded] = [null, poll.question];
    return true;
  }
}
