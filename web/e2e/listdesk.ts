/** What the chair sets for the list of speakers, found by role and words. */
import { expect, type Locator } from '@playwright/test';
import type { RoomPage } from './room';

/** The parts of the settings. */
export type SettingsPart = 'chair-list-rule' | 'chair-list-times' | 'import' | 'balance';

/** The chair's hand on the list. */
export class ListDesk {
  constructor(readonly room: RoomPage) {}

  /** The dialog with this title. */
  private dialog(id: string): Locator {
    return this.room.page.getByRole('dialog', { name: this.room.say(id) });
  }

  /** The row says how the list stands. */
  async expectState(state: string): Promise<void> {
    await expect(this.room.floor.getByRole('status').filter({ hasText: this.room.say(`chair-list-said-${state}`) })).toHaveCount(1);
  }

  /** The seconds that the countdown to the close shows. */
  async countdown_s(): Promise<number> {
    const [before, behind] = this.room.say('chair-list-state-closing', { left: '#' }).split('#');
    const shown = await this.room.floor.getByText(new RegExp(`^${before}[\\d:]+${behind}$`)).innerText();
    const [minutes = 0, seconds = 0] = (/\d+:\d+/.exec(shown)?.[0] ?? '').split(':').map(Number);
    return minutes * 60 + seconds;
  }

  /** Opens the question of how to close. */
  async closing(): Promise<Locator> {
    await this.room.button('chair-list-close').click();
    return this.dialog('chair-list-close-title');
  }

  /** Closes the list at once. */
  async closeNow(): Promise<void> {
    const dialog = await this.closing();
    await dialog.getByRole('button', { name: this.room.say('chair-list-close-now') }).click();
    await expect(dialog).toBeHidden();
  }

  /** Opens the form for somebody without a device. */
  async adding(): Promise<Locator> {
    await this.room.button('queue-add').click();
    return this.dialog('queue-add');
  }

  /** Opens one part of the settings. */
  async settings(part: SettingsPart): Promise<Locator> {
    const sheet = this.dialog('chair-list-settings');
    if (!(await sheet.isVisible())) await this.room.button('chair-list-settings').click();
    const opened = sheet.getByRole('group').filter({ has: this.room.page.getByRole('heading', { name: this.room.say(part), exact: true }) });
    await opened.getByRole('heading').click();
    return opened;
  }

  /** Leaves the dialog or sheet that is open. */
  async leave(): Promise<void> {
    await this.room.page.keyboard.press('Escape');
    await expect(this.room.page.getByRole('dialog')).toHaveCount(0);
  }
}
