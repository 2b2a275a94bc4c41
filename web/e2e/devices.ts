/** What people hold in their hands. */
import type { BrowserContextOptions } from '@playwright/test';

/** The kinds of devices that the pages are made for. */
export type Kind = 'phone' | 'laptop' | 'projector';

/** A small phone, an ordinary laptop, a projector. */
export const DEVICES: Record<Kind, BrowserContextOptions> = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  laptop: { viewport: { width: 1366, height: 768 } },
  projector: { viewport: { width: 1920, height: 1080 } },
};
