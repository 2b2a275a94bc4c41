/** A part of the plan in a form: as it was seen, as it is written, and as it is on the server where that is another by now. */
import { untrack } from 'svelte';
import { Saving } from './saving.svelte';

/** What a form needs of the page around it. */
export interface FormAround<Part> {
  /** The part as the plan has it now; null where it has none. */
  current: (written: Part) => Part | null;
  /** Asks for the plan anew. */
  reload: () => Promise<void>;
}

const copied = <Part>(part: Part): Part => JSON.parse(JSON.stringify(part)) as Part;

export class Editing<Part extends object> {
  readonly saving = new Saving();
  /** What is written. */
  readonly part: Part;
  /** What the form began with; null: it is new. */
  seen: Part | null = $state.raw(null);
  private readonly first: string;

  constructor(
    given: Part,
    isNew: boolean,
    private readonly around: FormAround<Part>,
  ) {
    const written = $state(copied(given));
    this.part = written;
    this.seen = isNew ? null : copied(given);
    this.first = JSON.stringify(given);
  }

  /** Whether something was typed. */
  get changed(): boolean {
    return JSON.stringify(this.part) !== this.first;
  }

  /** Whether somebody else was quicker. */
  get overtaken(): boolean {
    return this.saving.code === 'changed-meanwhile';
  }

  /** As the server has it now. */
  get theirs(): Part | null {
    return this.around.current(this.part);
  }

  /** What is written, as plain data. */
  get written(): Part {
    return copied(this.part);
  }

  /** Saves it. Whether that was done. */
  async save(post: (seen: Part | null, part: Part) => Promise<unknown>): Promise<boolean> {
    const seen = this.seen === null ? null : copied(this.seen);
    const done = await this.saving.run(() => post(seen, this.written));
    if (done || this.overtaken) await this.around.reload();
    return done;
  }

  /** What is written shall stand over what somebody else has made of it. */
  takeAsSeen(): void {
    const theirs = untrack(() => this.theirs);
    this.seen = theirs && copied(theirs);
    this.saving.clear();
  }

  /** What somebody else has made of it shall stand. */
  takeTheirs(): void {
    this.takeAsSeen();
    if (this.seen) Object.assign(this.part, copied(this.seen));
  }
}
