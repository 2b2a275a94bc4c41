/** The tabs of one browser, as far as locks go: each has its own, and they are free when it is gone. */
import type { Locks } from '../locks';

/** A browser with tabs. */
export class Tabs {
  private readonly held = new Set<string>();

  /** Opens a tab; `crash` ends it without a word. */
  open(): Locks & { crash: () => void } {
    const own = new Set<string>();
    const give = (name: string): void => void (own.delete(name) && this.held.delete(name));
    return {
      take: (name) => {
        if (this.held.has(name)) return Promise.resolve(null);
        this.held.add(name);
        own.add(name);
        return Promise.resolve(() => give(name));
      },
      crash: () => [...own].forEach(give),
    };
  }
}
