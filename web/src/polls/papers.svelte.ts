/** The ballot papers in a reader's hands, one of each poll. A paper outlives the form that shows it, which may move on the page or
come anew; it is in this page's memory alone, and gone with it. */
import type { Ask } from '../ask.svelte';
import type { Ballot } from '../protocol.gen';
import type { RoomSession } from '../session.svelte';

/** What is filled in for one poll, and how it stands. */
export class Paper {
  /** What is marked; null while it is the same as what was cast. */
  marked: Ballot | null = $state.raw(null);
  /** What it still lacked when it should have been cast. */
  hint = $state.raw('');
  /** The ballot that was in when another was cast from here, until the page is told of that one. */
  before: { own?: Ballot } | null = $state.raw(null);
  /** Whether a ballot was cast from here. */
  cast = $state.raw(false);
  /** Whether a ballot of another page or device made what was marked here void. */
  overtaken = $state.raw(false);
  /** Whether it is being cast from here. */
  casting = $state.raw(false);

  constructor(readonly ask: Ask) {}

  /** Something is marked. */
  fill(marked: Ballot): void {
    this.hint = '';
    this.before = null;
    this.marked = marked;
  }

  /** A ballot that can only be cast once is in. Where it was not cast from here, what is marked here does not count. */
  settle(): void {
    if (this.marked === null || this.cast || this.casting) return;
    this.marked = null;
    this.hint = '';
    this.overtaken = true;
  }

  /** The page is told which ballot is in. */
  told(own: Ballot | undefined): void {
    if (!this.before || this.before.own === own) return;
    this.before = null;
    this.marked = null;
  }
}

const papers = new WeakMap<RoomSession, Record<string, Paper>>();

/** The reader's paper of this poll, always the same one. */
export function paperOf(session: RoomSession, poll: string): Paper {
  const ofSession = papers.get(session) ?? {};
  papers.set(session, ofSession);
  return (ofSession[poll] ??= new Paper(session.ask()));
}
