/** Matchmaking, as those who take part and the organiser use it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { expectSound } from './looks';
import { english } from './words';

const say = english.say.bind(english);

/** Somebody on the page of the matchmaking. */
export interface Person {
  page: Page;
  name: string;
  delegation: string;
}

/** Fills the form in and posts it; where a picture is named, the filled form is looked at. Who is on the list of participants reads there who they are. */
export async function post({ page, name, delegation }: Person, kind: 'need' | 'offer', sentence: string, component: string, { picture = '', listed = false } = {}): Promise<void> {
  await page.getByRole('button', { name: say(`match-post-${kind}`) }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel(say('match-sentence'), { exact: true }).fill(sentence);
  await expect(form.getByLabel(say('point-component'))).toHaveValue('');
  await form.getByLabel(say('point-component')).selectOption(component);
  await form.getByRole('checkbox', { name: say('point-region-african') }).check();
  await form.getByRole('checkbox', { name: 'French' }).check();
  await (listed ? expectKnown : expectFilledIn)(form, name, delegation);
  await form.getByLabel(say('match-contact'), { exact: true }).fill(`${name.toLowerCase().replaceAll(' ', '.')}@example.org`);
  if (picture) await expectSound(page, picture);
  await form.getByRole('button', { name: say('match-do-post') }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByText(sentence).first()).toBeVisible();
}

/** What was typed at the door stands in the form. */
async function expectFilledIn(form: Locator, name: string, delegation: string): Promise<void> {
  await expect(form.getByLabel(say('match-name'))).toHaveValue(name);
  await expect(form.getByRole('combobox', { name: say('join-delegation') })).toHaveValue(delegation);
}

/** There is nothing to type but the contact. */
async function expectKnown(form: Locator, name: string, delegation: string): Promise<void> {
  const who = form.getByRole('group', { name: say('match-who') });
  await expect(who).toContainText(name);
  await expect(who).toContainText(delegation);
  await expect(who.getByRole('textbox')).toHaveCount(1);
}

/** Three tables and two slots of twenty minutes, the first in an hour by the clock of New York. */
export async function setUp(page: Page): Promise<void> {
  await fillIn(page, '3');
  await page.getByRole('button', { name: say('match-organise-save') }).click();
  await expect(page.getByText(say('match-organise-saved'))).toBeVisible();
}

/** The same with so many tables, not saved yet. */
export async function fillIn(page: Page, tables: string): Promise<void> {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', dateStyle: 'short', timeStyle: 'short', hour12: false });
  const [date = '', time = ''] = parts.format(Date.now() + 3_600_000).split(', ');
  await page.getByLabel(say('match-organise-tables')).fill(tables);
  await page.getByLabel(say('match-organise-slots')).fill('2');
  await page.getByLabel(say('match-organise-minutes')).fill('20');
  await page.getByLabel(say('match-organise-date')).fill(date);
  await page.getByLabel(say('match-organise-starts')).fill(time.replace(/^24/, '00'));
}
