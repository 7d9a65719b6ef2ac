import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { expect, test } from '../support/installation'
import { signIn } from '../support/sign-in'

const PASSWORD = 'teapot under seven umbrellas'
const EMAIL = 'clerk@example.org'

test.describe.configure({ mode: 'serial' })

let page: Page
let home: string

test.beforeAll(async ({ browser, installation }) => {
  const words = ['--email', EMAIL, '--name', 'Clerk', '--password', PASSWORD]
  await installation.cli('setup', ...words, '--workspace', 'Desk', '--sample')
  home = `${installation.url}/campaigns/amazon-cut-the-ties`
  page = await (await browser.newContext()).newPage()
  await signIn(page, installation.url, { email: EMAIL, password: PASSWORD })
  await page.goto(`${home}/table?col=date&col=title&col=kind&col=place&col=tags`)
})

test.afterAll(() => page.context().close())

const row = (title: string | RegExp, on = page) =>
  on.getByRole('row').filter({ has: on.getByRole('rowheader', { name: title }) })
const cell = (title: string | RegExp, what: string) =>
  row(title).getByRole('link', { name: new RegExp(`Edit ${what}`, 'i') })

/** A key that is pressed before the script has come is answered when it does. */
async function open(title: string | RegExp, what: string, label: string) {
  await cell(title, what).focus()
  await page.keyboard.press('F2')
  await expect(field(label)).toBeFocused()
}

const RALLY = /^Rally/
/** The field of the cell that is open; a title's heading names the row no longer meanwhile. */
const field = (label: string) => page.locator('[data-open]').getByLabel(label, { exact: true })

test('a title is edited by keyboard: F2 opens, Enter saves, the row is announced', async () => {
  await open(RALLY, 'title', 'Title')
  await expectAccessible(page)
  await page.keyboard.type('Rally at the Spheres')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved: Rally at the Spheres.')).toBeVisible()
  await expect(row('Rally at the Spheres').getByRole('button', { name: 'Save' })).toHaveCount(0)
  await expect(cell('Rally at the Spheres', 'title')).toBeFocused()
})

test('Escape leaves the cell as it was', async () => {
  await open(RALLY, 'title', 'Title')
  await page.keyboard.type('Something else')
  await page.keyboard.press('Escape')
  await expect(row('Rally at the Spheres')).toBeVisible()
  await expect(cell('Rally at the Spheres', 'title')).toBeFocused()
})

test('a date says what was understood, and what is wrong stands beside it, with what was typed', async () => {
  await open(RALLY, 'date', 'When')
  const when = field('When')
  await when.fill('sometime')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Fix one problem to continue.')).toBeVisible()
  await expect(when).toHaveValue('sometime')
  await when.fill('14 Feb 2026')
  await expect(page.getByText(/^Understood: .*14 Feb 2026/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Saved: Rally at the Spheres.')).toBeVisible()
  await expect(row(RALLY)).toContainText('14 Feb 2026')
})

test('Tab saves and goes on to the next cell', async () => {
  await open(RALLY, 'place', 'Where')
  await field('Where').fill('Amazon Spheres, 7th Avenue, Seattle')
  await page.keyboard.press('Tab')
  await expect(row(RALLY)).toContainText('7th Avenue')
  await expect(cell(RALLY, 'tags')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(field('Tags')).toBeFocused()
  await page.keyboard.type('spheres, first')
  await page.keyboard.press('Enter')
  await expect(row(RALLY)).toContainText('first')
})

test('two people at one cell: both texts are shown, and neither is lost', async ({ browser }) => {
  const context = await browser.newContext({ storageState: await page.context().storageState() })
  const other = await context.newPage()
  await open(RALLY, 'title', 'Title')
  await page.keyboard.type('Rally, as one of us heard it')
  await other.goto(`${home}/table`)
  const href = await row(RALLY, other)
    .getByRole('link', { name: /Edit title/ })
    .getAttribute('href')
  await other.goto(new URL(href ?? '', home).href)
  await other.getByLabel('Title', { exact: true }).fill('Rally, as another heard it')
  await other.keyboard.press('Control+Enter')
  await expect(other).not.toHaveURL(/\/edit/)
  await field('Title').press('Enter')
  await expect(page.getByText('Rally, as another heard it').first()).toBeVisible()
  await expect(page.locator('[data-open]').getByRole('textbox', { name: 'Title' })).toHaveValue(
    'Rally, as one of us heard it',
  )
  await page.keyboard.press('Escape')
  await context.close()
})

test('before script a cell leads to the form of its entry', async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const plain = await context.newPage()
  await plain.goto(`${home}/table`)
  await row(RALLY, plain)
    .getByRole('link', { name: /Edit date/i })
    .click()
  await expect(plain).toHaveURL(/\/entries\/[0-9a-f-]{36}\/edit$/)
  await context.close()
})

test('rows are still chosen and changed together', async () => {
  await page.goto(`${home}/table`)
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await expect(page.getByText('6 selected')).toBeVisible()
  await page.getByRole('checkbox', { name: /^Select Rally/ }).uncheck()
  await expect(page.getByText('5 selected')).toBeVisible()
  await page.getByLabel('Tag', { exact: true }).fill('looked at')
  await page.getByRole('button', { name: 'Apply to selected entries' }).last().click()
  await expect(page.getByText('5 entries tagged.')).toBeVisible()
})
