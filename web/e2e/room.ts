/** A room as somebody in it uses it, on whatever device. Everything is found by role and words, as people and screen readers do. */
import { expect, type Locator, type Page } from '@playwright/test';
import { english, type Words } from './words';

export type Tab = 'floor' | 'polls' | 'notes' | 'board' | 'desk';

/** The room's page. */
export class RoomPage {
  constructor(
    readonly page: Page,
    readonly words: Words = english,
  ) {}

  /** A text of the pages. */
  say(id: string, args?: Record<string, string | number>): string {
    return this.words.say(id, args);
  }

  /** A button with this text. */
  button(id: string, args?: Record<string, string | number>): Locator {
    return this.page.getByRole('button', { name: this.say(id, args) });
  }

  /** The header says that the page is live. */
  async expectConnected(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: this.say('status-live') })).toBeVisible();
  }

  /** The header says that the connection is being sought, or that the device itself has no network. */
  async expectReconnecting(): Promise<void> {
    const away = this.page.getByRole('status').filter({ hasText: this.say('status-reconnecting') });
    const offline = this.page.getByRole('status').filter({ hasText: this.say('status-offline') });
    await expect(away.or(offline).first()).toBeVisible();
  }

  /** Goes to a part of the room: by the tab bar on a phone; a laptop shows all but the desk at once. */
  async goTo(tab: Tab): Promise<void> {
    const bar = this.page.getByRole('navigation', { name: this.say('tabs') });
    if (await bar.isVisible()) await bar.getByRole('button', { name: this.say(`tab-${tab}`) }).click();
    else if (tab === 'desk') await this.button('tab-desk').click();
  }

  // The notes ---------------------------------------------------------------------------------------------------------

  /** The text of the notes. */
  get notes(): Locator {
    return this.page.getByRole('textbox', { name: this.say('notes-label') });
  }

  /** The paragraphs of the notes, without the names at the others' cursors. */
  async notesText(): Promise<string[]> {
    return this.notes.evaluate((text) => {
      const copy = text.cloneNode(true) as HTMLElement;
      for (const cursor of copy.querySelectorAll('.notes-cursor')) cursor.remove();
      return [...copy.children].map((block) => block.textContent ?? '');
    });
  }

  /** The names at the others' cursors. They are for eyes only, so they are found by class. */
  get cursorNames(): Locator {
    return this.page.locator('.notes-cursor-name');
  }

  /** Opens the notes and waits until they can be written. */
  async openNotes(): Promise<void> {
    await this.goTo('notes');
    await this.editNotes();
    await expect(this.notes).toHaveAttribute('contenteditable', 'true');
  }

  /** On a phone one reads the notes first: asks to write them. */
  private async editNotes(): Promise<void> {
    await expect(this.notes).toBeVisible();
    const bar = this.page.getByRole('navigation', { name: this.say('tabs') });
    if ((await bar.isVisible()) && (await this.notes.getAttribute('contenteditable')) !== 'true') await this.button('notes-edit').click();
  }

  /** Writes a paragraph of its own at the end. */
  async writeParagraph(text: string): Promise<void> {
    await this.editNotes();
    await this.notes.click();
    await this.notes.press('ControlOrMeta+End');
    if ((await this.notes.innerText()).trim() !== '') await this.notes.press('Enter');
    await this.notes.pressSequentially(text, { delay: 5 });
  }

  /** The notes say how they stand: `saved`, `offline-kept` … */
  async expectNotes(state: string): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: this.say(`notes-save-${state}`) })).toBeVisible();
  }

  // Beside the notes ---------------------------------------------------------------------------------------------------

  /** The paragraphs that are points, with their labels, without the names at the others' cursors. */
  async points(): Promise<{ label: string; text: string }[]> {
    return this.notes.evaluate((text) => {
      const copy = text.cloneNode(true) as HTMLElement;
      for (const cursor of copy.querySelectorAll('.notes-cursor')) cursor.remove();
      return [...copy.querySelectorAll('[data-point]')].map((each) => ({ label: each.getAttribute('data-label') ?? '', text: each.textContent ?? '' }));
    });
  }

  /** Makes the paragraph at the cursor a point by the keyboard alone: a full stop with Ctrl, and the digit of the kind. */
  async pressPoint(digit: string): Promise<void> {
    await this.notes.press('ControlOrMeta+.');
    await expect(this.pointSheet).toBeVisible();
    await this.page.keyboard.press(digit);
    await expect(this.pointSheet).toBeHidden();
  }

  /** The sheet in which a paragraph becomes a point. */
  get pointSheet(): Locator {
    const titled = (id: string): Locator => this.page.getByRole('dialog', { name: this.say(id) });
    return titled('point-title').or(titled('point-title-change'));
  }

  /** Opens what stands beside the notes. */
  async openBeside(panel: 'points' | 'comments'): Promise<Locator> {
    const beside = this.page.getByRole('complementary', { name: this.say(`panel-${panel}`) });
    if (!(await beside.isVisible())) await this.page.getByRole('button', { name: new RegExp(`^${this.say(`panel-${panel}`)} \\d`) }).click();
    await expect(beside).toBeVisible();
    return beside;
  }

  /** Opens the history of the notes and waits for its slider. */
  async openHistory(): Promise<Locator> {
    await this.button('ways-history').click();
    const history = this.page.getByRole('dialog', { name: this.say('history-title') });
    await expect(history.getByRole('slider')).toBeVisible();
    return history;
  }

  // The floor ---------------------------------------------------------------------------------------------------------

  /** The part with the list of speakers. */
  get floor(): Locator {
    return this.page.getByRole('region', { name: this.say('tab-floor') });
  }

  /** Who waits, in order. */
  get waiting(): Locator {
    return this.floor.getByRole('listitem');
  }

  /** The clock of the speech under way. */
  get clock(): Locator {
    return this.page.getByRole('timer');
  }

  /** Asks for the floor. */
  async askForFloor(): Promise<void> {
    await this.goTo('floor');
    await this.button('floor-request').click();
    await expect(this.button('floor-withdraw')).toBeVisible();
  }

  /** Opens all that can be asked beside the big button. */
  async openWays(): Promise<Locator> {
    await this.button('floor-more').or(this.button('floor-more-own')).first().click();
    const ways = this.page.getByRole('dialog', { name: this.say('floor-more') });
    await expect(ways).toBeVisible();
    return ways;
  }

  /** As chair: moves somebody up, all at once, and says why: by the text of a quick choice, in other words, or not at all. */
  async moveUp(name: string, places: number, reason?: string): Promise<void> {
    for (let place = 0; place < places; place += 1) await this.button('chair-up', { name }).click();
    await this.button('chair-put-down', { place: '' }).click();
    await this.giveReason('move', reason);
  }

  /** As chair: chooses the reason, and by that does what it is for. */
  async giveReason(matter: 'move' | 'give' | 'skip' | 'withdraw' | 'lane', reason?: string): Promise<void> {
    const choice = this.page.getByRole('group', { name: this.say('reason-why') });
    const quick = choice.getByRole('button', { name: reason ?? this.say(`reason-none-${matter}`), exact: true });
    if (reason === undefined || (await quick.count()) > 0) await quick.click();
    else {
      await choice.getByRole('textbox').fill(reason);
      await choice.getByRole('button', { name: this.say(`reason-do-${matter}`), exact: true }).click();
    }
    await expect(choice).toHaveCount(0);
  }

  /** As chair: opens what else can be done with somebody on the list. */
  async rowMenu(name: string): Promise<Locator> {
    await this.button('chair-menu', { name }).click();
    const menu = this.page.getByRole('dialog', { name });
    await expect(menu).toBeVisible();
    return menu;
  }

  // The polls ---------------------------------------------------------------------------------------------------------

  /** One poll, by its question. */
  poll(question: string): Locator {
    return this.page.getByRole('article').filter({ has: this.page.getByRole('heading', { name: question }) });
  }

  /** Marks an answer and casts the ballot, for the first time or again. */
  async vote(question: string, answer: string, words: 'ballot-cast' | 'ballot-change' = 'ballot-cast'): Promise<void> {
    await this.goTo('polls');
    const poll = this.poll(question);
    await poll.getByLabel(answer).check();
    await poll.getByRole('button', { name: this.say(words) }).click();
    await expect(poll.getByText(this.say('ballot-in'))).toBeVisible();
  }

  /** As chair: opens, closes, shows or hides a poll. */
  async actOnPoll(question: string, act: 'poll-do-open' | 'poll-do-close' | 'poll-show' | 'poll-hide'): Promise<void> {
    await this.goTo('polls');
    await this.poll(question).getByRole('button', { name: this.say(act) }).click();
  }

  /** As chair: writes a poll and puts it to the room at once. */
  async writePoll(question: string, answers: [string, string, ...string[]]): Promise<void> {
    await this.goTo('polls');
    await this.button('poll-write').click();
    const form = this.page.getByRole('dialog', { name: this.say('poll-write') });
    await form.getByLabel(this.say('poll-question')).fill(question);
    for (const [index, answer] of answers.entries()) {
      if (index > 1) await form.getByRole('button', { name: this.say('poll-option-add') }).click();
      await form.getByLabel(this.say('poll-option-number', { number: index + 1 }), { exact: true }).fill(answer);
    }
    await form.getByRole('button', { name: this.say('poll-save-open') }).click();
    await expect(form).toBeHidden();
  }

  /** The row of an answer in a shown result: what it says from start to end. */
  async resultOf(question: string, answer: string): Promise<string[]> {
    const row = this.poll(question).getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: answer }) });
    return (await row.getByRole('cell').allInnerTexts()).map((text) => text.trim()).filter(Boolean);
  }

  // The close ---------------------------------------------------------------------------------------------------------

  /** As chair: closes the session by way of the dialog. */
  async closeSession(): Promise<void> {
    await this.goTo('desk');
    await this.button('close-room').click();
    const dialog = this.page.getByRole('dialog', { name: this.say('close-room-title') });
    await dialog.getByRole('button', { name: this.say('close-room-do') }).click();
    await expect(dialog).toBeHidden();
  }

  /** The page says that the session is closed. */
  async expectClosed(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: this.say('room-closed') })).toBeVisible();
  }

  /** Takes a file of the outcome home and gives its text. */
  async download(file: 'outcome-md' | 'outcome-html' | 'outcome-json' | 'polls-csv' | 'speakers-csv'): Promise<string> {
    const starts = this.page.waitForEvent('download');
    await this.page.getByRole('link', { name: this.say(`file-${file}`) }).click();
    const stream = await (await starts).createReadStream();
    return (await stream.toArray()).join('');
  }
}
