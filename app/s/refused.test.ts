import { beforeAll, describe, expect, it } from 'vitest'
import { campaignSchema } from '@/lib/schemas/campaign'
import { shareSchema } from '@/lib/schemas/share'
import { shareReaderFor } from '@/server/auth/share-reader'
import { GOOD_PASSWORD, useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { createCampaign } from '@/server/campaigns/mutations'
import { withViewer } from '@/server/db'
import { freezeShare } from '@/server/shares/editions/editions'
import { revokeShare } from '@/server/shares/links/ending'
import { changeSharePassword } from '@/server/shares/links/keeping'
import { createShare } from '@/server/shares/links/mutations'
import { recordIdFor } from '@/server/shares/reading/record-ids'
import { logEntry, newCampaignFor, newWorld, type World } from '@/server/testing/world'
import { crawl, get, openPrivate } from './crawl'

aTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
  await logEntry(world.owner, world.campaign, { title: 'Published' })
})

async function link(more: Record<string, string> = {}) {
  const input = shareSchema.parse({ campaign: world.campaign.id, ...more })
  const { id, url } = await createShare(world.owner, input)
  const reader = await shareReaderFor(url.slice(url.lastIndexOf('/') + 1))
  if (!reader) throw new Error('The link should live.')
  return { id, url, reader }
}

const whole = async (response: Response) => [
  ...[response.status, [...response.headers], await response.text()],
]

describe('an entry that a link does not show', () => {
  it('is not there under its own id, nor under the one that the link would give it', async () => {
    const { owner, campaign } = world
    const { url, reader } = await link({ lens: 'public' })
    const shown = await logEntry(owner, campaign, { title: 'Shown' })
    expect((await get(`${url}/e/${recordIdFor(reader, shown.id)}`)).status).toBe(200)
    const nothing = await whole(await get(`${url}/e/${'0'.repeat(32)}`))
    expect(nothing[0]).toBe(404)
    const hidden = [
      await logEntry(owner, campaign, { status: 'draft' }),
      await logEntry(owner, campaign, { status: 'in_review' }),
      await logEntry(owner, campaign, { kind: 'meeting' }),
      await logEntry(owner, await newCampaignFor(owner), {}),
    ]
    for (const { id } of hidden)
      for (const guess of [id, id.replaceAll('-', ''), recordIdFor(reader, id)])
        expect(await whole(await get(`${url}/e/${guess}`))).toEqual(nothing)
    // The id that another link gives to the same entry is no id here.
    const other = await link()
    expect((await get(`${url}/e/${recordIdFor(other.reader, shown.id)}`)).status).toBe(404)
  })
})

/** Every address that a link answers with something, after its own. */
function addressesOf(url: string, served: Map<string, string>): string[] {
  const paths = [...served].flatMap(([address, answer]) =>
    answer.startsWith('200') ? [address.slice(url.length)] : [],
  )
  for (const path of ['', '/state', '/card.png', '/feed.atom', '/editions/edition-1.zip'])
    expect(paths).toContain(path)
  return paths
}

describe('a link that is paused, or asks for what this reader has not given', () => {
  it('gives out none of its pages, pictures and files', async () => {
    const { owner } = world
    const { id, url } = await link({ cards: 'on' })
    await freezeShare(owner, { share: id })
    const paths = addressesOf(url, await crawl(url))
    const statuses = async () =>
      new Set(await Promise.all(paths.map(async (path) => (await get(url + path)).status)))
    expect(await statuses()).toEqual(new Set([200]))
    const pausedAt = (at: Date | null) =>
      withViewer(owner, (tx) => tx.shareLink.updateMany({ where: { id }, data: { pausedAt: at } }))
    await pausedAt(new Date())
    expect(await statuses()).toEqual(new Set([404]))
    await pausedAt(null)
    await changeSharePassword(owner, { share: id, password: GOOD_PASSWORD })
    expect(await statuses()).toEqual(new Set([403]))
  })

  it('gives out none of them by the secret of a private link in an address, nor by its handle', async () => {
    const { id, url } = await createShare(
      world.owner,
      shareSchema.parse({ campaign: world.campaign.id, cards: 'on', private: 'on' }),
    )
    const { place, cookie } = await openPrivate(url)
    await freezeShare(world.owner, { share: id })
    const paths = addressesOf(place, await crawl(place, { cookie }))
    const secret = new URL(url).hash.slice(1)
    for (const path of paths) {
      expect((await get(place + path)).status).toBe(403)
      expect((await get(new URL(`/s/${secret}${path}`, url).href, { cookie })).status).toBe(404)
    }
  })
})

describe('a link that has ended', () => {
  it('says nothing to who has its tag, on any page and for any file', async () => {
    const { id, url } = await link({ cards: 'on' })
    await freezeShare(world.owner, { share: id })
    const paths = addressesOf(url, await crawl(url))
    const tags = new Map<string, string>()
    for (const path of paths) {
      const etag = (await get(url + path)).headers.get('etag') ?? ''
      expect((await get(url + path, { 'if-none-match': etag })).status).toBe(304)
      tags.set(path, etag)
    }
    await revokeShare(world.owner, id)
    for (const path of paths)
      expect((await get(url + path, { 'if-none-match': tags.get(path) ?? '' })).status).toBe(404)
  })
})

describe('what a reader asks for in the address', () => {
  it('narrows what the link shows, and never widens it', async () => {
    const { url } = await link({ lens: 'public' })
    const page = await (await get(url)).text()
    for (const query of ['campaign=other', 'lens=member', 'status=draft', 'own=1&fields=tags'])
      for (const path of ['', '/changes', '/entries.csv'])
        expect(await (await get(`${url}${path}?${query}`)).text()).toBe(
          path === '' ? page : await (await get(url + path)).text(),
        )
  })
})

describe('a link that may be framed', () => {
  it('names the sites on every page, and on none that asks or refuses', async () => {
    const { url } = await link({ frames: 'https://news.example.org' })
    const framed = async (path: string) =>
      (await get(url + path)).headers.get('x-throughline-frames')
    for (const path of ['', '/changes', '/editions'])
      expect(await framed(path)).toBe('https://news.example.org')
    expect(await framed(`/e/${'0'.repeat(32)}`)).toBeNull()
    const locked = await link({ frames: 'https://news.example.org', lens: 'public' })
    expect((await get(`${locked.url}x`)).headers.get('x-throughline-frames')).toBeNull()
  })
})

describe('the card that chat programs make of a page', () => {
  it('says no more than that there is a record, unless the link is for everybody', async () => {
    const { owner } = world
    const campaign = await newCampaignFor(owner)
    await logEntry(owner, campaign, { title: '"><script>alert(1)</script>' })
    const of = async (more: Record<string, string>) => {
      const input = shareSchema.parse({ campaign: campaign.id, ...more })
      return (await get((await createShare(owner, input)).url)).text()
    }
    const closed = await of({ lens: 'public' })
    expect(closed).toContain('<meta property="og:title" content="A campaign record"/>')
    expect(closed).toContain('name="robots" content="noindex, nofollow"')
    expect(closed).not.toContain('<script')
    const open = await of({ lens: 'public', indexed: 'on' })
    expect(open).not.toContain('name="robots"')
    expect(open).toMatch(/<meta property="og:title" content="Campaign [0-9a-f-]{36}"\/>/)
    expect(open).toContain('type="application/ld+json"')
    expect(await of({ lens: 'press' })).not.toContain('ld+json')
  })

  it('escapes quotation marks and brackets in its title', async () => {
    const { owner } = world
    const campaign = await createCampaign(
      owner,
      campaignSchema.parse({
        ...{ title: '"><script>alert(1)</script>', summary: '', timeZone: 'America/Los_Angeles' },
      }),
    )
    const input = shareSchema.parse({ campaign: campaign.id, lens: 'public', indexed: 'on' })
    const html = await (await get((await createShare(owner, input)).url)).text()
    expect(html).toContain(
      '<meta property="og:title" content="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"/>',
    )
    expect(html).not.toContain('<script')
  })
})
