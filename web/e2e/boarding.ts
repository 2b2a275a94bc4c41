/** The board of contributions as somebody in the room uses it. */
import { expect, type Locator } from '@playwright/test';
import type { RoomPage } from './room';

/** The board of one page. */
export class BoardPage {
  constructor(readonly room: RoomPage) {}

  /** Goes to the board: by its tab on a phone, by the button of the head on a laptop. */
  async open(): Promise<void> {
    const bar = this.room.page.getByRole('navigation', { name: this.room.say('tabs') });
    if (await bar.isVisible()) await this.room.goTo('board');
    else await this.room.page.getByRole('banner').getByRole('button', { name: this.room.say('tab-board') }).click();
    await expect(this.room.page.getByRole('group', { name: this.room.say('board') })).toBeVisible();
  }

  /** A card by its text. */
  card(text: string): Locator {
    return this.room.page.getByRole('group', { name: this.room.say('board') }).getByRole('listitem').filter({ hasText: text });
  }

  /** Adds a card. */
  async add(kind: 'gap' | 'need' | 'offer' | 'question', text: string): Promise<void> {
    await this.room.button('board-add').click();
    const form = this.room.page.getByRole('dialog', { name: this.room.say('board-add') });
    await form.getByText(this.room.say(`card-kind-${kind}`), { exact: true }).click();
    await form.getByLabel(this.room.say('card-text')).fill(text);
    await form.getByRole('button', { name: this.room.say('card-add-do') }).click();
    await expect(form).toBeHidden();
  }

  /** Opens what else can be done with a card. */
  async menu(text: string): Promise<Locator> {
    await this.card(text).getByRole('button', { name: this.room.say('card-menu-of', { text }) }).click();
    return this.room.page.getByRole('dialog').last();
  }
}
