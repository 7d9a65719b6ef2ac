import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

declare global {
  interface Window {
    /** Where its source puts itself. */
    axe: typeof axe
  }
}

const WIDTHS = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
]

/** Checks the page as it is now with axe, at phone and desk width by default, and that nothing runs off its side. */
export async function expectAccessible(page: Page, sizes = WIDTHS): Promise<void> {
  // A page that streams gets its title a moment later.
  await expect(page).toHaveTitle(/./)
  const before = page.viewportSize()
  // Once for both widths: it is half a megabyte for the browser to read.
  for (const frame of page.frames()) await frame.evaluate(axe.source)
  for (const size of sizes) {
    await page.setViewportSize(size)
    expect(await page.evaluate(violationsOf)).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
  }
  if (before) await page.setViewportSize(before)
}

/** What axe says against the page that it was put into, by rule and element. */
async function violationsOf(): Promise<string[]> {
  // Told of violations alone, it takes a third of the time.
  const { violations } = await window.axe.run(document, { resultTypes: ['violations'] })
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}
