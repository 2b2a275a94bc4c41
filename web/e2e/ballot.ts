/** A ballot paper in somebody's hands: one poll on a page, filled in as the forms of the kinds have it. */
import { expect, type Locator } from '@playwright/test';
import type { RoomPage } from './room';

/** How a ballot stands once it is in. */
export type In = 'ballot-in' | 'ballot-in-final' | 'ballot-in-delegation' | 'ballot-in-delegation-final' | 'ballot-in-secret';

/** The ballot of one poll. */
export class BallotPaper {
  constructor(
    readonly room: RoomPage,
    readonly question: string,
  ) {}

  /** The poll's card. */
  get card(): Locator {
    return this.room.poll(this.question);
  }

  /** A button of it. */
  button(id: string, args?: Record<string, string | number>): Locator {
    return this.card.getByRole('button', { name: this.room.say(id, args), exact: true });
  }

  /** One of the steps of an item, or of an item on an axis. */
  step(item: string, step: string): Locator {
    return this.card.getByRole('group', { name: item, exact: true }).getByRole('radio', { name: step, exact: true });
  }

  /** Presses a step. */
  async choose(item: string, step: string): Promise<void> {
    await this.step(item, step).check();
    await expect(this.step(item, step)).toBeChecked();
  }

  /** Something that the paper says. */
  says(id: string, args?: Record<string, string | number>): Locator {
    return this.card.getByText(this.room.say(id, args), { exact: true });
  }

  /** Casts it and waits until it is in. */
  async cast(stands: In = 'ballot-in', words: 'ballot-cast' | 'ballot-change' = 'ballot-cast'): Promise<void> {
    await this.button(words).click();
    await expect(this.says(stands)).toBeVisible();
  }

  /** Whatever can be pressed on it is large enough for a thumb. */
  async expectLarge(): Promise<void> {
    const small = await this.card.evaluate((card) => {
      const targets = [...card.querySelectorAll('button, textarea, label:has(input), input:not([type=radio], [type=checkbox])')];
      return targets.filter((target) => target.getBoundingClientRect().height < 47.5).map((target) => target.outerHTML.slice(0, 160));
    });
    expect(small, 'targets too small for a thumb').toEqual([]);
  }
}
