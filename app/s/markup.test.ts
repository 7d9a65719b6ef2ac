import { beforeAll, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { createShare } from '@/server/shares/links/mutations'
import { freezeShare } from '@/server/shares/editions/editions'
import { fill } from '@/server/testing/canary'
import { newWorld } from '@/server/testing/world'
import { crawl } from './crawl'
import { asWritten, troublesIn } from './markup-test-support'

aTestDatabase()

const pages = new Map<string, Document>()
beforeAll(async () => {
  const world = await newWorld()
  await fill(world)
  const { owner, campaign } = world
  const input = { campaign: campaign.id, lens: 'member', cards: 'on' }
  const { id, url } = await createShare(owner, shareSchema.parse(input))
  await freezeShare(owner, { share: id })
  for (const [address, text] of await crawl(url)) {
    const [, html] = /^[^]*?\n[^]*?\n(<!doctype html>[^]*)$/.exec(text) ?? []
    if (html !== undefined) pages.set(address.slice(url.length), asWritten(html))
  }
}, 120_000)

describe('the pages of a link', () => {
  it('are whole documents, each element where HTML allows it, and every reference leads somewhere', () => {
    expect(pages.size).toBeGreaterThan(10)
    const found = [...pages].flatMap(([path, page]) =>
      troublesIn(page).map((trouble) => `${path || '/'}: ${trouble}`),
    )
    expect(found).toEqual([])
  })
})

it.each([
  ['a block in a line', '<p><div>x</div></p>', '<div> in <p>'],
  ['a link in a link', '<a href="/"><bdi><a href="/">x</a></bdi></a>', '<a> in <a>'],
  ['an id twice', '<i id="x"></i><i id="x"></i>', 'id x 2 times'],
  ['a reference to nothing', '<a href="#y">y</a>', 'href y leads nowhere'],
  [
    'a label of nothing',
    '<section aria-labelledby="y"></section>',
    'aria-labelledby y leads nowhere',
  ],
  ['a picture without words', '<img src="/a"/>', '<img> without alt'],
  ['a skipped heading', '<h3>x</h3>', '<h3> after <h1>'],
  ['a stray item', '<div><li>x</li></div>', '<li> in <div>'],
])('what looks for trouble finds %s', (_name, html, trouble) => {
  const page = asWritten(
    `<!doctype html><html lang="en"><head><title>x</title></head><body><main><h1>x</h1>${html}</main></body></html>`,
  )
  expect(troublesIn(page)).toEqual([trouble])
})
