import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test, type Installation } from '../support/installation'
import { signIn } from '../support/sign-in'

const PASSWORD = 'teapot under seven umbrellas'
const EMAIL = 'almanac@example.org'

test.describe.configure({ mode: 'serial' })
test.use({ now: '2026-11-27T20:00Z' })

const plotOf = (page: Page) => page.getByRole('group', { name: /^Marks over time/ })

/** The lanes, once the app's script has drawn them for their width. */
async function openLanes(page: Page, { url }: Installation, query: string): Promise<void> {
  await signIn(page, url, { email: EMAIL, password: PASSWORD })
  await page.goto(`${url}/campaigns/amazon-cut-the-ties/lanes${query}`)
  await expect(plotOf(page).locator('.lanes-layer')).toHaveCount(1)
}

/** Drags the lanes, and keeps hold of them. */
async function drag(page: Page, by: number): Promise<void> {
  const box = await plotOf(page).boundingBox()
  if (!box) throw new Error('The lanes have no size.')
  const [x, y] = [box.x + box.width / 2, box.y + 12]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + by, y, { steps: 6 })
  await expect(plotOf(page)).toHaveAttribute('data-moving', '')
}

test.beforeAll(async ({ installation }) => {
  const words = ['--email', EMAIL, '--name', 'Almanac', '--password', PASSWORD]
  await installation.cli('setup', ...words, '--workspace', 'Almanac', '--sample')
})

test('while the lanes move, the document is left alone, and is drawn where they rest', async ({
  page,
  installation,
}) => {
  await openLanes(page, installation, '?window=2026-01-01..2026-12-31')
  const rally = plotOf(page)
    .getByRole('link', { name: /^Rally at/ })
    .first()
  const before = await rally.boundingBox()
  await page.evaluate(() => {
    const layer = document.querySelector('.lanes-layer')
    if (!layer) throw new Error('There is no drawing.')
    const changes = { count: 0 }
    new MutationObserver((list) => (changes.count += list.length)).observe(layer, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    })
    Object.assign(globalThis, { changes })
  })
  const changes = () =>
    page.evaluate(() => (Reflect.get(globalThis, 'changes') as { count: number }).count)
  await drag(page, 150)
  expect(await changes()).toBe(0)
  await page.mouse.up()
  await expect(plotOf(page)).not.toHaveAttribute('data-moving')
  const after = await rally.boundingBox()
  expect((after?.x ?? 0) - (before?.x ?? 0)).toBeCloseTo(150, -1)
  expect(await changes()).toBeGreaterThan(0)
})

for (const by of ['lane', 'demand', 'organization'])
  test(`the lanes by ${by} look the same while they move as when they rest`, async ({
    page,
    installation,
  }) => {
    await openLanes(page, installation, `?by=${by}&window=2025-09-01..2026-12-31`)
    await page.evaluate(() => document.fonts.ready)
    await drag(page, 90)
    const moving = await plotOf(page).screenshot()
    await page.mouse.up()
    await expect(plotOf(page)).not.toHaveAttribute('data-moving')
    // The pointer would underline what it lies on.
    await page.mouse.move(2, 2)
    expect(await unlike(moving, await plotOf(page).screenshot())).toBeLessThan(0.005)
  })

test('they move in the colours of the theme and of the system', async ({ page, installation }) => {
  await openLanes(page, installation, '?window=2026-01-01..2026-12-31')
  for (const media of [
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { colorScheme: 'dark', forcedColors: 'active' },
  ] as const) {
    await page.emulateMedia(media)
    await drag(page, 40)
    const [ground, painted] = await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.lanes-canvas')
      const { data } = canvas?.getContext('2d')?.getImageData(1, canvas.height - 3, 1, 1) ?? {}
      const probe = document.createElement('i')
      probe.style.background = 'var(--color-paper)'
      document.body.append(probe)
      const { backgroundColor } = getComputedStyle(probe)
      probe.remove()
      return [backgroundColor, `rgb(${[...(data ?? [])].slice(0, 3).join(', ')})`]
    })
    expect(painted).toBe(ground)
    await page.mouse.up()
    await expect(plotOf(page)).not.toHaveAttribute('data-moving')
  }
})

test('the focus stays on its mark through a step of the zoom', async ({ page, installation }) => {
  await openLanes(page, installation, '?window=2026-01-01..2026-03-20')
  const rally = plotOf(page)
    .getByRole('link', { name: /^Rally at/ })
    .first()
  await rally.focus()
  const before = page.url()
  await page.keyboard.press('+')
  await expect(page).not.toHaveURL(before)
  await expect(plotOf(page)).not.toHaveAttribute('data-moving')
  await expect(rally).toBeFocused()
})

test('a mark that is reached before the app’s script comes keeps the focus', async ({
  page,
  installation,
}) => {
  await openLanes(page, installation, '')
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(page.url(), { waitUntil: 'commit' })
  const rally = plotOf(page)
    .getByRole('link', { name: /^Rally at/ })
    .first()
  await rally.focus()
  release()
  await expect(plotOf(page).locator('.lanes-layer')).toHaveCount(1)
  await expect(rally).toBeFocused()
  await page.unroute('**/_next/static/**/*.js')
})

/** Which share of two pictures' points differ by more than letters drawn a little otherwise. */
async function unlike(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((picture) =>
      sharp(picture).greyscale().blur(1.5).raw().toBuffer({ resolveWithObject: true }),
    ),
  )
  if (!a || !b) return 1
  expect([a.info.width, a.info.height]).toEqual([b.info.width, b.info.height])
  let differing = 0
  for (let at = 0; at < a.data.length; at++)
    if (Math.abs((a.data[at] ?? 0) - (b.data[at] ?? 0)) > 40) differing += 1
  return differing / a.data.length
}
