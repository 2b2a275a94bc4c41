/** Reaching things with the Tab key. */
import type { Locator, Page } from '@playwright/test';

/** More stops than any page has between two things that one wants. */
const STOPS_MAX = 60;

/** Goes on with the key until it is there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < STOPS_MAX; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} cannot be reached with the Tab key`);
}
