import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { withViewer } from '@/server/db'
import { PhotoRefused } from '@/server/photos/refused'
import { dots, jpegWithMetadata } from '@/server/photos/test-support'
import { freezeShare } from '@/server/shares/editions/editions'
import { changeShareDetails } from '@/server/shares/links/changes'
import { revokeShare } from '@/server/shares/links/ending'
import { createShare } from '@/server/shares/links/mutations'
import { logEntry, newWorld, type World } from '@/server/testing/world'
import { changeMark, removeMark } from '@/server/workspace/mark'
import { crawl, get, unzipped } from './crawl'

aTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
  await logEntry(world.owner, world.campaign, { title: 'A rally' })
  await withViewer(world.owner, (tx) =>
    tx.workspace.updateMany({ data: { publisherName: 'Warehouse Workers Together' } }),
  )
})
beforeEach(async () => {
  await changeMark(world.owner, await jpegWithMetadata())
})

const linkWith = (more: Record<string, string> = {}) =>
  createShare(world.owner, shareSchema.parse({ campaign: world.campaign.id, ...more }))
const textOf = async (url: string) => (await get(url)).text()
const marksIn = (text: string) => [
  ...new Set(
    [...text.matchAll(/src="(\/s\/[^"]+\/mark\/[0-9a-f]{64}\.png)"/g)].map(([, at]) => at),
  ),
]
async function markOf(url: string): Promise<string> {
  const [path = ''] = marksIn(await textOf(url))
  return path && new URL(path, url).href
}
const bytesOf = async (url: string) => Buffer.from(await (await get(url)).arrayBuffer())

describe('the mark of who keeps a record', () => {
  it('stands on every page of a link and in its frame, and is a small picture without metadata', async () => {
    const { url } = await linkWith({ lens: 'public' })
    const pages = [...(await crawl(url))].filter(
      ([address, text]) =>
        text.startsWith('200') && text.includes('<body') && !address.includes('?'),
    )
    expect(pages.length).toBeGreaterThan(4)
    for (const [address, text] of pages) expect(marksIn(text), address).toHaveLength(1)
    const mark = await markOf(url)
    const response = await get(mark)
    expect(response.headers.get('content-type')).toBe('image/png')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(mark).toContain(`/mark/${createHash('sha256').update(bytes).digest('hex')}.png`)
    expect(bytes.length).toBeLessThan(40_000)
    const { format, width, height, exif, xmp, icc } = await sharp(bytes).metadata()
    expect({ format, width, height, exif, xmp, icc }).toEqual({
      format: 'png',
      width: 128,
      height: 96,
    })
    expect(bytes.toString('latin1')).not.toMatch(/Zq\w+zq/)
  })

  it('is not told, and cannot be had, where the link does not say who keeps it', async () => {
    const path = new URL(await markOf((await linkWith()).url)).pathname
      .split('/')
      .slice(3)
      .join('/')
    const { id, url } = await linkWith({ named: 'no', cards: 'on' })
    expect(marksIn(await textOf(url))).toEqual([])
    expect((await get(`${url}/${path}`)).status).toBe(404)
    const silent = await bytesOf(`${url}/card.png`)
    await changeShareDetails(world.owner, { share: id, label: '', named: true, cards: true })
    expect((await get(`${url}/${path}`)).status).toBe(200)
    const told = await bytesOf(`${url}/card.png`)
    expect(told.equals(silent)).toBe(false)
    expect((await sharp(told).metadata()).width).toBe(1200)
    await removeMark(world.owner)
    expect((await bytesOf(`${url}/card.png`)).equals(told)).toBe(false)
  })

  it('is gone with its link, when it is another, and when it is taken away', async () => {
    const { id, url } = await linkWith()
    const first = await markOf(url)
    await changeMark(world.owner, await dots(40, 40).png().toBuffer())
    expect((await get(first)).status).toBe(404)
    const second = await markOf(url)
    expect((await get(second)).status).toBe(200)
    await removeMark(world.owner)
    expect((await get(second)).status).toBe(404)
    expect(await textOf(url)).not.toContain('/mark/')
    await changeMark(world.owner, await dots(40, 40).png().toBuffer())
    const third = await markOf(url)
    await revokeShare(world.owner, id)
    expect((await get(third)).status).toBe(404)
  })

  it('is on the card of a page', async () => {
    const { url } = await linkWith({ cards: 'on' })
    const red = sharp({ create: { width: 300, height: 100, channels: 3, background: '#f00' } })
    await changeMark(world.owner, await red.png().toBuffer())
    const card = sharp(await bytesOf(`${url}/card.png`))
    const corner = await card
      .extract({ left: 1200 - 64 - 100, top: 50, width: 20, height: 20 })
      .removeAlpha()
      .raw()
      .toBuffer()
    expect([...corner.subarray(0, 3)]).toEqual([255, 0, 0])
  })

  it('is in an edition that is taken away, under its hash', async () => {
    const { id, url } = await linkWith()
    await freezeShare(world.owner, { share: id })
    const files = await unzipped(await bytesOf(`${url}/editions/edition-1.zip`))
    const [name = '', bytes] = [...files].find(([file]) => file.includes('/mark/')) ?? []
    const hash = createHash('sha256')
      .update(bytes ?? '')
      .digest('hex')
    expect(name).toBe(`edition-1/mark/${hash}.png`)
    expect(String(files.get('edition-1/MANIFEST'))).toContain(`${hash}  mark/${hash}.png\n`)
    expect(String(files.get('edition-1/index.html'))).toContain(`src="mark/${hash}.png"`)
  })

  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'kind'],
    ['half a picture', null, 'damaged'],
  ])('is not %s', async (_name, given, reason) => {
    const bytes = given ?? (await jpegWithMetadata()).subarray(0, 900)
    const refusal = await changeMark(world.owner, bytes).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(PhotoRefused)
    expect(refusal).toMatchObject({ reason })
  })
})
