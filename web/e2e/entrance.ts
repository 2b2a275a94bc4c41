/** The way in: the first page, and the page behind a join link. */
import { expect } from '@playwright/test';
import type { Device } from './fixtures';
import { RoomPage } from './room';
import type { Link } from './server';
import { english, type Words } from './words';

/** Who somebody is, as the form of the join page asks. */
export interface Profile {
  name?: string;
  delegation?: string;
}

/** Somebody at the door. */
export class Entrance {
  constructor(
    private readonly device: Device,
    private readonly words: Words = english,
  ) {}

  /** Opens the first page and types a code there. */
  async typeCode(code: string): Promise<void> {
    const { page, url } = this.device;
    await page.goto(url);
    await page.getByLabel(this.words.say('code-label')).fill(code);
    await page.getByRole('button', { name: this.words.say('code-go') }).click();
  }

  /** Follows a join link, as the camera does with the QR code. */
  async follow(link: Link): Promise<void> {
    await this.device.page.goto(`${this.device.url}/j/${link.code}`);
  }

  /** Fills the form in and enters. */
  async enter(profile: Profile): Promise<RoomPage> {
    const { page } = this.device;
    if (profile.name !== undefined) await page.getByLabel(this.words.say('join-name')).fill(profile.name);
    if (profile.delegation !== undefined) await this.chooseDelegation(profile.delegation);
    await page.getByRole('button', { name: this.words.say('join-go') }).click();
    const room = new RoomPage(page, this.words);
    await room.expectConnected();
    return room;
  }

  /** By link and form into the room. */
  async join(link: Link, profile: Profile = {}): Promise<RoomPage> {
    await this.follow(link);
    return this.enter(profile);
  }

  private async chooseDelegation(delegation: string): Promise<void> {
    const { page } = this.device;
    const field = page.getByRole('combobox', { name: this.words.say('join-delegation') });
    await field.pressSequentially(delegation);
    const offered = page.getByRole('option', { name: delegation }).first();
    // A State is picked from the list; any other body is simply typed.
    await offered.click({ timeout: 2_000 }).catch(() => field.press('Escape'));
    await expect(field).toHaveValue(delegation);
  }
}
