import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const WIDTHS = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
]

/** Checks the page as it is now with axe, at phone and desk width, and that nothing runs off its side. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page that streams gets its title a moment later.
  await expect(page).toHaveTitle(/./)
  const before = page.viewportSize()
  for (const size of WIDTHS) {
    await page.setViewportSize(size)
    // In the page itself and told of violations alone, it takes a third of the time.
    const axe = new AxeBuilder({ page }).setLegacyMode()
    const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze()
    expect(
      violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
      ),
    ).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
  }
  if (before) await page.setViewportSize(before)
}
