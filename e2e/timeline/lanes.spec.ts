import type { Browser, Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { expect, test, type Installation } from '../support/installation'

const PASSWORD = 'teapot under seven umbrellas'
const EMAIL = 'almanac@example.org'

test.describe.configure({ mode: 'serial' })
// While a demand waits, the lanes reach until today: what gathers into which mark follows from it.
test.use({ now: '2026-11-27T20:00Z' })

async function openLanes(page: Page, { url }: Installation, query = ''): Promise<string> {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('E-mail').fill(EMAIL)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/campaigns/)
  const home = `${url}/campaigns/amazon-cut-the-ties/lanes`
  await page.goto(home + query)
  await expect(lanes(page)).toBeVisible()
  return home
}

const lanes = (page: Page) => page.getByRole('region', { name: 'Lanes' })
const inView = (page: Page) => lanes(page).getByRole('status')
const rally = (page: Page) =>
  lanes(page)
    .getByRole('link', { name: /^Rally at/ })
    .first()

async function withoutScript(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  return context.newPage()
}

test.beforeAll(async ({ installation }) => {
  const words = ['--email', EMAIL, '--name', 'Almanac', '--password', PASSWORD]
  await installation.cli('setup', ...words, '--workspace', 'Almanac', '--sample')
})

test('the lanes can be read by everybody, in all rows and at the hour', async ({
  page,
  installation,
}) => {
  const home = await openLanes(page, installation)
  await expect(inView(page)).toContainText('6 entries in view')
  await expectAccessible(page)
  for (const query of [
    '?by=demand',
    '?by=organization',
    '?window=2026-02-13T0000..2026-02-13T2400',
  ]) {
    await page.goto(home + query)
    await expect(lanes(page)).toBeVisible()
    await expectAccessible(page)
  }
})

test('keys zoom, move and show all, and the address keeps what is seen', async ({
  page,
  installation,
}) => {
  await openLanes(page, installation)
  const plot = lanes(page).getByRole('group', { name: /^Marks over time/ })
  await plot.focus()
  await page.keyboard.press('+')
  await expect(page).toHaveURL(/window=/)
  const before = page.url()
  await page.keyboard.press('ArrowLeft')
  await expect(page).not.toHaveURL(before)
  await page.keyboard.press('Home')
  await expect(inView(page)).toContainText('2025')
  await page.keyboard.press('-')
  const words = async () => (await inView(page).textContent()) ?? ''
  await page.keyboard.press('0')
  await expect(page).not.toHaveURL(/window=/)
  await expect(inView(page)).toContainText('6 entries in view')
  await page.keyboard.press('+')
  await expect(page).toHaveURL(/window=/)
  const [address, seen] = [page.url(), await words()]
  await page.reload()
  await expect(inView(page)).toHaveText(seen)
  await page.goto(`${installation.url}/campaigns`)
  await page.goBack()
  await expect(inView(page)).toHaveText(seen)
  await page.goto(`${installation.url}/campaigns`)
  await page.goto(address)
  await expect(inView(page)).toHaveText(seen)
})

test('keys walk the marks, open one, and log on the date in view', async ({
  page,
  installation,
}) => {
  await openLanes(page, installation, '?lane=action&window=2026-02-01..2026-02-28')
  await expect(rally(page)).toBeVisible()
  await page.keyboard.press('j')
  await expect(rally(page)).toBeFocused()
  await page.keyboard.press('n')
  await expect(page).toHaveURL(/entries\/new\?date=2026-02-13/)
  await page.goBack()
  await expect(rally(page)).toBeVisible()
  await rally(page).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/entries\/[0-9a-f-]{36}$/)
})

test('hands drag, and the wheel zooms with ctrl', async ({ page, installation }) => {
  await openLanes(page, installation, '?window=2026-01-01..2026-12-31')
  const plot = lanes(page).getByRole('group', { name: /^Marks over time/ })
  const box = await plot.boundingBox()
  if (!box) throw new Error('The lanes have no size.')
  const [x, y] = [box.x + box.width / 2, box.y + 12]
  const start = page.url()
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 150, y, { steps: 5 })
  await page.mouse.up()
  await expect(page).not.toHaveURL(start)
  const dragged = page.url()
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -300)
  await page.keyboard.up('Control')
  await expect(page).not.toHaveURL(dragged)
  // Other rows show the window that is seen.
  const seen = new URL(page.url()).searchParams.get('window') ?? 'none'
  await page.getByRole('link', { name: 'Organizations', exact: true }).last().click()
  await expect(page).toHaveURL(
    (url) =>
      url.searchParams.get('by') === 'organization' && url.searchParams.get('window') === seen,
  )
})

test('a jump moves the window and keeps its length', async ({ page, installation }) => {
  await openLanes(page, installation, '?window=2026-02-01..2026-02-28')
  await page.keyboard.press('t')
  await page.keyboard.type('November 2025')
  await page.keyboard.press('Enter')
  await expect(inView(page)).toContainText('Nov 2025')
  await expect(
    lanes(page)
      .getByRole('link', { name: /account of his firing/ })
      .first(),
  ).toBeVisible()
})

test('what is typed ahead of the app’s script is there when it comes', async ({
  page,
  installation,
}) => {
  await openLanes(page, installation)
  const home = `${installation.url}/campaigns/amazon-cut-the-ties/lanes`
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${home}?window=2026-02-01..2026-02-28`, { waitUntil: 'commit' })
  await expect(lanes(page)).toBeVisible()
  // What hears the keys stands at the end of the document.
  await page.waitForLoadState('domcontentloaded')
  await page.keyboard.press('t')
  await page.keyboard.type('Octobx')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('er 2025')
  await page.keyboard.press('Enter')
  release()
  await expect(inView(page)).toContainText('Oct 2025: ')
  await page.unroute('**/_next/static/**/*.js')
})

test('a count that no nearness takes apart leads to the story of its days', async ({
  page,
  installation,
}) => {
  await openLanes(page, installation)
  const all = (await inView(page).textContent()) ?? ''
  const plot = lanes(page).getByRole('group', { name: /^Marks over time/ })
  await plot
    .getByRole('link', { name: /^2 entries, / })
    .first()
    .click()
  await expect(page).toHaveURL(/\/story\?from=/)
  await expect(page.getByRole('link', { name: /^Ring cancels its partnership/ })).toBeVisible()
  await page.goBack()
  await expect(inView(page)).toHaveText(all)
})

test('what is in view is a list, and demands without an answer say for how long', async ({
  page,
  installation,
}) => {
  await openLanes(page, installation, '?window=2026-02-10..2026-02-16')
  await lanes(page).getByText('What is in view, as a list').click()
  const items = lanes(page).getByRole('listitem')
  await expect(items.filter({ hasText: /^ActionRally at/ })).toContainText('Fri 13 Feb 2026')
  await expect(
    lanes(page)
      .getByText(/^No reply recorded for [\d,]+ days/)
      .first(),
  ).toBeVisible()
})

test('with less motion asked for, zooming does not glide', async ({ page, installation }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openLanes(page, installation)
  await page.getByRole('link', { name: 'Zoom in' }).click()
  await expect(page).toHaveURL(/window=/)
  await page.getByRole('link', { name: 'Whole campaign' }).click()
  await expect(page).not.toHaveURL(/window=/)
})

test('without script, links zoom and move, and marks lead to entries', async ({
  browser,
  page,
  installation,
}) => {
  const home = await openLanes(page, installation)
  const plain = await withoutScript(browser, page)
  await plain.goto(home)
  await plain.getByRole('link', { name: 'Zoom in' }).click()
  await expect(plain).toHaveURL(/window=/)
  const zoomed = plain.url()
  await plain.getByRole('link', { name: 'Earlier' }).click()
  await expect(plain).not.toHaveURL(zoomed)
  await plain.getByRole('link', { name: 'Demands', exact: true }).last().click()
  await expect(plain).toHaveURL(/by=demand/)
  await plain.goto(`${home}?lane=action&window=2026-02`)
  await rally(plain).click()
  await expect(plain).toHaveURL(/\/entries\/[0-9a-f-]{36}$/)
  await plain.context().close()
})
