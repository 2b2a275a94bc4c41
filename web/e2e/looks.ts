/** What must hold for every page as a whole: accessible, no wider than the device, and a picture of it for people to look at. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { join } from 'node:path';

const PICTURES = join(import.meta.dirname, '../../test-results/pages');
const SERIOUS = new Set(['serious', 'critical']);

/** Checks the page as it is now and takes its picture. */
export async function expectSound(page: Page, name: string): Promise<void> {
  await expectNoWiderThanDevice(page, name);
  await takePicture(page, name);
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
