import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { getDocumentProxy } from 'unpdf'
import { expect, test } from '../support/installation'
import { load } from '../support/load'
import { signIn } from '../support/sign-in'

const PASSWORD = 'teapot under seven umbrellas'
const EMAIL = 'printer@example.org'
const ENTRIES = 506

test.describe.configure({ mode: 'serial' })

let page: Page
let link: string

test.beforeAll(async ({ browser, installation: { url, cli, ...installation } }) => {
  const words = ['--email', EMAIL, '--name', 'Printer', '--password', PASSWORD]
  const made = await cli('setup', ...words, '--workspace', 'Press')
  const { workspace } = made as { workspace: string }
  await load({ url, cli, ...installation }, workspace, 'printed', String(ENTRIES))
  const share = ['--campaign', 'printed', '--label', 'to be printed']
  const opened = (await cli('share', 'create', '--workspace', 'Press', ...share)) as { url: string }
  link = opened.url.replace(/^https?:\/\/[^/]+/, url)
  page = await (await browser.newContext()).newPage()
  await signIn(page, url, { email: EMAIL, password: PASSWORD })
  const mark = { create: { width: 200, height: 80, channels: 3, background: '#003' } } as const
  await page.goto(`${url}/workspace`)
  await page.setInputFiles('form[action="/api/mark"] input[type=file]', {
    ...{ name: 'mark.png', mimeType: 'image/png', buffer: await sharp(mark).png().toBuffer() },
  })
  await page.click('form[action="/api/mark"] button')
  await expect(page.getByAltText('The mark that links show now')).toBeVisible()
})

test.afterAll(() => page.context().close())

type Line = { text: string; left: number; right: number; foot: number; head: number }

/** The lines of each sheet of paper, in points from its lower left corner. */
async function printed(format: 'A4' | 'Letter') {
  const bytes = await page.pdf({ format, preferCSSPageSize: false })
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const sheets = Array.from({ length: pdf.numPages }, async (_, index) => {
    const sheet = await pdf.getPage(index + 1)
    const [, , width = 0, height = 0] = sheet.view
    const { items } = await sheet.getTextContent()
    const lines = items.flatMap((item): Line[] => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [, , , size = 0, left = 0, foot = 0] = item.transform as number[]
      return [{ text: item.str, left, right: left + item.width, foot, head: foot + size * 0.7 }]
    })
    return { width, height, lines }
  })
  return Promise.all(sheets)
}

for (const format of ['A4', 'Letter'] as const)
  test(`a long link is printed on ${format} with no line cut and none over another`, async () => {
    await page.goto(link)
    const titles = await page.locator('main article h3').allInnerTexts()
    expect(titles.length).toBeGreaterThan(20)
    const sheets = await printed(format)
    expect(sheets.length).toBeGreaterThan(3)
    for (const [index, { width, height, lines }] of sheets.entries()) {
      const name = `sheet ${index + 1}`
      expect(lines.map(({ text }) => text).join(''), name).toContain(
        `${index + 1} / ${sheets.length}`,
      )
      for (const line of lines) {
        expect(line.left, `${name}: ${line.text}`).toBeGreaterThanOrEqual(0)
        expect(line.right, `${name}: ${line.text}`).toBeLessThanOrEqual(width)
        expect(line.foot, `${name}: ${line.text}`).toBeGreaterThan(14)
        expect(line.head, `${name}: ${line.text}`).toBeLessThan(height - 14)
      }
      const over = lines.flatMap((one, at) =>
        lines
          .slice(at + 1)
          .flatMap((other) => (covers(one, other) ? [`${one.text} | ${other.text}`] : [])),
      )
      expect(over, name).toEqual([])
      // The last one ends where the record ends.
      if (index < sheets.length - 1)
        expect(Math.min(...body(lines).map(({ foot }) => foot)), name).toBeLessThan(height / 2)
    }
    const text = sheets.flatMap(({ lines }) => lines.map((line) => line.text)).join(' ')
    const plain = (words: string) => words.replaceAll(/\s+/g, '')
    expect(plain(text)).toContain(plain(`This printout has ${titles.length} of the`))
    for (const title of titles) expect(plain(text)).toContain(plain(title))
  })

/** What stands above the number of the sheet. */
function body(lines: Line[]): Line[] {
  return lines.filter(({ text }) => !/^[\d /]+$/.test(text))
}

function covers(one: Line, other: Line): boolean {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const high = Math.min(one.head, other.head) - Math.max(one.foot, other.foot)
  return wide > 1 && high > 1
}

test('the mark of who keeps a record stands on paper where the page is dark', async () => {
  await page.goto(link)
  const mark = page.locator('.publisher-mark').first()
  await expect(mark).toBeVisible()
  const around = async () => {
    const box = await mark.boundingBox()
    if (!box) throw new Error('The mark has no place.')
    const clip = { x: box.x - 3, y: box.y + box.height / 2, width: 2, height: 2 }
    const [red = 0] = await sharp(await page.screenshot({ clip }))
      .removeAlpha()
      .raw()
      .toBuffer()
    return red
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await around()).toBe(255)
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await around()).toBeLessThan(255)
})
