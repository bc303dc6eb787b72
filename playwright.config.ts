import { defineConfig } from '@playwright/test';

/** The browser tests start the product as a newcomer would and use it in Chromium. */
export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  outputDir: 'test-results',
  // For a machine that is several times slower than a developer's: what goes well takes no longer.
  timeout: 900_000,
  expect: { timeout: 90_000 },
  workers: 1,
  fullyParallel: false,
  retries: 0,
  reporter: [['list'], ['json']],
  globalSetup: './packages/app/e2e-tests/startPortico.ts',
  use: {
    baseURL: 'http://localhost:7007',
    viewport: { width: 1440, height: 1000 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.PORTICO_CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
