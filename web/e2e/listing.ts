/** The list of participants in an organiser's hands, found by role and words. */
import type { Locator, Page } from '@playwright/test';
import { Entrance } from './entrance';
import { expect, type Device } from './fixtures';
import { english } from './words';

const STATES = ['Brazil', 'Kenya', 'Japan', 'France', 'Poland', 'Fiji', 'Chile', 'Ghana', 'Norway', 'Nepal'];

/** Forty people. The third has this rank; the first may have a room, and a code that is known. */
export function csv(rank: string, { room = '', code = '' } = {}): string {
  const rows = Array.from({ length: 40 }, (_, at) => {
    const name = `Delegate ${String.fromCharCode(65 + (at % 26))}${Math.floor(at / 26) + 1}`;
    return [name, STATES[at % STATES.length], at === 2 ? rank : 'delegate', 'en', at === 0 ? room : '', at === 0 ? code : ''].join(';');
  });
  return `\ufeffname;delegation;rank;language;room;code\r\n${rows.join('\r\n')}\r\n`;
}

/** Chooses this file in the dialog that imports. */
export const upload = (page: Page, text: string): Promise<void> =>
  page.getByLabel(english.say('listed-import-file')).setInputFiles({ name: 'participants.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

/** A button of these pages. */
export const button = (page: Page, id: string, args?: Record<string, string | number>) => page.getByRole('button', { name: english.say(id, args), exact: true });

/** The organiser's page of the participants. */
export async function peopleDesk(device: Device, code: string, meeting: string): Promise<Page> {
  await new Entrance(device).follow({ code, url: '' });
  await device.page.waitForURL(/\/(m|o)\//);
  await device.page.goto(`${device.url}/o/${meeting}/people`);
  await expect(button(device.page, 'listed-import')).toBeVisible();
  return device.page;
}

/** Imports the forty, all of them right. */
export async function importForty(page: Page, first: { room?: string; code?: string } = {}): Promise<void> {
  await button(page, 'listed-import').click();
  await upload(page, csv('delegate', first));
  await button(page, 'listed-import-do', { count: 40 }).click();
  await expect(page.getByText(english.say('listed-import-done', { new: 40, changed: 0 }))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(english.say('listed-count', { count: 40 }))).toBeVisible();
}

/** The personal code of somebody, as it stands in the list. */
export async function codeOf(page: Page, name: string): Promise<string> {
  await page.getByLabel(english.say('listed-search')).fill(name);
  const row = page.getByRole('listitem').filter({ hasText: name });
  return (await row.locator('.code').innerText()).replaceAll(' ', '');
}

/** Prints the sheets; what would go to the printer stays in the page, to be looked at as on paper. */
export async function printed(page: Page, what: 'people' | 'rooms'): Promise<Locator> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate((id) => {
    window.print = () => {
      const paper = document.querySelector('.paper');
      const kept = paper?.cloneNode(true) as HTMLElement | undefined;
      kept?.setAttribute('data-kept', id);
      if (kept) document.body.append(kept);
      // Later, as on those phones on which printing does not hold the page up.
      setTimeout(() => dispatchEvent(new Event('afterprint')));
    };
  }, what);
  await page.evaluate((name) => [...document.querySelectorAll('button')].find((each) => each.textContent?.trim() === name)?.click(), english.say(`listed-sheets-${what}`));
  const kept = page.locator(`[data-kept=${what}]`);
  await expect(kept).toHaveCount(1);
  return kept;
}
