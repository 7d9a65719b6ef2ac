import { beforeAll, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { createShare } from '@/server/shares/links/mutations'
import { freezeShare } from '@/server/shares/editions/editions'
import { fill } from '@/server/testing/canary'
import { newWorld } from '@/server/testing/world'
import { crawl } from './crawl'
import { troublesIn } from './markup-test-support'
import { closedPage, lockedPage, openPage, unavailablePage } from './pages'

aTestDatabase()

const pages = new Map<string, string>()
beforeAll(async () => {
  const world = await newWorld()
  await fill(world)
  const { owner, campaign } = world
  const input = { campaign: campaign.id, lens: 'member', cards: 'on' }
  const { id, url } = await createShare(owner, shareSchema.parse(input))
  await freezeShare(owner, { share: id })
  for (const [address, text] of await crawl(url)) {
    const [, html] = /^\d+\n.*\n(<!doctype html>[^]*)$/.exec(text) ?? []
    if (html !== undefined) pages.set(address.slice(url.length), html)
  }
  pages.set('locked', await lockedPage('token', 'That is not the password for this link.'))
  pages.set('private', await openPage('This link does not exist.', true))
  pages.set('closed', await closedPage())
  pages.set('unavailable', await unavailablePage())
}, 120_000)

describe('the pages of a link', () => {
  it('are valid HTML, and every reference leads somewhere', async () => {
    expect(pages.size).toBeGreaterThan(10)
    const found = [...pages].map(async ([path, page]) =>
      (await troublesIn(page)).map((trouble) => `${path || '/'}: ${trouble}`),
    )
    expect((await Promise.all(found)).flat()).toEqual([])
  })
})

it.each([
  [
    'a block in a line',
    '<b><div>x</div></b>',
    '<div> element is not permitted as content under <b>',
  ],
  [
    'a link in a link',
    '<a href="/"><bdi><a href="/">x</a></bdi></a>',
    '<a> element is not permitted as a descendant of <a>',
  ],
  ['an id twice', '<i id="x"></i><i id="x"></i>', 'Duplicate ID "x"'],
  [
    'a field of a kind that there is not',
    '<input type="dat">',
    'Attribute "type" has invalid value "dat"',
  ],
  [
    'what opens without a heading',
    '<details><p>x</p></details>',
    '<details> element must have <summary> as content',
  ],
  ['a second <main>', '<main></main>', 'Multiple <main> elements present in document'],
  ['a reference to nothing', '<a href="#y">y</a>', 'href y leads nowhere'],
  [
    'a label of nothing',
    '<section aria-labelledby="y"></section>',
    'aria-labelledby y leads nowhere',
  ],
  ['a picture without words', '<img src="/a"/>', '<img> without alt'],
  ['a skipped heading', '<h3>x</h3>', '<h3> after <h1>'],
  ['a stray item', '<div><li>x</li></div>', '<li> element is not permitted as content under <div>'],
])('what looks for trouble finds %s', async (_name, html, trouble) => {
  const page = `<!doctype html><html lang="en"><head><title>x</title></head><body><main><h1>x</h1>${html}</main></body></html>`
  expect(await troublesIn(page)).toContain(trouble)
})

it('what looks for trouble finds a page without language, title and main part', async () => {
  const found = await troublesIn('<!doctype html><html><head></head><body><h1>x</h1></body></html>')
  expect(found).toEqual([
    '<html> is missing required "lang" attribute',
    '<head> element must have <title> as content',
    'no <main>',
  ])
})
