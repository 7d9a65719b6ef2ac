import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { expect, test } from '../support/installation'
import { load } from '../support/load'
import { signIn } from '../support/sign-in'

const PASSWORD = 'teapot under seven umbrellas'
const EMAIL = 'archivist@example.org'

test.describe.configure({ mode: 'serial' })

let page: Page
let home: string

test.beforeAll(async ({ browser, installation }) => {
  const words = ['--email', EMAIL, '--name', 'Archivist', '--password', PASSWORD]
  const made = await installation.cli('setup', ...words, '--workspace', 'Archive')
  await load(installation, (made as { workspace: string }).workspace, 'edges', 'edges')
  home = `${installation.url}/campaigns/edges`
  page = await (await browser.newContext()).newPage()
  await signIn(page, installation.url, { email: EMAIL, password: PASSWORD })
})

test.afterAll(() => page.context().close())

/** A key that is pressed before the script has come is answered when it does. */
async function press(key: string, focused: Locator) {
  await page.keyboard.press(key)
  await expect(focused).toBeFocused()
}

test('a story goes on as it is scrolled, and reload shows the same place', async () => {
  const address = `${home}/story?order=oldest`
  const sent = await (await page.request.get(address)).text()
  expect(sent.match(/<article /g)?.length).toBeLessThan(30)
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('1804')
  const reached = () => /here=[^&]*_([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '1804'
  await expect(async () => {
    await page.mouse.move(500, 500)
    await page.mouse.wheel(0, 2_500)
    expect(sent).not.toContain(reached())
  }).toPass()
  const here = reached()
  await page.reload()
  await expect(page.locator(`[data-entry="${here}"]`)).toBeInViewport()
})

test('a page that is read comes without script, and misses no key or press', async () => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') asked.push(request.url())
  })
  await page.goto(`${home}/story`, { waitUntil: 'networkidle' })
  expect(asked).toEqual([])
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  expect(asked.length).toBeGreaterThan(0)
  await page.goto(`${home}/table`, { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
})

test('what may be any day of a year is under no month', async () => {
  await page.goto(`${home}/story?from=2026`)
  await expect(page.getByText('5 of 348 entries: entries since 2026')).toBeVisible()
  const headings = page.getByRole('heading', { level: 2 })
  await expect(headings).toHaveText(['March 2026', 'February 2026', '2026'])
  await expectAccessible(page)
  await page.goto(`${home}/calendar?in=2026-02`)
  await expect(page.getByRole('heading', { name: 'No exact day (1)' })).toBeVisible()
  await expect(page.getByRole('link', { name: /by 13 Feb 2026: Known by February/ })).toBeVisible()
})

test('a day of 300 is a few titles and a number, which leads to all of them', async () => {
  await page.goto(`${home}/calendar`)
  await press('t', page.getByLabel('Jump to a date'))
  await page.keyboard.type('March 2019')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'March 2019' })).toBeVisible()
  await expect(page.getByRole('link', { name: /Of a full day/ })).toHaveCount(4)
  await expectAccessible(page)
  await page.getByRole('link', { name: /^296 more/ }).click()
  await expect(page.getByText(/^300 of 348 entries: entries /)).toBeVisible()
})

test('keys walk through a table and log on the date of a row', async () => {
  await page.goto(`${home}/table?from=2026-03`)
  await press('j', page.getByRole('link', { name: /^Lasts from a known day/ }))
  await page.keyboard.press('j')
  await expect(
    page.getByRole('link', { name: 'After the clocks change', exact: true }),
  ).toBeFocused()
  await page.keyboard.press('n')
  await expect(page).toHaveURL(/entries\/new\?date=2026-03-08/)
  await page.goBack()
  await page.getByRole('button', { name: /^Keyboard shortcuts/ }).click()
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
})

test('without script a list that is not whole is searched, and its choice kept', async ({
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const plain = await context.newPage()
  await plain.goto(`${home}/table?panel=filters&date=exact`)
  const panel = plain.getByRole('region', { name: 'Filters' })
  await expect(panel.getByText('The first 60 of 300 tags.')).toBeVisible()
  await panel.getByLabel(/of 300 tags/).fill('299')
  await panel.getByRole('button', { name: 'Find among tags' }).click()
  await panel.getByRole('checkbox', { name: /^number 299/ }).check()
  await panel.getByRole('button', { name: 'Show these' }).click()
  await expect(plain.getByRole('status').first()).toHaveText(
    '1 of 348 entries: entries tagged number 299 with a date known to the day',
  )
  await expect(panel.getByRole('checkbox', { name: /^number 299/ })).toBeChecked()
  await context.close()
})
