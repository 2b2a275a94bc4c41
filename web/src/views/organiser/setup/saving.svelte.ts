/** A form that is saved: what is wrong with which field, and what somebody else has made of the same part meanwhile. */
import { Refused } from '../../../outbox';
import { refusalText } from '../../../strings/strings.svelte';
import { RefusedInDetail, type Fault } from './plan';

export class Saving {
  busy = $state.raw(false);
  /** Why it was not saved; empty where it was or nothing was tried. */
  problem = $state.raw('');
  /** The stable code of the same. */
  code = $state.raw('');
  faults: Fault[] = $state.raw([]);

  /** Does it, once at a time. Whether it was done. */
  async run(save: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      await save();
      this.clear();
      return true;
    } catch (error) {
      const refusal = error instanceof Refused ? error : new Refused('unknown', String(error));
      this.faults = refusal instanceof RefusedInDetail ? refusal.faults : [];
      this.code = refusal.code;
      this.problem = refusalText(refusal);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Each fault with the field that it is in, and where in it. */
  get named(): { field: string; place: string; message: string }[] {
    return this.faults.map(({ field, message }) => {
      const root = /^[a-z_]+/.exec(field)?.[0] ?? '';
      return { field: root, place: place(field, root), message };
    });
  }

  clear(): void {
    this.problem = '';
    this.code = '';
    this.faults = [];
  }

  /** What is wrong with a field or with something in it; empty where nothing is. */
  of(field: string): string {
    const own = this.faults.filter((fault) => fault.field === field || fault.field.startsWith(`${field}[`) || fault.field.startsWith(`${field}.`));
    return own.map((fault) => (fault.field === field ? fault.message : `${place(fault.field, field)}: ${fault.message}`)).join('\n');
  }
}

/** Which of a list is meant, counted from 1 as people count: `questions[1]` is the second. */
function place(path: string, field: string): string {
  return path.slice(field.length).replace(/\[(\d+)\]/g, (_, at) => `${Number(at) + 1}`).replace(/^\./, '');
}
