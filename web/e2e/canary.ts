/** Notices whatever a page does that it never should: foreign code that runs, dialogs, other windows, requests to anybody else, and
 * whatever the browser itself refused or complained of. */
import { expect, type BrowserContext, type Page } from '@playwright/test';

/** Listens to all pages of all the contexts that it was given. */
export class Canary {
  private readonly heard: string[] = [];

  /** Listens from now on. Whatever is neither the server's nor the page's own data counts as a request to somebody else. */
  async listen(context: BrowserContext, origin: string, who: string): Promise<void> {
    const note = (what: string): void => void this.heard.push(`${who}: ${what}`);
    await context.addInitScript(() => {
      Object.defineProperty(window, 'pwned', { set: () => reportError(new Error('canary: foreign code ran')) });
      document.addEventListener('securitypolicyviolation', (event) => reportError(new Error(`canary: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)));
    });
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) note(`asks for ${url}`);
    });
    const watch = (page: Page): void => {
      page.on('console', (message) => {
        // A document that runs no scripts says so of those with which this test looks on, too.
        const isOwn = message.text().startsWith('Blocked script execution in');
        if (message.type() === 'error' && !isOwn) note(message.text());
      });
      page.on('pageerror', (error) => note(error.message));
      page.on('dialog', (dialog) => {
        note(`a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('framenavigated', (frame) => void (frame !== page.mainFrame() && note(`a frame: ${frame.url()}`)));
      page.on('popup', (popup) => note(`a window: ${popup.url()}`));
    };
    context.pages().forEach(watch);
    context.on('page', watch);
  }

  /** Nothing was heard. */
  expectSilent(): void {
    expect(this.heard, 'nothing ran, nobody was asked, nothing was complained of').toEqual([]);
  }
}

/** No page has an element that people wrote: the pages themselves have none of these. */
export async function expectNoForeignElements(page: Page): Promise<void> {
  const foreign = 'iframe, object, embed, base, form[action], marquee, math, portal, details[ontoggle], [onerror], [onload], [onclick], [style*="evil"], [src*="evil"], a[href^="javascript" i]';
  expect(await page.locator(foreign).count(), await page.title()).toBe(0);
}
