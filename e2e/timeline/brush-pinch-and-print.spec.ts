import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { expect, test } from '../support/installation'
import { signIn } from '../support/sign-in'

const PASSWORD = 'teapot under seven umbrellas'
const EMAIL = 'handy@example.org'

test.describe.configure({ mode: 'serial' })

let page: Page
let home: string

test.beforeAll(async ({ browser, installation }) => {
  const words = ['--email', EMAIL, '--name', 'Handy', '--password', PASSWORD]
  await installation.cli('setup', ...words, '--workspace', 'Hands', '--sample')
  home = `${installation.url}/campaigns/amazon-cut-the-ties`
  const context = await browser.newContext({
    ...{ viewport: { width: 1280, height: 900 }, hasTouch: true },
  })
  page = await context.newPage()
  await signIn(page, installation.url, { email: EMAIL, password: PASSWORD })
})

test.afterAll(() => page.context().close())

test('a brush over the rail leaves a part of the time, by hand and by keys', async () => {
  await page.goto(`${home}/story`)
  const rail = page.getByRole('navigation', { name: 'Entries over time' })
  await rail.hover()
  const from = rail.getByRole('slider', { name: 'Show only from' }).filter({ visible: true })
  await expect(from).toBeVisible()
  await expectAccessible(page)
  await from.focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/from=2025-02/)
  await expect(page.getByText(/of 6 entries: entries since Feb/)).toBeVisible()
  await page.goBack()
  const drawing = rail.getByRole('group', { name: /^Entries by month/ }).filter({ visible: true })
  const box = await drawing.boundingBox()
  if (!box) throw new Error('The rail has no size.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.6)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.9, { steps: 4 })
  await page.mouse.up()
  await expect(page).toHaveURL(/from=20\d\d.*to=20\d\d/)
})

test('the dates beside the rail are written as people say them, and asked about where they are unclear', async () => {
  await page.goto(`${home}/story`)
  const rail = page.getByRole('navigation', { name: 'Entries over time' })
  const from = rail.getByLabel('Only from', { exact: true })
  await from.fill('March 2025')
  await expect(rail.getByText('Understood: March 2025')).toBeVisible()
  await from.fill('2/3/2026')
  const readings = rail.getByRole('group', { name: 'Readings to choose from' })
  await readings.getByRole('button', { name: 'Tue 3 Feb 2026' }).click()
  await rail.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/from=2026-02-03/)
  await page.goto(`${home}/calendar?at=2%2F3%2F2026`)
  await page.getByRole('link', { name: 'Tue 3 Feb 2026' }).click()
  await expect(page.getByRole('heading', { name: /February 2026|Feb 2026/ }).first()).toBeVisible()
})

test('two fingers zoom the lanes, and a plain wheel scrolls the page', async () => {
  await page.goto(`${home}/lanes?window=2025-06-01..2026-06-01`)
  const plot = page
    .getByRole('region', { name: 'Lanes', exact: true })
    .getByRole('group', { name: /^Marks over time/ })
  const box = await plot.boundingBox()
  if (!box) throw new Error('The lanes have no size.')
  const start = page.url()
  const [x, y] = [box.x + box.width / 2, box.y + 14]
  await page.mouse.move(x, y)
  await page.mouse.wheel(0, 120)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
  await page.evaluate(() => scrollTo(0, 0))
  expect(page.url()).toBe(start)
  const cdp = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
    cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd'
          ? []
          : [
              { x: x - apart, y, id: 1 },
              { x: x + apart, y, id: 2 },
            ],
    })
  await touch('touchStart', 40)
  for (const apart of [60, 90, 130, 180]) await touch('touchMove', apart)
  await touch('touchEnd', 0)
  await expect(page).not.toHaveURL(start)
  const length = await page.evaluate(() => {
    const [from = '', to = ''] =
      new URL(location.href).searchParams.get('window')?.split('..') ?? []
    return (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000
  })
  expect(length).toBeLessThan(180)
})

test('the filtered story prints as a clean document with its sources as footnotes', async () => {
  await page.goto(`${home}/story?lane=action`)
  await page.getByText('More', { exact: true }).click()
  await page.getByRole('link', { name: 'Print', exact: true }).click()
  await expect(page.getByText(/^1 of 6 entries: actions\. As of /)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('link', { name: 'Back to the story' })).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Views of the timeline' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Log an entry' })).toBeHidden()
  const notes = page.getByRole('region', { name: 'Sources' })
  await expect(notes.getByRole('listitem')).toContainText(['FOX 13'])
  const marks = page.getByRole('link', { name: 'Note 1', exact: true })
  await expect(marks.first()).toHaveAttribute('href', '#note-1')
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  // Each page of the document is an object of its own in the file.
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
  expect(pages.length).toBeGreaterThanOrEqual(1)
  expect(pages.length).toBeLessThanOrEqual(3)
  await page.emulateMedia({ media: null })
})

test('two organizations are compared on one scale', async () => {
  await page.goto(`${home}/compare`)
  await page.getByLabel('Above', { exact: true }).selectOption({ label: 'Amazon' })
  await page.getByLabel('Below', { exact: true }).selectOption({ label: 'Ring' })
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Amazon', 'Ring'])
  await expectAccessible(page)
})
