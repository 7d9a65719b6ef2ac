import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expectAccessible } from '../support/accessibility'
import { openPart } from '../support/form'
import { expect, test, type Installation } from '../support/installation'

const PASSWORD = 'teapot under seven umbrellas'
const STORY = 'campaigns/amazon-cut-the-ties/story'

test.describe.configure({ mode: 'serial' })

async function signIn(page: Page, installation: Installation) {
  await page.goto(`${installation.url}/sign-in`)
  await page.getByLabel('E-mail').fill('pictures@example.org')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/campaigns/)
}

async function openRally(page: Page, installation: Installation) {
  await page.goto(`${installation.url}/${STORY}`)
  await page
    .getByRole('link', { name: /Rally at the Amazon Spheres/ })
    .first()
    .click()
  await page.waitForURL(/\/entries\/[0-9a-f-]+$/)
}

/** Left half black and white stripes, right half grey, so that a blurred stripe can be told. */
async function stripes(): Promise<Buffer> {
  const bars = Array.from({ length: 20 }, (_, n) => `<rect x="${n * 20}" width="10" height="600"/>`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="#999"/>${bars.join('')}</svg>`
  return sharp(Buffer.from(svg))
    .withExif({ IFD0: { Artist: 'Zqartistzq' } })
    .jpeg({ quality: 95 })
    .toBuffer()
}

test.beforeAll(async ({ installation }) => {
  const words = ['--email', 'pictures@example.org', '--name', 'Sam', '--password', PASSWORD]
  await installation.cli('setup', ...words, '--workspace', 'Pictures', '--sample')
})

test('a member adds a photo with an area blurred, and readers of a link see it', async ({
  page,
  browser,
  installation,
}) => {
  await signIn(page, installation)
  await openRally(page, installation)
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await openPart(page, 'Photos')
  await page
    .getByLabel('Add a photo')
    .setInputFiles({ name: '../../x.jpg', mimeType: 'image/jpeg', buffer: await stripes() })
  await page.getByRole('button', { name: 'Mark an area' }).click()
  const area = page.getByRole('group', { name: /^Area 1/ })
  for (const [side, percent] of [
    ['Left', '0'],
    ['Top', '0'],
    ['Width', '50'],
    ['Height', '100'],
  ] as const)
    await area.getByLabel(side, { exact: true }).fill(percent)
  await page.getByRole('button', { name: /^Area 1\./ }).press('Shift+ArrowRight')
  await expect(area.getByLabel('Width')).toHaveValue('51')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add the photo, 1 area hidden for good' }).click()
  const photo = page.getByRole('group', { name: 'Photo 1', exact: true })
  await photo.getByLabel('Caption').fill('Before the speeches')
  await page.getByRole('button', { name: 'Save changes', exact: true }).last().click()
  await expect(photo.getByText('Describe the picture')).toBeVisible()
  await photo.getByLabel('What it shows').fill('A banner over the street')
  await photo.getByLabel('Credit').fill('A colleague')
  await page.getByRole('button', { name: 'Save changes', exact: true }).last().click()

  const shown = page.getByRole('img', { name: 'A banner over the street' })
  await shown.scrollIntoViewIfNeeded()
  await expect(shown).toHaveJSProperty('complete', true)
  await expect(page.getByText('Photo: A colleague')).toBeVisible()
  const source = await shown.evaluate((image: HTMLImageElement) => image.currentSrc)
  const answer = await page.request.get(source)
  expect(answer.headers()).toMatchObject({
    ...{ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' },
    'content-security-policy': "default-src 'none'; sandbox",
  })
  const bytes = await answer.body()
  expect(bytes.includes('Zqartistzq')).toBe(false)
  const { width, height } = await sharp(bytes).metadata()
  const half = { left: 0, top: 0, width: Math.floor(width / 2), height }
  // Its own picture first: sharp counts what it was given, not what was cut out of it.
  const left = await sharp(bytes).extract(half).greyscale().png().toBuffer()
  const { channels } = await sharp(left).stats()
  expect(channels[0]?.stdev).toBeLessThan(30)
  await expectAccessible(page)

  const words = ['share', 'create', '--campaign', 'amazon-cut-the-ties', '--lens', 'public'].concat(
    ['--workspace', 'Pictures'],
  )
  const { url } = (await installation.cli(...words)) as { url: string }
  const reader = await browser.newPage({ javaScriptEnabled: false })
  await reader.goto(url)
  const seen = reader.getByRole('img', { name: 'A banner over the street' })
  await seen.scrollIntoViewIfNeeded()
  const behind = (await seen.getAttribute('src')) ?? ''
  const picture = await reader.request.get(new URL(behind, url).href)
  expect(picture.headers()['content-type']).toBe('image/jpeg')
  expect(picture.headers()['content-security-policy']).toBe("default-src 'none'; sandbox")
  await reader.close()
})

test('what is no picture is refused in words, without script too', async ({
  browser,
  installation,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, installation)
  await openRally(page, installation)
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  const add = page.getByRole('button', { name: 'Add the photo', exact: true })
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
  await page
    .getByLabel('Photo to add')
    .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: svg })
  await add.click()
  await expect(page.getByText('Only JPEG, PNG and WebP pictures are taken')).toBeVisible()
  await page
    .getByLabel('Photo to add')
    .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await stripes() })
  await add.click()
  const photo = page.getByRole('group', { name: 'Photo 2', exact: true })
  await photo.getByLabel('What it shows').fill('Stripes')
  await page.getByRole('button', { name: 'Save changes', exact: true }).last().click()
  await expect(page.getByRole('img', { name: 'Stripes' })).toBeVisible()
  await context.close()
})
