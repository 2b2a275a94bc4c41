/** The clock of a speech as the pages show it, and as it must be by what the server says. */
import { expect, type Page } from '@playwright/test';
import { read, type Seat } from './api';
import type { Server } from './server';

/** A speech as every view tells it. */
export interface Speech {
  request: string;
  delegation?: string;
  lane: string;
  started_at: number;
  paused_at?: number;
  paused_ms: number;
  limit_s: number;
}

/** What the tests look at of the list of speakers. */
export interface Floor {
  speaking?: Speech;
  interrupted?: Speech;
  order: string[];
  requests: Record<string, { delegation?: string; lane: string }>;
}

/** The list of speakers as this seat sees it. */
export async function floorOf(server: Server, seat: Seat): Promise<Floor> {
  const { view } = (await (await read(server, seat, '')).json()) as { view: { floor: Floor } };
  return view.floor;
}

/** How many seconds the speech under way has used by now. Server and browsers run on one machine, so that they have one clock. */
async function used_s(server: Server, seat: Seat): Promise<number> {
  const { speaking } = await floorOf(server, seat);
  if (!speaking) throw new Error('nobody speaks');
  return Math.floor(((speaking.paused_at ?? Date.now()) - speaking.started_at - speaking.paused_ms) / 1000);
}

/** How many seconds the page says that it has used. */
async function shown_s(page: Page): Promise<number> {
  const found = /^(\d+):(\d\d)\s*\//.exec((await page.getByRole('timer').innerText()).replaceAll('\n', ' '));
  if (!found) throw new Error('the clock shows no time');
  return Number(found[1]) * 60 + Number(found[2]);
}

/** Each page shows the time used, to the second that it takes to look. */
export async function expectRightTime(server: Server, seat: Seat, pages: Page[]): Promise<void> {
  for (const page of pages) {
    const off_s = async (): Promise<number> => Math.abs((await shown_s(page)) - (await used_s(server, seat)));
    await expect.poll(off_s, 'the clock on the page is right').toBeLessThanOrEqual(1);
  }
}

/** Each page shows a clock that stands, at the very second where it stands on the server. */
export async function expectStands(server: Server, seat: Seat, pages: Page[]): Promise<void> {
  const stands_s = await used_s(server, seat);
  for (const page of pages) await expect.poll(() => shown_s(page), 'the clock stands where it was stopped').toBe(stands_s);
}
