/** The chair's desk of polls, found by role and words. */
import { expect, type Locator } from '@playwright/test';
import type { RoomPage } from './room';

export type PollKindName = 'single' | 'multiple' | 'yes-no' | 'agreement' | 'grid' | 'ranking' | 'points' | 'matrix' | 'text' | 'ideas';

/** The chair's hand on the polls. */
export class PollDesk {
  constructor(readonly room: RoomPage) {}

  private say(id: string, args?: Record<string, string | number>): string {
    return this.room.say(id, args);
  }

  /** The editor that is open. */
  get editor(): Locator {
    return this.room.page.getByRole('dialog').filter({ has: this.room.page.getByLabel(this.say('poll-question'), { exact: true }) });
  }

  /** Opens the editor of a new poll. */
  async write(question: string, kind: PollKindName): Promise<Locator> {
    await this.room.goTo('polls');
    await this.room.button('poll-write').click();
    await this.editor.getByLabel(this.say('poll-question'), { exact: true }).fill(question);
    await this.editor.getByRole('radio', { name: this.say(`desk-kind-${kind}`), exact: true }).check();
    return this.editor;
  }

  /** Fills a list of the editor: answers, items or steps. */
  async fill(called: 'option' | 'item' | 'step', texts: string[]): Promise<void> {
    for (const [index, text] of texts.entries()) {
      const field = this.editor.getByRole('group', { name: this.say(`poll-${called}s`) }).first().getByRole('textbox').nth(index);
      if ((await field.count()) === 0) await this.editor.getByRole('button', { name: this.say(`poll-${called}-add`) }).click();
      await field.fill(text);
    }
  }

  /** Unfolds a part of the editor. */
  async unfold(part: 'desk-rules' | 'desk-languages'): Promise<void> {
    await this.editor.getByRole('heading', { name: this.say(part), exact: true }).click();
  }

  /** Keeps or opens what is written. */
  async save(how: 'poll-save-open' | 'poll-save-draft' = 'poll-save-open'): Promise<void> {
    await this.editor.getByRole('button', { name: this.say(how) }).click();
    await expect(this.editor).toBeHidden();
  }

  /** Presses a button of one poll. */
  async press(question: string, id: string, args?: Record<string, string | number>): Promise<void> {
    await this.room.poll(question).getByRole('button', { name: this.say(id, args) }).click();
  }

  /** Unfolds what is seldom needed of one poll, and presses a button there. */
  async pressMore(question: string, id: string): Promise<void> {
    await this.room.poll(question).getByText(this.say('desk-more'), { exact: true }).click();
    await this.press(question, id);
  }

  /** The poll says in which state it is. */
  async expectState(question: string, state: 'draft' | 'open' | 'closed' | 'void'): Promise<void> {
    await expect(this.room.poll(question).getByText(this.say(`poll-${state}`), { exact: true })).toBeVisible();
  }

  /** The button that opens the next prepared poll. */
  next(question: string): Locator {
    return this.room.button('desk-next', { question });
  }
}
