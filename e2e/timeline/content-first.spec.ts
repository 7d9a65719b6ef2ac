import type { Page } from '@playwright/test'
import { expect, test } from '../support/installation'
import { signIn } from '../support/sign-in'

const PASSWORD = 'teapot under seven umbrellas'
const EMAIL = 'reader@example.org'

test.describe.configure({ mode: 'serial' })

let page: Page
let home: string

test.beforeAll(async ({ browser, installation }) => {
  const words = ['--email', EMAIL, '--name', 'Reader', '--password', PASSWORD]
  await installation.cli('setup', ...words, '--workspace', 'Readers', '--sample')
  home = `${installation.url}/campaigns/amazon-cut-the-ties`
  page = await (await browser.newContext()).newPage()
  await signIn(page, installation.url, { email: EMAIL, password: PASSWORD })
})

test.afterAll(() => page.context().close())

/** What each view is opened for: it begins within this many pixels of the top. */
const firsts: [view: string, first: (page: Page) => ReturnType<Page['locator']>][] = [
  ['/story', (on) => on.locator('article a:visible').first()],
  ['', (on) => on.locator('main a[href*="/entries/"]:not([href$="/new"]):visible').first()],
  ['/lanes', (on) => on.getByRole('region', { name: 'Lanes' })],
  ['/calendar', (on) => on.getByText('January', { exact: true }).first()],
  ['/map', (on) => on.getByRole('region', { name: 'Map', exact: true })],
]
const screens = [
  { width: 1440, height: 900, most: 300 },
  { width: 390, height: 844, most: 420 },
]

for (const [view, first] of firsts)
  test(`the page ${view || 'of the campaign'} begins with what it is opened for`, async () => {
    for (const { most, ...size } of screens) {
      await page.setViewportSize(size)
      await page.goto(home + view)
      const place = await first(page).boundingBox()
      expect(place?.y, `at ${size.width} px`).toBeLessThanOrEqual(most)
    }
  })

test('a menu closes on Escape, on a press outside and when a link in it is followed', async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${home}/story`)
  const menu = page.locator('details[data-menu]').filter({ hasText: 'Export' }).last()
  const summary = menu.locator('summary')
  const opened = async () => {
    await expect(async () => {
      if ((await menu.getAttribute('open')) === null) await summary.click()
      await expect(menu).toHaveAttribute('open', '', { timeout: 500 })
    }).toPass()
  }
  await opened()
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(menu).not.toHaveAttribute('open', '', { timeout: 500 })
  }).toPass()
  await expect(summary).toBeFocused()
  await opened()
  await page.mouse.click(400, 600)
  await expect(menu).not.toHaveAttribute('open', '')
})
