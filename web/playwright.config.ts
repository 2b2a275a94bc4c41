// The end-to-end tests: the real server's program, a real browser, nothing in between.
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));

export default defineConfig({
  projects: [
    { name: 'interop', testDir: './e2e/interop' },
    { name: 'pages', testDir: './e2e/pages' },
    // Figures, which a busy machine would spoil; not among the tests.
    { name: 'measure', testDir: './e2e/measure', use: { trace: 'off' } },
  ],
  outputDir: '../test-results/e2e',
  reporter: [['list']],
  // Each test has a server and a room of its own; two at a time is what a small machine bears.
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 15_000,
    locale: 'en-GB',
    timezoneId: 'America/New_York',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath,
      // Containers have no user namespaces for the sandbox and a small /dev/shm.
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    },
  },
});
