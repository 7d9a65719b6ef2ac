import { beforeAll, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { GOOD_PASSWORD, useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { createShare } from '@/server/shares/links/mutations'
import { logEntry, newWorld, type World } from '@/server/testing/world'
import { get, openPrivate } from './crawl'

aTestDatabase()

const FRAMES = 'https://news.example.org'
let world: World
beforeAll(async () => {
  world = await newWorld()
  await logEntry(world.owner, world.campaign, { title: 'Rally at the "Spheres"' })
})

const linkWith = (more: Record<string, string>) =>
  createShare(world.owner, shareSchema.parse({ campaign: world.campaign.id, ...more }))
/** What a site finds that looks for how to frame a page; null where the page does not say. */
async function discovered(url: string, more = ''): Promise<Record<string, unknown> | null> {
  const [, href] =
    /<link rel="alternate" href="([^"]+)" type="application\/json\+oembed"/.exec(
      await (await get(url)).text(),
    ) ?? []
  if (href === undefined) return null
  const answer = await get(href + more)
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  return (await answer.json()) as Record<string, unknown>
}

describe('oEmbed', () => {
  it('gives sites that may frame a link its frame', async () => {
    const { url } = await linkWith({ frames: FRAMES, cards: 'on' })
    const found = await discovered(url)
    expect(found).toMatchObject({
      ...{ version: '1.0', type: 'rich', width: 720, height: 680 },
      ...{ thumbnail_url: `${url}/card.png`, thumbnail_width: 1200, thumbnail_height: 630 },
    })
    expect(found?.title).toMatch(/^Campaign /)
    expect(found?.html).toMatch(/^<iframe src="[^"]+" title="[^"]+" width="720" height="680" /)
    expect(found?.html).toContain(`src="${url}"`)
  })

  it('gives the frame of one entry on its page', async () => {
    const { url } = await linkWith({ frames: FRAMES, cards: 'on' })
    const [, entry = ''] =
      /href="[^"]*(\/e\/[0-9a-f]{32})"/.exec(await (await get(url)).text()) ?? []
    const found = await discovered(url + entry)
    expect(found).toMatchObject({ title: 'Rally at the "Spheres"' })
    expect(found?.html).toContain(`src="${url}${entry}" title="Rally at the &quot;Spheres&quot;"`)
  })

  it('stays within what the site asks for', async () => {
    const { url } = await linkWith({ frames: FRAMES })
    expect(await discovered(url, '?maxwidth=400&maxheight=300')).toMatchObject({
      ...{ width: 400, height: 300 },
    })
    expect(await discovered(url, '?maxwidth=9999&maxheight=0')).toMatchObject({
      ...{ width: 720, height: 680 },
    })
  })

  it('says no more of a page than its preview does', async () => {
    const { url } = await linkWith({ frames: FRAMES })
    const found = await discovered(url)
    expect(found).toMatchObject({ title: 'A campaign record' })
    expect(JSON.stringify(found)).not.toMatch(/Campaign [0-9a-f-]{36}/)
    expect(found).not.toHaveProperty('thumbnail_url')
  })

  it('is there for no link that no site may frame, that is private, or that asks for a password', async () => {
    const plain = await linkWith({})
    expect(await discovered(plain.url)).toBeNull()
    expect((await get(`${plain.url}/oembed.json`)).status).toBe(404)
    const { url } = await linkWith({ frames: FRAMES, private: 'on' })
    const { place, cookie } = await openPrivate(url)
    expect(await (await get(place, { cookie })).text()).not.toContain('oembed')
    expect((await get(`${place}/oembed.json`, { cookie })).status).toBe(404)
    const locked = await linkWith({ frames: FRAMES, password: GOOD_PASSWORD })
    expect((await get(`${locked.url}/oembed.json`)).status).toBe(403)
  })
})
