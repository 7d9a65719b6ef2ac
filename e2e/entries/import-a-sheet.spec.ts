import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { fill } from '../support/form'
import { expect, test } from '../support/installation'
import { signIn } from '../support/sign-in'

const EMAIL = 'sheets@example.org'
const PASSWORD = 'teapot under seven umbrellas'
const COLUMNS = ['When', 'Headline', 'Where', 'Turnout', 'Proof']
const TITLES = [
  ...['Walkout at the depot', 'Vigil by the mill', 'March along the canal'],
  ...['Leaflets in the cafeteria', 'Teach-in on the lawn', 'Picket at the warehouse'],
  ...['Petition to the board', 'Banner over the bridge', 'Phone-in to the office'],
  ...['Choir in the lobby', 'Sit-in by the lift'],
]
const ROWS = [
  ...TITLES.map((title, index) => [
    `${index + 1}/4/2019`,
    ...[title, 'Toledo, Ohio', index === 2 ? 'about 400' : '', `https://news.example.org/${index}`],
  ]),
  ['31/2/2019', 'Never', 'Toledo, Ohio', '', ''],
]
const text = (rows: string[][], separator: string) =>
  [COLUMNS, ...rows]
    .map((cells) => cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(separator))
    .join('\n')

test.describe.configure({ mode: 'serial' })

let page: Page
let home: string

test.beforeAll(async ({ browser, installation: { cli, url } }) => {
  const words = ['--email', EMAIL, '--name', 'Keeper of sheets', '--password', PASSWORD]
  await cli('setup', ...words, '--workspace', 'Sheets', '--sample')
  page = await (await browser.newContext()).newPage()
  await signIn(page, url, { email: EMAIL, password: PASSWORD })
  home = `${url}/campaigns/amazon-cut-the-ties`
})

test.afterAll(() => page.context().close())

const heading = (name: string | RegExp) => page.getByRole('heading', { name })

async function sendFile(name: string, rows: string[][]) {
  await page.goto(`${home}/import`)
  const buffer = Buffer.from(text(rows, ','))
  await page.getByLabel('A file').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Read the file' }).click()
  await expect(heading('What each column becomes')).toBeVisible()
}

test('cells that were pasted become drafts, after a look at each row', async () => {
  await page.goto(`${home}/import`)
  await page
    .getByLabel('Or cells copied from a spreadsheet')
    .fill(text(ROWS, '\t').replaceAll('"', ''))
  await page.getByRole('button', { name: 'Read the cells' }).click()
  await expect(heading('What each column becomes')).toBeVisible()
  await expect(page.getByText('12 rows. The proposal is based')).toBeVisible()
  await expectAccessible(page)
  await fill(page, {
    'What the rows are, if no column says': 'Rally',
    Proof: 'Sources: web addresses or titles',
    'Save these choices as (optional)': 'Our sheet',
  })
  const order = page.getByLabel(/is the day\?/)
  if (await order.isVisible()) await order.selectOption('dmy')
  await page.getByRole('button', { name: 'Preview the result' }).click()
  await expect(heading('11 drafts will be made')).toBeVisible()
  await expect(page.getByText('The first 10 are shown.')).toBeVisible()
  await expect(page.getByText('Rally, Wed 3 Apr 2019 · Toledo, Ohio · about 400')).toBeVisible()
  await expect(heading('Rows that are refused')).toBeVisible()
  await expect(page.getByText('Row 13, When: 31/2/2019')).toBeVisible()
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download these rows with the reasons' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.tsv$|\.csv$|\.txt$/)

  await page.getByLabel(/Import the others, although 1 row cannot be taken/).check()
  await page.getByRole('button', { name: 'Import 11 drafts' }).click()
  await expect(page.getByText('11 drafts were made.')).toBeVisible()
  await page.getByRole('link', { name: 'View the drafts' }).click()
  await expect(page.getByRole('link', { name: 'Choir in the lobby', exact: true })).toBeVisible()
})

test('the same rows in a file are known, and one like an entry becomes its source', async () => {
  const alike = ['2/4/2019', 'Vigil by the mill gate', 'Toledo, Ohio', '250', '']
  await sendFile('our-sheet.csv', [...ROWS.slice(0, 11), alike])
  await page.getByRole('button', { name: 'Use “Our sheet”' }).click()
  await expect(page.getByLabel('What the rows are, if no column says')).toHaveValue('rally')
  await page.getByRole('button', { name: 'Preview the result' }).click()
  await expect(heading('Rows that were imported before')).toBeVisible()
  await expect(page.getByText('It already has an entry.')).toHaveCount(11)
  await page.getByText('Compare them and answer one by one').click()
  await expect(page.getByRole('cell', { name: '250' })).toBeVisible()
  await page.getByLabel('They are the same: add the file as another source').check()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('1 row joined an entry, as another source.')).toBeVisible()
  await page.goto(`${home}/story?q=mill`)
  await expect(page.getByText('Vigil by the mill gate')).toHaveCount(0)
  await page.getByRole('link', { name: 'Vigil by the mill' }).first().click()
  await expect(
    page
      .getByText(/our-sheet\.csv, imported/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible()
})

test('each import is undone, and a file that was not imported is deleted', async () => {
  await sendFile('not-this-one.csv', [['1/5/2019', 'By mistake', '', '', '']])
  await page.getByRole('button', { name: 'Delete this file without importing it' }).click()
  await expect(heading('Import a spreadsheet')).toBeVisible()
  await expect(page.getByRole('link', { name: 'not-this-one.csv' })).toHaveCount(0)
  for (const name of ['our-sheet.csv', 'Pasted cells']) {
    await page.goto(`${home}/import`)
    await page.getByRole('link', { name }).click()
    await page.getByRole('button', { name: 'Undo this import' }).click()
    await expect(page.getByText('This import was undone.')).toBeVisible()
  }
  await page.goto(`${home}/import`)
  await expect(page.getByText('Undone', { exact: true })).toHaveCount(2)
  await page.goto(`${home}/trash`)
  await expect(page.getByText('Vigil by the mill').first()).toBeVisible()
})
