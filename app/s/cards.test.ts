import { beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { shareSchema } from '@/lib/schemas/share'
import { GOOD_PASSWORD, useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { changeShareDetails } from '@/server/shares/links/changes'
import { createShare } from '@/server/shares/links/mutations'
import { logEntry, newWorld, type World } from '@/server/testing/world'
import { get, openPrivate } from './crawl'

aTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
  await logEntry(world.owner, world.campaign, {
    ...{ title: 'Rally <b>at</b> the "Spheres"', summary: 'Hundreds came.' },
    demands: [{ wording: 'End it', targets: 'Amazon' }],
  })
})

const linkWith = (more: Record<string, string>) =>
  createShare(world.owner, shareSchema.parse({ campaign: world.campaign.id, ...more }))
const text = async (url: string, headers: Record<string, string> = {}) =>
  (await get(url, headers)).text()
const metaOf = (html: string) =>
  new Map(
    [...html.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)"/g)].map(
      ([, name = '', content = '']) => [name, content],
    ),
  )

describe('the preview of a link', () => {
  it('says how the record stands, with a picture, where its maker allows it', async () => {
    const { url } = await linkWith({ lens: 'press', cards: 'on' })
    const meta = metaOf(await text(url))
    expect(meta.get('og:description')).toMatch(/^1 demand: open at Amazon.*\. 1 entry\.$/)
    expect(meta.get('og:image')).toBe(`${url}/card.png`)
    const picture = await get(`${url}/card.png`)
    expect(picture.headers.get('content-type')).toBe('image/png')
    const { width, height, format } = await sharp(
      Buffer.from(await picture.arrayBuffer()),
    ).metadata()
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' })
  })

  it('is of the one entry on the page of an entry', async () => {
    const { url } = await linkWith({ lens: 'press', cards: 'on' })
    const [, entry = ''] = /href="[^"]*(\/e\/[0-9a-f]{32})"/.exec(await text(url)) ?? []
    const meta = metaOf(await text(url + entry))
    expect(meta.get('og:title')).toContain('Rally &lt;b&gt;at&lt;/b&gt; the &quot;Spheres&quot;')
    expect(meta.get('og:description')).toContain('Hundreds came.')
    expect((await get(`${url}${entry}/card.png`)).status).toBe(200)
  })

  it('is of the one demand where the link is about that', async () => {
    const filter = { scope: 'filter', filter: 'demand=1', frames: 'https://example.org' }
    const { url } = await linkWith({ lens: 'press', cards: 'on', ...filter })
    const html = await text(url)
    expect(metaOf(html).get('og:title')).toMatch(/^End it · /)
    expect(html).toMatch(/<h1><bdi[^>]*>End it<\/bdi><\/h1>/)
    expect(html).toContain('Cite this demand')
    expect(JSON.parse(await text(`${url}/oembed.json`))).toMatchObject({ title: 'End it' })
    expect(await text(`${url}/state`)).toMatch(/<h1><a href="[^"]*"><bdi[^>]*>End it</)
  })

  it('says no more than that there is a record, unless the link allows it', async () => {
    const { id, url } = await linkWith({ lens: 'press' })
    const closed = metaOf(await text(url))
    expect(closed.get('og:title')).toBe('A campaign record')
    expect(closed.get('og:image')).toBe(`${new URL(url).origin}/card.png`)
    expect(closed.get('og:image:alt')).toBe('A campaign record')
    expect((await get(`${url}/card.png`)).status).toBe(404)
    await changeShareDetails(world.owner, { share: id, label: '', cards: true })
    expect(metaOf(await text(url)).get('og:image')).toBe(`${url}/card.png`)
    // A page that search engines may keep has one anyway.
    const { url: open } = await linkWith({ lens: 'public', indexed: 'on' })
    expect(metaOf(await text(open)).get('og:image')).toBe(`${open}/card.png`)
  })

  it('tells nothing of a link that is private or asks for a password', async () => {
    const { url } = await linkWith({ cards: 'on', private: 'on' })
    const { place, cookie } = await openPrivate(url)
    expect(metaOf(await text(place, { cookie })).get('og:title')).toBe('A campaign record')
    const locked = await linkWith({ cards: 'on', password: GOOD_PASSWORD })
    expect((await get(`${locked.url}/card.png`)).status).toBe(403)
    const meta = metaOf(await text(locked.url))
    expect(meta.get('og:title')).toBe('A campaign record')
    expect(meta.get('og:image')).toBe(`${new URL(url).origin}/card.png`)
  })
})
