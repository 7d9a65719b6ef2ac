import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { systemViewer } from '@/server/auth/viewers'
import { getCampaign } from '@/server/campaigns/queries'
import { addSample } from '@/server/sample/founding-record'
import { createShare } from '@/server/shares/links/mutations'
import { logEntry, newWorld } from '@/server/testing/world'
import { get } from './crawl'

aTestDatabase()

/** With its style, which scripts/server/shared-style.test.ts bounds, 14 KB. */
const MOST = 14 * 1024 - 4_400
/** Coasts and borders are most of it. */
const MOST_OF_A_MAP = 31 * 1024

it('the page of a record of six entries, with its drawing, has few bytes and no script', async () => {
  const { owner } = await newWorld()
  const { slug } = await addSample(systemViewer(owner.workspaceId))
  const { id } = await getCampaign(owner, slug)
  const { url } = await createShare(owner, shareSchema.parse({ campaign: id, undecided: 'shown' }))
  const html = await (await get(url)).text()
  expect(html.match(/<article/g)).toHaveLength(6)
  expect(html).toContain('class="drawing')
  expect(html).not.toContain('<script')
  expect(gzipSync(html, { level: 9 }).length).toBeLessThan(MOST)
})

it('a map over a continent has few bytes and no script, and leads to what it lists', async () => {
  const { owner, campaign } = await newWorld()
  const towns = [
    ['Seattle', 47.6, -122.3],
    ['Seattle', 47.6, -122.3],
    ['Phoenix', 33.4, -112.1],
    ['Austin', 30.3, -97.7],
    ['Chicago', 41.9, -87.6],
    ['Miami', 25.8, -80.2],
    ['Boston', 42.4, -71.1],
  ] as const
  for (const [place, latitude, longitude] of towns)
    await logEntry(owner, campaign, {
      ...{ title: `A rally in ${place}`, place },
      ...{ latitude: String(latitude), longitude: String(longitude) },
    })
  const input = shareSchema.parse({ campaign: campaign.id, lens: 'press' })
  const { url } = await createShare(owner, input)
  expect(await (await get(url)).text()).toContain('>Map of this record</a>')
  const html = await (await get(`${url}/map`)).text()
  expect(html).not.toContain('<script')
  expect(html.match(/<a href="[^"]+" class="no-underline" aria-label="/g)).toHaveLength(12)
  for (const [, anchor = ''] of html.matchAll(/<a [^>]*href="#([^"]+)"/g))
    expect(html).toContain(`id="${anchor}"`)
  for (const [, path = ''] of html.matchAll(/<a href="([^"#]+\/e\/[0-9a-f]{32})"/g))
    expect((await get(new URL(path, url).href)).status).toBe(200)
  expect(gzipSync(html, { level: 9 }).length).toBeLessThan(MOST_OF_A_MAP)
})
