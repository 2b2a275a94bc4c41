/** Something of a meeting that a page shows and that others change: asked for at first, and again whenever it is news. */
import { ask, endsSeat } from './api';
import type { MeetingNews } from './news.svelte';
import { Refused } from './outbox';
import type { Role } from './protocol.gen';
import { uuid } from './uuid';

/** So that a hall of phones does not ask in the same instant, each waits up to this long. */
const SPREAD_MS = 250;
/** How often a command that did not reach the server is sent again, and after which time each. */
const AGAIN_MS = [500, 1_000, 2_000, 4_000];

/** A JSON resource of the server's. */
export class Resource<T> {
  /** As it was last heard; null before, and when there is no seat any more that may hear it. */
  value: T | null = $state.raw(null);
  /** Why it could not be had the last time; null where it could. */
  refusal: Refused | null = $state.raw(null);
  private asked = 0;

  constructor(
    readonly url: string,
    private readonly as?: Role,
  ) {}

  /** Asks for it. An answer that a later one has overtaken is passed over. */
  async load(): Promise<void> {
    const mine = (this.asked += 1);
    try {
      const value = await ask<T>(this.url, {}, this.as);
      if (mine !== this.asked) return;
      this.value = value;
      this.refusal = null;
    } catch (error) {
      if (mine !== this.asked) return;
      this.refusal = error instanceof Refused ? error : new Refused('unknown', String(error));
      // What was theirs to see as long as they had a seat does not stay on the page of somebody who has none.
      if (endsSeat(error)) this.value = null;
    }
  }

  /** Asks for it now and whenever one of the parts is news. To be called while a component is set up. */
  follow(news: MeetingNews, ...parts: string[]): void {
    let before = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    $effect(() => () => clearTimeout(timer));
    $effect(() => {
      const now = JSON.stringify([news.gap, parts.map((part) => news.numbers[part] ?? 0)]);
      if (now === before) return;
      const wait = before === '' ? 0 : Math.random() * SPREAD_MS;
      before = now;
      clearTimeout(timer);
      timer = setTimeout(() => void this.load(), wait);
    });
  }
}

/** Asks the server to do something, as the seat of this role. What did not arrive is sent again with the same id, so it is done once.
 * Rejects with why not. */
export async function postCommand<T = { seq: number }>(url: string, command: object, as?: Role): Promise<T> {
  const body = JSON.stringify({ id: uuid(), ...command });
  const send = (): Promise<T> => ask(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }, as);
  for (const wait of AGAIN_MS) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof Refused) || !PASSING.has(error.code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return send();
}

/** Refusals by which nothing is said but that it did not work just now. */
const PASSING = new Set(['unreachable', 'unavailable']);
