/** Setting a meeting up in the browser, as an organiser does it. */
import type { Page } from '@playwright/test';
import { Entrance } from './entrance';
import { expect, type Device } from './fixtures';
import type { Link, Server } from './server';
import { english } from './words';

const say = english.say.bind(english);

/** An organiser's set-up page. */
export class SetupPage {
  constructor(readonly page: Page) {}

  /** Takes the organiser's seat and goes to the page. */
  static async open(device: Device, server: Server, link: Link = server.links.organiser, meeting = server.links.meeting): Promise<SetupPage> {
    await new Entrance(device).follow(link);
    await expect(device.page.getByRole('heading', { name: say('meeting-rooms') })).toBeVisible();
    await device.page.goto(`${device.url}/o/${meeting}/setup`);
    const setup = new SetupPage(device.page);
    await setup.expectShown();
    return setup;
  }

  async expectShown(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: say('setup-meetings') })).toBeVisible();
  }

  button(id: string, args?: Record<string, string>): ReturnType<Page['getByRole']> {
    return this.page.getByRole('button', { name: say(id, args), exact: true });
  }

  field(id: string): ReturnType<Page['getByLabel']> {
    return this.page.getByLabel(say(id), { exact: true });
  }

  async save(): Promise<void> {
    await this.button('save').click();
  }

  /** The meeting that was just made tells its organiser's link, once it is kept the page goes on to it. */
  async keepLink(): Promise<Link> {
    const dialog = this.page.getByRole('dialog', { name: say('setup-made') });
    await expect(dialog.getByText(say('setup-link-keep'))).toBeVisible();
    const url = (await dialog.getByRole('link').getAttribute('href')) ?? '';
    await this.button('setup-link-go-on').click();
    return { code: new URL(url).pathname.split('/').pop() ?? '', url };
  }

  /** The organiser's link as the page has it. */
  organiserLink(): ReturnType<Page['getByRole']> {
    return this.page.getByRole('region', { name: say('setup-link'), exact: true }).getByRole('link');
  }

  async addSession(title: string, kind: string, starts: string, ends: string): Promise<void> {
    await this.button('setup-session-add').click();
    await this.field('setup-field-title').fill(title);
    await this.field('setup-field-kind').selectOption(kind);
    await this.field('setup-field-starts').fill(starts);
    await this.field('setup-field-ends').fill(ends);
    await this.save();
    await expect(this.page.getByRole('dialog')).toBeHidden();
  }

  async addRoom(title: string, session: string, questions: string[]): Promise<void> {
    await this.button('setup-room-add').click();
    await this.field('setup-field-title').fill(title);
    await this.field('setup-meets-in').selectOption({ label: session });
    await this.field('setup-field-questions').fill(questions.join('\n'));
  }

  /** The room is saved and the whole plan shown again. */
  async expectSaved(title: string): Promise<void> {
    await expect(this.page.getByText(say('setup-saved', { name: title }))).toBeVisible();
    await expect(this.page.getByRole('heading', { name: title, level: 3 })).toBeVisible();
  }
}
