import { chromium } from '@playwright/test'
import { findChromium, noChromium } from './chromium'
import { run } from './run'
import { Trouble } from './trouble'

/**
 * The browser for the browser tests; where there is none, Playwright's own is fetched.
 *
 * @returns its program
 */
export async function ensureChromium(): Promise<string> {
  const found = findChromium(chromium.executablePath())
  if (found) return found
  await run('npx', ['playwright', 'install', 'chromium'])
  const installed = findChromium(chromium.executablePath())
  if (installed) return installed
  throw new Trouble(noChromium)
}
