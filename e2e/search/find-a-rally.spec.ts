import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { expect, test, type Installation } from '../support/installation'

const PASSWORD = 'teapot under seven umbrellas'

test.describe.configure({ mode: 'serial' })

async function signIn(page: Page, installation: Installation) {
  await page.goto(`${installation.url}/sign-in`)
  await page.getByLabel('E-mail').fill('finder@example.org')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/campaigns/)
}

test.beforeAll(async ({ installation }) => {
  const words = ['--email', 'finder@example.org', '--name', 'Finder', '--password', PASSWORD]
  await installation.cli('setup', ...words, '--workspace', 'Finders', '--sample')
})

test('a member finds the rally from the keyboard, with a typing error', async ({
  page,
  installation,
}) => {
  await signIn(page, installation)
  const found = page.locator('input[data-search-field]:focus')
  // The keys come with the page's script, which may arrive after the address has changed.
  await expect(async () => {
    if (!(await found.isVisible())) await page.keyboard.press('/')
    await expect(found).toHaveValue('', { timeout: 1_000 })
  }).toPass()
  await page.keyboard.type('sphres rally')
  await page.keyboard.press('Enter')
  const results = page.getByRole('region', { name: 'Results' })
  await expect(
    results.getByRole('link', { name: /Rally at the Amazon Spheres/ }).first(),
  ).toBeVisible()
  await expect(results.locator('mark').filter({ hasText: 'Spheres' }).first()).toBeVisible()
  await expect(results.getByText('similar words were searched too')).toBeVisible()
  await expectAccessible(page)

  const field = page.getByLabel('Words to look for')
  await field.fill('a')
  await field.press('/')
  await expect(field).toHaveValue('a/')
  await page.getByRole('button', { name: 'Search', exact: true }).focus()
  await page.keyboard.press('/')
  await expect(field).toBeFocused()

  await page.goto(`${installation.url}/search?q=amazon&from=2026-02-30`)
  await expect(page.getByText('Give a year, a month or a day')).toBeVisible()
})

test('a member goes to a record by the command bar', async ({ page, installation }) => {
  await signIn(page, installation)
  const button = page.getByRole('link', { name: 'Search or go to' })
  const bar = page.getByRole('dialog', { name: 'Search or go to' })
  const field = bar.getByRole('combobox')
  await expect(async () => {
    await button.focus()
    await page.keyboard.press('Control+k')
    await expect(field).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await expect(button).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('maren')
  await expect(bar.getByRole('option', { name: 'Maren Costa' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Maren Costa', level: 1 })).toBeVisible()

  await page.goto(`${installation.url}/campaigns`)
  await expect(async () => {
    await button.click()
    await expect(field).toBeFocused({ timeout: 1_000 })
  }).toPass()
  const recent = bar.getByRole('group', { name: 'Recent' })
  await expect(recent.getByRole('option')).toHaveText([/Maren Costa/])
  await page.keyboard.type('invite')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/members$/)
})

test('Enter in the command bar waits for what answers to all that was typed', async ({
  page,
  installation,
}) => {
  await signIn(page, installation)
  // The record that was read last, which is offered until something is typed.
  await page
    .getByRole('link', { name: /Amazon/ })
    .first()
    .click()
  await page.waitForURL(/\/campaigns\/[^/]+$/)
  await expect(page.getByRole('heading', { name: /Amazon/, level: 1 })).toBeVisible()
  await page.goto(`${installation.url}/members`)
  let answer = () => {}
  const asked = new Promise<void>((resolve) => (answer = resolve))
  await page.route(/\/api\/go\?q=/, async (route) => {
    await asked
    await route.continue()
  })
  const bar = page.getByRole('dialog', { name: 'Search or go to' })
  await expect(async () => {
    await page.getByRole('link', { name: 'Search or go to' }).click()
    await expect(bar.getByRole('combobox')).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await expect(bar.getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveCount(1)
  await page.keyboard.type('maren')
  await page.keyboard.press('Enter')
  await expect(bar).toBeVisible()
  answer()
  await expect(page.getByRole('heading', { name: 'Maren Costa', level: 1 })).toBeVisible()
})

test('what is typed stays text', async ({ page, installation }) => {
  await signIn(page, installation)
  const q = `"><img src=x onerror=alert(1)> ' or 1=1 --`
  await page.goto(`${installation.url}/search?q=${encodeURIComponent(q)}`)
  await expect(page.getByLabel('Words to look for')).toHaveValue(q)
  await expect(page.locator('img')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Nothing was found' })).toBeVisible()
})

test('without script the form searches too', async ({ browser, installation }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, installation)
  await page.getByRole('link', { name: 'Search or go to' }).click()
  await page.getByLabel('Words to look for').fill('amazon')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(
    page.getByRole('region', { name: 'Results' }).getByRole('listitem').first(),
  ).toBeVisible()
  await context.close()
})

test('places are found by members alone', async ({ page, request, installation }) => {
  const address = `${installation.url}/api/go?q=maren`
  expect((await request.get(address)).status()).toBe(401)
  await signIn(page, installation)
  const answer = await page.request.get(address)
  expect(answer.headers()['cache-control']).toContain('no-store')
  expect(await answer.json()).toMatchObject({ items: [{ record: 'person', name: 'Maren Costa' }] })
})

test('names are looked up by members alone', async ({ page, request, installation }) => {
  const address = `${installation.url}/api/lookup?kind=organization&q=amzaon`
  expect((await request.get(address)).status()).toBe(401)
  await signIn(page, installation)
  const answer = await page.request.get(address)
  expect(answer.headers()['cache-control']).toContain('no-store')
  expect(await answer.json()).toMatchObject({ items: [{ name: 'Amazon' }, {}] })
  expect((await page.request.get(`${installation.url}/api/lookup?kind=account`)).status()).toBe(400)
})
