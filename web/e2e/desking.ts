/** The organiser's desk as the secretariat uses it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { join } from './api';
import type { Device } from './fixtures';
import type { Server } from './server';
import { english } from './words';

/** Within which an announcement is on every phone, as the eye sees it: the server's own share is measured elsewhere. */
export const REACHED_MS = 1_000;

/** The moment of the next press on a page. */
const pressIn = (page: Page): Promise<number> =>
  page.evaluate(() => new Promise<number>((resolve) => addEventListener('click', () => resolve(Date.now()), { capture: true, once: true })));

/** The moment in which a text appears on a page. */
const appears = (page: Page, text: string): Promise<number> =>
  page.evaluate(
    (sought) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.body.innerText.includes(sought)) resolve(Date.now());
        };
        new MutationObserver(look).observe(document.body, { childList: true, characterData: true, subtree: true });
        // It may be there before anybody looks.
        look();
      }),
    text,
  );

/** Tells all rooms something as an organiser's program does. */
export async function tellRooms(server: Server, asked: { do: 'announce'; message: string } | { do: 'countdown'; seconds: number; label: string }): Promise<void> {
  const { token, meeting } = await join(server, server.links.organiser.code);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ id: randomUUID(), rooms: 'all', tool: 'session', ...asked });
  const response = await fetch(`${server.url}/api/meetings/${meeting}/desk/commands`, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`${asked.do}: ${response.status} ${await response.text()}`);
}

/** The page with all rooms. */
export class DeskPage {
  private constructor(readonly page: Page) {}

  /** Comes in by the organiser's link and goes to the desk. */
  static async open(device: Device, server: Server): Promise<DeskPage> {
    await device.page.goto(`${device.url}/j/${server.links.organiser.code}`);
    await expect(device.page).toHaveURL(new RegExp(`/m/${server.links.meeting}`));
    return DeskPage.show(device, server.links.meeting);
  }

  /** Goes to the desk of a meeting in which this device is the organiser's already. */
  static async show({ page, url }: Device, meeting: string): Promise<DeskPage> {
    await page.goto(`${url}/o/${meeting}`);
    const desk = new DeskPage(page);
    await expect(desk.page.getByText(english.say('news-live'))).toBeVisible();
    await expect(desk.acts).toBeVisible();
    return desk;
  }

  /** What is done in rooms. */
  get acts(): Locator {
    return this.page.getByRole('region', { name: english.say('overview-acts') });
  }

  /** A room by its title. */
  room(title: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('checkbox', { name: title }) });
  }

  /** The rooms in their order, by their titles. */
  get titles(): Locator {
    return this.page.getByRole('checkbox');
  }

  /** Opens a dialog of the desk. */
  async act(what: 'announce' | 'time' | 'lists' | 'close' | 'reopen'): Promise<Locator> {
    await this.acts.getByRole('button', { name: english.say(`overview-act-${what}`), exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    return dialog;
  }

  /** Announces one of the ready sentences, and tells after how many milliseconds the last of these pages showed it. */
  async announce(sentence: string, pages: Page[]): Promise<number> {
    const dialog = await this.act('announce');
    await dialog.getByRole('button', { name: sentence }).click();
    const [pressed, ...shown] = [pressIn(this.page), ...pages.map((page) => appears(page, sentence))] as const;
    await dialog.getByRole('button', { name: english.say('course-announce-do'), exact: true }).click();
    return Math.max(...(await Promise.all(shown))) - (await pressed);
  }

  /** The last thing was done in so many rooms, and in none of them refused. */
  async expectDone(count: number): Promise<void> {
    const said = this.page.getByRole('status').filter({ hasText: english.say('overview-done', { count }) });
    await expect(said).toBeVisible();
    await expect(said.getByRole('listitem')).toHaveCount(0);
    await said.getByRole('button', { name: english.say('overview-put-away') }).click();
  }
}
