/** The outcome as a page of its own, as it is sealed and sent: accessible on every device, in light and dark, and no wider than it. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from '../fixtures';
import { expectAccessible, expectNoWiderThanDevice, takePicture } from '../looks';

const FIXTURES = join(import.meta.dirname, '../../../tests/fixtures/outcome');
const DEVICES = { phone: { width: 360, height: 740 }, laptop: { width: 1280, height: 800 } };

for (const document of ['report', 'polls', 'draft']) {
  for (const [device, viewport] of Object.entries(DEVICES)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const name = `outcome-${document}-${device}-${colorScheme}`;
      test(`${name} can be read by everyone`, async ({ browser }) => {
        const context = await browser.newContext({ viewport, colorScheme });
        const page = await context.newPage();
        await page.goto(pathToFileURL(join(FIXTURES, document, 'outcome.html')).href);
        await takePicture(page, name);
        await expectNoWiderThanDevice(page, name);
        await expectAccessible(page, name);
        await context.close();
      });
    }
  }
}
