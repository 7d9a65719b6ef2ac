import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { expect, test } from '../support/installation'
import { signIn } from '../support/sign-in'

const PASSWORD = 'teapot under seven umbrellas'
const EMAIL = 'cartographer@example.org'

test.describe.configure({ mode: 'serial' })

let page: Page
let home: string

test.beforeAll(async ({ browser, installation }) => {
  const words = ['--email', EMAIL, '--name', 'Cartographer', '--password', PASSWORD]
  await installation.cli('setup', ...words, '--workspace', 'Maps', '--sample')
  home = `${installation.url}/campaigns/amazon-cut-the-ties`
  page = await (await browser.newContext()).newPage()
  await signIn(page, installation.url, { email: EMAIL, password: PASSWORD })
  await page.goto(`${home}/map`)
})

test.afterAll(() => page.context().close())

const map = () => page.getByRole('region', { name: 'Map', exact: true })
const boxOf = (address: string) =>
  (new URL(address).searchParams.get('box') ?? '').split(',').map(Number)
const widthOf = (address: string) => {
  const [west = 0, , east = 0] = boxOf(address)
  return east - west
}

/** Opens the map, and waits until its script is there: it answers to the key of all shortcuts. */
async function openMap() {
  await page.goto(`${home}/map`)
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(async () => {
    await page.keyboard.press('?')
    await expect(keys).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(keys).toBeHidden({ timeout: 1_000 })
  }).toPass()
}

/** The address of what is drawn, once the map has come to rest elsewhere. */
async function moved(how: () => Promise<void>): Promise<string> {
  const before = page.url()
  await how()
  await expect(page).not.toHaveURL(before)
  await expect(page).toHaveURL(/box=/)
  return page.url()
}

const middleOf = async (place: Locator) => {
  const { x, y, width, height } = (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  return { x: x + width / 2, y: y + height / 2 }
}

test('the map names places, and can be read by everybody', async () => {
  await expect(map().locator('text', { hasText: /^Seattle$/ })).toBeVisible()
  await expectAccessible(page)
})

test('keys pan and zoom it, and 0 shows all places', async () => {
  await openMap()
  await map().focus()
  const near = await moved(() => page.keyboard.press('+'))
  const width = widthOf(near)
  const east = await moved(() => page.keyboard.press('ArrowRight'))
  expect(boxOf(east)[0]).toBeGreaterThan(boxOf(near)[0] ?? 0)
  expect(widthOf(east)).toBeCloseTo(width, 1)
  expect(widthOf(await moved(() => page.keyboard.press('-')))).toBeGreaterThan(width * 1.5)
  await page.keyboard.press('0')
  await expect(page).not.toHaveURL(/box=/)
  await expect(map()).toBeFocused()
})

test('a wheel with Ctrl zooms around the pointer, and a drag moves it', async () => {
  await openMap()
  const { x, y } = await middleOf(map())
  await page.mouse.move(x + 100, y - 40)
  const near = await moved(async () => {
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -300)
    await page.keyboard.up('Control')
  })
  const width = widthOf(near)
  const dragged = await moved(async () => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x - 200, y, { steps: 5 })
    await page.mouse.up()
  })
  expect(widthOf(dragged)).toBeCloseTo(width, 1)
  expect(boxOf(dragged)[0]).toBeGreaterThan(boxOf(near)[0] ?? 0)
})

test('a small screen shows the marks in its middle', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${home}/map`)
  const frame = await map().boundingBox()
  expect(frame?.y).toBeLessThan(420)
  const marks = await map().getByRole('link').all()
  expect(marks.length).toBeGreaterThan(0)
  const middles = await Promise.all(marks.map(middleOf))
  const left = Math.min(...middles.map(({ x }) => x))
  const right = Math.max(...middles.map(({ x }) => x))
  expect(Math.abs((left + right) / 2 - 195)).toBeLessThan(25)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${home}/map`)
  expect((await map().boundingBox())?.y).toBeLessThan(300)
})

test('what has no place is listed, and a part of the time shown alone', async () => {
  await openMap()
  await page.getByText(/^Not on the map \(\d+\)$/).click()
  const list = page.locator('details[open]').getByRole('listitem')
  await expect(list.first()).toBeVisible()
  const time = page.getByRole('navigation', { name: 'Part of the time' })
  await time.getByLabel('Only from', { exact: true }).fill('February 2026')
  await expect(time.getByText(/^Understood: Feb/)).toBeVisible()
  await time.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/\/map\?from=2026-02/)
})

test('before script, links move it', async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const plain = await context.newPage()
  await plain.goto(`${home}/map`)
  const moves = plain.getByRole('navigation', { name: 'Move the map' })
  await moves.getByRole('link', { name: 'Zoom in' }).click()
  const width = widthOf(plain.url())
  await moves.getByRole('link', { name: 'Go west' }).click()
  expect(widthOf(plain.url())).toBeCloseTo(width, 1)
  await moves.getByRole('link', { name: 'Zoom out' }).click()
  expect(widthOf(plain.url())).toBeGreaterThan(width * 1.9)
  await moves.getByRole('link', { name: 'All places' }).click()
  await expect(plain).not.toHaveURL(/box=/)
  await context.close()
})
