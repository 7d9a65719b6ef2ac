import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase } from '@/server/auth/test-support'
import { withViewer } from '@/server/db'
import { createShare } from '@/server/shares/links/mutations'
import { listShares } from '@/server/shares/links/queries'
import { hashShareToken } from '@/server/shares/links/token'
import { newWorld, type World } from '@/server/testing/world'
import { isPageView, shareViews } from './share-views'

useTestDatabase()

const person = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const asking = (agent: string, more: Record<string, string> = {}, method = 'GET') => ({
  method,
  headers: { 'user-agent': agent, 'accept-language': 'en', ...more },
})

let world: World
let now = new Date('2026-02-14T12:00:00Z')
let views: ReturnType<typeof shareViews>
beforeAll(async () => {
  world = await newWorld()
  views = shareViews(process.env.DATABASE_URL ?? '', { every: 3_600_000, now: () => now })
})
afterAll(() => views.close())

it.each([
  'http.rb/5.1.1 (Mastodon/4.2.1; +https://social.example/)',
  'Iframely/1.3.1 (+https://iframely.com/docs/about)',
  'Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)',
  'Mozilla/5.0 (compatible; Embedly/0.2; +http://support.embed.ly/)',
  'Viber/20.5.1.2',
  'kakaotalk-scrap/1.0',
  'Synapse/1.98.0',
  'Friendica 2024.03; https://friends.example',
  'Pleroma 2.6.0; https://pleroma.example <admin@pleroma.example>',
  'Line/13.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) XING-contenttabreceiver/2.0; https://xing.com',
])('%s is no person', (agent) => expect(isPageView(asking(agent))).toBe(false))

it('a program that calls itself a browser and reads no language is no person', () => {
  expect(isPageView(asking(person, { 'accept-language': '' }))).toBe(false)
  expect(isPageView(asking(person))).toBe(true)
})

describe('page views', () => {
  it('are sums of a day, of which few are not told', async () => {
    const { id, url } = await createShare(
      world.owner,
      shareSchema.parse({ campaign: world.campaign.id }),
    )
    const hash = hashShareToken(url.slice(url.lastIndexOf('/') + 1)).toString('hex')
    const told = async () => (await listShares(world.owner)).find((share) => share.id === id)?.views
    const seen = async (times: number, request = asking(person)) => {
      for (let time = 0; time < times; time += 1) views.see(request, hash)
      await views.flush()
    }
    await Promise.all([seen(1), seen(2), seen(3)])
    expect(await told()).toBe('Opened fewer than 10 times')
    for (const bot of [
      'Slackbot-LinkExpanding 1.0',
      'WhatsApp/2.23',
      'facebookexternalhit/1.1',
      '',
    ])
      await seen(100, asking(bot))
    await seen(100, asking(person, { 'sec-purpose': 'prefetch' }))
    await seen(100, asking(person, {}, 'HEAD'))
    now = new Date('2026-02-15T00:00:01Z')
    await seen(1_494)
    views.see(asking(person), '0'.repeat(64))
    await views.flush()
    expect(await told()).toBe('Opened 1,500 times')
    const rows = await withViewer(world.owner, (tx) =>
      tx.shareView.findMany({ orderBy: { day: 'asc' } }),
    )
    expect(rows.map(({ views, day }) => [views, day.toISOString().slice(0, 10)])).toEqual([
      [6, '2026-02-14'],
      [1_494, '2026-02-15'],
    ])
    // Nothing else is known of a view than its link and its day.
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual([
      'day',
      'shareLinkId',
      'views',
      'workspaceId',
    ])
  })

  it('wait for a database that does not answer', async () => {
    const away = shareViews('postgres://nobody@127.0.0.1:1/none', { every: 3_600_000 })
    away.see(asking(person), '0'.repeat(64))
    await away.flush()
    await away.close()
  })

  it('are those of people', () => {
    expect(isPageView(asking(person))).toBe(true)
    expect(isPageView(asking(person, { 'sec-fetch-dest': 'document' }))).toBe(true)
    expect(isPageView(asking(person, { 'sec-fetch-dest': 'iframe' }))).toBe(true)
    expect(isPageView(asking(person, { 'if-none-match': '"x"' }))).toBe(true)
    expect(isPageView(asking(person, {}, 'HEAD'))).toBe(false)
    expect(isPageView(asking(person, { 'sec-purpose': 'prefetch;prerender' }))).toBe(false)
    expect(isPageView(asking(person, { 'sec-fetch-dest': 'image' }))).toBe(false)
    for (const robot of [
      '',
      'Googlebot/2.1',
      'Slackbot-LinkExpanding 1.0',
      'WhatsApp/2.23',
      'curl/8',
    ])
      expect(isPageView(asking(robot))).toBe(false)
  })
})
