import { beforeAll, expect, it } from 'vitest'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { freezeShare } from '@/server/shares/editions/editions'
import { createShare } from '@/server/shares/links/mutations'
import { logEntry, newWorld, type World } from '@/server/testing/world'
import { get, openPrivate } from './crawl'

aTestDatabase()

let world: World
let entry: string

beforeAll(async () => {
  world = await newWorld()
  const source = { title: 'A report', url: 'https://news.example.org/report' }
  entry = (
    await logEntry(world.owner, world.campaign, {
      ...{ title: 'A rally', date: '13 Feb 2026' },
      dateClaims: [{ value: '12 Feb 2026', saidBy: 'the text' }],
      citations: [
        { ...source, exact: 'They met at noon.' },
        { ...source, exact: 'They left at one.' },
      ],
    })
  ).id
  await logEntry(world.owner, world.campaign, { kind: 'news', title: 'Since then', date: '2026' })
})

const linkTo = async (more: object = {}) =>
  createShare(world.owner, {
    ...{ campaign: world.campaign.id, lens: 'press', expires: 30, label: '' },
    ...more,
  })

const textAt = async (url: string, headers = {}) => (await get(url, headers)).text()
const printedOn = (html: string) =>
  [...html.matchAll(/<p class="printed address">(.*?)<\/p>/g)].map(([, text]) => text).join()
const MOMENT = String.raw`Last changed \d{4}-\d\d-\d\d, \d\d:\d\d UTC`

it('ends on paper with when it was changed last, and where it stands', async () => {
  const { url } = await linkTo()
  const html = await textAt(url)
  expect(printedOn(html)).toMatch(
    new RegExp(`^${MOMENT}. As it is now, with its corrections: ${url}$`),
  )
  const [, own = ''] = /href="[^"]+(\/e\/[0-9a-f]{32})"/.exec(html) ?? []
  expect(printedOn(await textAt(url + own))).toMatch(
    new RegExp(`^${MOMENT}. As it is now, with its corrections: ${url}${own}$`),
  )
})

it('names the edition that holds its hash, once there is one', async () => {
  const { id, url } = await linkTo({ scope: 'entry', entry })
  const now = () => textAt(url)
  expect(printedOn(await now())).not.toContain('SHA-256')
  await freezeShare(world.owner, { share: id })
  expect(printedOn(await now())).toContain(`SHA-256 to check it by: ${url}/editions/1`)
})

it('tells no address that opens for nobody else', async () => {
  const { url } = await linkTo({ private: true })
  const { place, cookie } = await openPrivate(url)
  const html = await textAt(new URL(place, url).href, { cookie })
  expect(printedOn(html)).toMatch(new RegExp(`^${MOMENT}$`))
})

it('of an entry has each source once, with its address', async () => {
  const { url } = await linkTo({ scope: 'entry', entry })
  const html = await textAt(url)
  expect(html.match(/href="https:\/\/news\.example\.org\/report"/g)).toHaveLength(1)
  expect(html.match(/<section aria-labelledby="notes"[^>]*>.*?A report/)).not.toBeNull()
})
