/** What every test starts from: a server of its own, and people who walk in with their devices. */
import { test as base, type Browser, type BrowserContext, type Page, type TestInfo } from '@playwright/test';
import { Cable } from './cable';
import { DEVICES, type Kind } from './devices';
import { Server } from './server';

/** A device in somebody's hands. */
export interface Device {
  page: Page;
  context: BrowserContext;
  /** Where this device finds the server. */
  url: string;
  /** Takes the network away, as a dead spot in the hall would. */
  goOffline(): Promise<void>;
  /** Gives it back. */
  goOnline(): Promise<void>;
}

/** How a device differs from others of its kind. */
export interface DeviceOptions {
  /** Its language; the pages follow it. */
  locale?: string;
  /** The time zone of its clock. */
  zone?: string;
  /** Whether its network can be taken away. */
  cable?: boolean;
}

/** Hands out devices, and sees afterwards that no page had an error of its own. */
export class Hall {
  private readonly contexts: BrowserContext[] = [];
  private readonly cables: Cable[] = [];
  /** Errors that a page did not catch. */
  readonly errors: string[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly server: Server,
  ) {}

  /** A new device with nothing on it. */
  async device(kind: Kind, { locale, zone, cable: wanted }: DeviceOptions = {}): Promise<Device> {
    const cable = wanted ? await Cable.lay(this.server.port) : null;
    if (cable) this.cables.push(cable);
    const context = await this.browser.newContext({ ...DEVICES[kind], ...(locale && { locale }), ...(zone && { timezoneId: zone }) });
    this.contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.errors.push(`${kind}: ${error.stack ?? error.message}`));
    return {
      page,
      context,
      url: cable?.url ?? this.server.url,
      goOffline: async () => {
        cable?.cut();
        await context.setOffline(true);
      },
      goOnline: async () => {
        cable?.mend();
        await context.setOffline(false);
      },
    };
  }

  /** Everybody leaves. */
  async empty(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
    await Promise.all(this.cables.map((cable) => cable.remove()));
  }
}

async function keepLog(server: Server, info: TestInfo): Promise<void> {
  if (info.status !== info.expectedStatus) await info.attach('server.log', { body: server.output, contentType: 'text/plain' });
}

export const test = base.extend<{ server: Server; hall: Hall }>({
  // eslint-disable-next-line no-empty-pattern -- the runner wants the pattern
  server: async ({}, use, info) => {
    const server = await Server.start();
    await use(server);
    await keepLog(server, info);
    await server.stop();
  },
  hall: async ({ browser, server }, use) => {
    const hall = new Hall(browser, server);
    await use(hall);
    await hall.empty();
    base.expect(hall.errors, 'no page had an error of its own').toEqual([]);
  },
});

export { expect } from '@playwright/test';
