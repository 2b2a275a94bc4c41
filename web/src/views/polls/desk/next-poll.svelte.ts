/** The next prepared poll, opened by one button or one key. What is opened is the poll that was named there, and no other. */
import { untrack } from 'svelte';
import type { Ask } from '../../../ask.svelte';
import { arranged, type Poll } from '../../../polls';
import type { KnownSession } from '../../../session.svelte';

/** A press so soon after another question took the place was meant for the one before, milliseconds: nobody reads faster. */
const UNREAD_MS = 600;

/** Which poll is named, since when, and which was before. */
export interface Named {
  poll?: string;
  before?: string;
  since: number;
}

/** Which poll a press is meant for. */
export function meant(named: Named, now: number): string | undefined {
  return now - named.since < UNREAD_MS ? named.before : named.poll;
}

/** The chair's hand on the next poll. */
export class NextPoll {
  readonly ask: Ask;
  /** What was opened by it last. */
  opened: { poll: string; question: string } | null = $state.raw(null);
  private named: Named = { since: -Infinity };

  constructor(
    private readonly session: KnownSession,
    private readonly device: () => number = () => performance.now(),
  ) {
    this.ask = session.ask();
    // What is there when the page comes has no other before it.
    let first = true;
    $effect(() => {
      const poll = this.draft?.id;
      untrack(() => {
        if (poll !== this.named.poll || first) this.named = { poll, before: this.named.poll, since: first ? -Infinity : this.device() };
        first = false;
      });
    });
  }

  /** The draft that was prepared first. */
  get draft(): Poll | undefined {
    return arranged(this.session.room.view.polls).find((poll) => poll.state === 'draft');
  }

  /** Opens it. The second half of a double press opens nothing; where another chair was faster, the server says so. */
  async open(): Promise<string | undefined> {
    const poll = meant(this.named, this.device());
    if (poll === undefined || poll === this.opened?.poll) return undefined;
    const question = this.session.room.view.polls.items[poll]?.question ?? '';
    if (!(await this.ask.run({ tool: 'polls', do: 'open', poll }))) return undefined;
    this.opened = { poll, question };
    return poll;
  }
}
