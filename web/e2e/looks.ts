/** What must hold for every page as a whole: accessible, no wider than the device, and a picture of it for people to look at. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { join } from 'node:path';
import { textIds } from './words';

const IDS = textIds();
const PICTURES = join(import.meta.dirname, '../../test-results/pages');
const SERIOUS = new Set(['serious', 'critical']);

/** Checks the page as it is now, all but its accessibility, and takes its picture. */
export async function expectWhole(page: Page, name: string): Promise<void> {
  await takePicture(page, name);
  await expectNoWiderThanDevice(page, name);
  await expectRoomNoHigherThanWindow(page, name);
  await expectNoTextMissing(page, name);
}

/** Checks the page as it is now and takes its picture. */
export async function expectSound(page: Page, name: string): Promise<void> {
  await expectWhole(page, name);
  await expectAccessible(page, name);
}

/** The picture goes to test-results/pages. */
export async function takePicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
}

/** Nothing that the rules of accessibility call serious or critical. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => SERIOUS.has(impact ?? ''));
  const told = serious.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`);
  expect(told.join('\n'), `${name} is accessible`).toBe('');
}

/** Nobody has to push the page sideways. */
export async function expectNoWiderThanDevice(page: Page, name: string): Promise<void> {
  const widths = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    });
    return { scrollWidth, clientWidth, wide: wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)) };
  });
  const sentence = `${name} is no wider than the device; wide: ${widths.wide.join(' | ')}`;
  expect(widths.scrollWidth, sentence).toBeLessThanOrEqual(widths.clientWidth);
}

/** A room has the window, and scrolls within itself; below it would be emptiness. */
export async function expectRoomNoHigherThanWindow(page: Page, name: string): Promise<void> {
  const beyond = await page.evaluate(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    // Lower windows than a room can be scroll.
    return document.querySelector('#app > .room') && clientHeight >= 520 ? scrollHeight - clientHeight : 0;
  });
  expect(beyond, `${name}: the page is as high as the window`).toBeLessThanOrEqual(0);
}

/** A text that was not found is shown as its id. */
export async function expectNoTextMissing(page: Page, name: string): Promise<void> {
  const shown = new Set((await page.locator('body').innerText()).split(/\s+/));
  expect(IDS.filter((id) => shown.has(id)), `${name} has all its texts`).toEqual([]);
}

/** A projector cannot be scrolled: whatever does not fit is not seen. */
export async function expectNothingCutOff(page: Page, name: string): Promise<void> {
  const cut = await page.evaluate(() => {
    const beyond = [...document.querySelectorAll('main *')].filter((element) => {
      if (element.childElementCount > 0 || element.textContent?.trim() === '' || !element.checkVisibility()) return false;
      // What is for screen readers alone is, or lies in, a box of one pixel.
      if (element.closest('.unseen')) return false;
      const { top, bottom } = element.getBoundingClientRect();
      for (let box: Element | null = element; box; box = box.parentElement) {
        const clips = box === document.documentElement || getComputedStyle(box).overflowY !== 'visible';
        const edge = box === document.documentElement ? innerHeight : box.getBoundingClientRect().bottom;
        // Tight lines have letters that stand out of their box by a little.
        if (clips && box !== element && bottom - edge > (bottom - top) / 4) return true;
      }
      return false;
    });
    return beyond.map((element) => element.textContent?.trim() ?? '');
  });
  expect(cut, `${name} shows everything`).toEqual([]);
}

/** Whatever may stand over the page leaves every word of it uncovered: no text but its own lies where it lies. */
export async function expectCoversNothing(over: Locator, name: string): Promise<void> {
  const covered = await over.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const around = text.parentElement;
      if (!around || element.contains(text) || text.textContent?.trim() === '' || !around.checkVisibility() || around.closest('.unseen')) continue;
      range.selectNodeContents(text);
      const meets = [...range.getClientRects()].some(({ left, right, top, bottom }) => left < box.right && right > box.left && top < box.bottom - 1 && bottom > box.top + 1);
      if (meets) found.push(text.textContent?.trim() ?? '');
    }
    return found;
  });
  expect(covered, `${name} covers nothing`).toEqual([]);
}

/** The edges of a box cut no line of text in it: each is all in sight or all out of it. */
export async function expectWholeLines(box: Locator, name: string): Promise<void> {
  const lines = await box.evaluate((element) => {
    const edges = element.getBoundingClientRect();
    const range = document.createRange();
    const texts = [...element.querySelectorAll('p, h1, h2, h3')].flatMap((block) => {
      range.selectNodeContents(block);
      return [...range.getClientRects()];
    });
    const cut = ({ top, bottom }: DOMRect): boolean => [edges.top, edges.bottom].some((edge) => top < edge - 0.5 && bottom > edge + 0.5);
    return { all: texts.length, above: texts.filter(({ bottom }) => bottom <= edges.top + 0.5).length, cut: texts.filter(cut).map(({ top, bottom }) => [top, bottom]) };
  });
  expect(lines.above, `${name} has more lines than are in sight`).toBeGreaterThan(0);
  expect(lines.cut, `${name} shows whole lines, of ${lines.all}`).toEqual([]);
}
