import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { expect, test, type Installation } from '../support/installation'

const PASSWORD = 'teapot under seven umbrellas'
const EMAIL = 'reviewer@example.org'

test.describe.configure({ mode: 'serial' })

async function openCampaign(page: Page, { url }: Installation): Promise<string> {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('E-mail').fill(EMAIL)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/campaigns/)
  const path = await page
    .locator('main a[href^="/campaigns/"]:not([href$="/new"])')
    .first()
    .getAttribute('href')
  await page.goto(`${url}${path}/story`)
  return `${url}${path}`
}

test.beforeAll(async ({ installation }) => {
  const words = ['--email', EMAIL, '--name', 'Reviewer', '--password', PASSWORD]
  await installation.cli('setup', ...words, '--workspace', 'Reviewers', '--sample')
})

test('a filter stands in the address, and reload, back and a pasted link show the same', async ({
  page,
  installation,
}) => {
  const home = await openCampaign(page, installation)
  await expect(page.getByRole('status').getByText('6 entries')).toBeVisible()
  await page.getByRole('link', { name: 'Filters', exact: true }).click()
  const panel = page.getByRole('region', { name: 'Filters' })
  await panel.getByRole('checkbox', { name: /^Outcome/ }).check()
  await panel.getByRole('button', { name: 'Show these' }).click()
  const sentence = page.getByText('1 of 6 entries: outcomes')
  await expect(sentence).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await expect(sentence).toBeVisible()
  const address = page.url()
  await page.getByRole('link', { name: 'Show all', exact: true }).click()
  await expect(page.getByText('6 entries', { exact: true })).toBeVisible()
  await page.goBack()
  await expect(sentence).toBeVisible()
  await page.goto(home)
  await expect(page.getByRole('heading', { name: 'Latest' })).toBeVisible()
  await page.goto(address)
  await expect(sentence).toBeVisible()
  await page.goto(address.replace('/story?', '?'))
  await expect(page).toHaveURL(address)
  await expect(sentence).toBeVisible()
})

for (const view of ['calendar', 'map', 'table', 'compare', 'print']) {
  test(`the ${view} of the same entries can be read by everybody`, async ({
    page,
    installation,
  }) => {
    const home = await openCampaign(page, installation)
    await page.goto(`${home}/${view}?lane=action`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  })
}

test('the keyboard walks through the entries, jumps to a date and tells its keys', async ({
  page,
  installation,
}) => {
  await openCampaign(page, installation)
  await expect(page.getByRole('article').first()).toBeVisible()
  await page.keyboard.press('j')
  const titles = page.getByRole('article').getByRole('heading').getByRole('link')
  await expect(titles.first()).toBeFocused()
  await page.keyboard.press('j')
  await expect(titles.nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(titles.first()).toBeFocused()
  const month = page.getByRole('heading', { level: 2 }).first()
  const newest = (await month.textContent()) ?? ''
  await page.keyboard.press('t')
  await page.keyboard.type('November 2025')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/[?&](at|here)=/)
  await expect(month).toHaveText('November 2025')
  await page.goBack()
  await expect(month).toHaveText(newest)
  await page.goForward()
  await expect(month).toHaveText('November 2025')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
})

test.describe('without script', () => {
  test('filters are a form, entries open in place, and the rail leads to a year', async ({
    browser,
    page,
    installation,
  }) => {
    const home = await openCampaign(page, installation)
    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    })
    const plain = await context.newPage()
    await plain.goto(`${home}/story?q=flock&panel=filters`)
    const region = plain.getByRole('region', { name: 'Filters' })
    await region.getByRole('checkbox', { name: /^Response/ }).check()
    await region.getByRole('button', { name: 'Show these' }).click()
    await expect(plain.getByText(/of 6 entries: responses with “flock”/)).toBeVisible()
    await plain.getByRole('link', { name: /^Open .*: Ring cancels/ }).click()
    await expect(plain.getByRole('link', { name: /^Close/ }).last()).toBeVisible()
    await plain.goto(`${home}/story`)
    await plain.getByRole('link', { name: 'Go to 2025' }).first().click()
    await expect(plain.getByRole('heading', { level: 2 }).first()).toHaveText('November 2025')
    await context.close()
  })
})

test('a filter is kept under a name', async ({ page, installation }) => {
  const home = await openCampaign(page, installation)
  await page.goto(`${home}/story?kind=rally&panel=filters`)
  await page.getByLabel('Name of this filter').fill('Rallies')
  await page.getByRole('button', { name: 'Save this filter' }).click()
  const saved = page.getByRole('navigation', { name: 'Saved filters' })
  await expect(saved.getByRole('link', { name: 'Rallies' })).toBeVisible()
  await page.goto(`${home}/story?panel=filters`)
  await saved.getByRole('link', { name: 'Rallies' }).click()
  await expect(page.getByText('1 of 6 entries: rallies')).toBeVisible()
})
