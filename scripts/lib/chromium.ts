import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Trouble } from './trouble'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  '/snap/bin/chromium',
]

/** The sentence for a machine without a browser. */
export const noChromium =
  'There is no Chromium for the browser tests. Install Chromium or Chrome, or name its program with THROUGHLINE_CHROMIUM.'

/**
 * The browser for the browser tests: the one that THROUGHLINE_CHROMIUM names, else Playwright's
 * own, else the system's.
 *
 * @param playwrightsOwn where Playwright's own would be
 * @returns its program
 * @throws Trouble when THROUGHLINE_CHROMIUM names nothing
 */
export function findChromium(playwrightsOwn: string): string | null {
  const named = process.env.THROUGHLINE_CHROMIUM
  if (named) {
    if (existsSync(named)) return named
    throw new Trouble(`THROUGHLINE_CHROMIUM is ${named}, which does not exist.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [playwrightsOwn, ...found, ...places].find((program) => existsSync(program)) ?? null
}
