import { chromium } from '@playwright/test'
import { findChromium, noChromium } from './chromium.mjs'
import { run } from './run.mjs'
import { Trouble } from './trouble.mjs'

/**
 * The browser for the browser tests; where there is none, Playwright's own is fetched.
 *
 * @returns {Promise<string>} its program
 */
export async function ensureChromium() {
  const found = findChromium(chromium.executablePath())
  if (found) return found
  await run('npx', ['playwright', 'install', 'chromium'])
  const installed = findChromium(chromium.executablePath())
  if (installed) return installed
  throw new Trouble(noChromium)
}
