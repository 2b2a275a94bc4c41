/** A form that is saved: what is wrong with which field, and what somebody else has made of the same part meanwhile. */
import { Refused } from '../../../outbox';
import { saidText } from '../../../strings/said';
import { refusalText } from '../../../strings/strings.svelte';
import { labelOf } from './labels';
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

  /** Each fault with what the form calls the field that it is in, and where in it. */
  get named(): { label: string; said: string }[] {
    return this.faults.map((fault) => ({ label: labelOf(fault.field), said: saidText('field', fault) }));
  }

  clear(): void {
    this.problem = '';
    this.code = '';
    this.faults = [];
  }

  /** What is wrong with a field or with something in it; empty where nothing is. */
  of(field: string): string {
    const own = this.faults.filter((fault) => fault.field === field || fault.field.startsWith(`${field}[`) || fault.field.startsWith(`${field}.`));
    return own.map((fault) => [labelOf(fault.field, field), saidText('field', fault)].filter(Boolean).join(': ')).join('\n');
  }
}
