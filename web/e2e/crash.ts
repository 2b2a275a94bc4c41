/** A browser of its own with a profile that outlives it, to be killed as the system of a phone does. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type Page } from '@playwright/test';

/** A person's own browser. */
export class OwnBrowser {
  private process: ChildProcess | null = null;
  private browser: Browser | null = null;

  private constructor(
    private readonly program: string,
    private readonly options: string[],
    private readonly profile: string,
  ) {}

  /** One that has never been used. */
  static async fresh(program: string, options: string[]): Promise<OwnBrowser> {
    return new OwnBrowser(program, options, await mkdtemp(join(tmpdir(), 'roundtable-profile-')));
  }

  /** Starts it on its profile, with an empty page. */
  async start(): Promise<Page> {
    const own = ['--headless=new', '--window-size=1366,900', '--remote-debugging-port=0', `--user-data-dir=${this.profile}`, '--no-first-run', 'about:blank'];
    const child = spawn(this.program, [...this.options, ...own], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    this.process = child;
    for await (const line of createInterface({ input: child.stderr })) {
      const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (found === undefined) continue;
      child.stderr.resume();
      this.browser = await chromium.connectOverCDP(found);
      const context = this.browser.contexts()[0];
      if (!context) break;
      return context.pages()[0] ?? context.newPage();
    }
    throw new Error('the browser did not start');
  }

  /** Ends it and all that belongs to it at once. */
  async kill(): Promise<void> {
    const child = this.process;
    this.process = null;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    // The whole group: a browser is many processes.
    process.kill(-child.pid, 'SIGKILL');
    await ended;
    await this.browser?.close().catch(() => undefined);
  }

  /** Ends it and takes its profile away. */
  async remove(): Promise<void> {
    await this.kill();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
