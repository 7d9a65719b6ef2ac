import { chromium, defineConfig } from '@playwright/test'
import { findChromium } from './scripts/lib/chromium'

const asRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './e2e/support/global-setup.ts',
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A browser that stalls once is not a fault of the product; the list names such a test as flaky.
  retries: process.env.CI ? 1 : 0,
  // Ceilings for a busy machine; what is waited for decides, and on a quiet one comes at once.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  use: {
    // A trace costs a fifth of the processor; a failure is looked at again with `--trace=on`.
    trace: 'off',
    screenshot: 'only-on-failure',
    locale: 'en-US',
    timezoneId: 'America/Los_Angeles',
    launchOptions: {
      executablePath: findChromium(chromium.executablePath()) ?? undefined,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A site that frames a page of this machine would be taken for an attack on it.
        '--disable-features=LocalNetworkAccessChecks',
        // Chromium's own walls do not stand for root.
        ...(asRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
})
