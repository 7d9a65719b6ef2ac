import { beforeAll, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { shareReaderFor } from '@/server/auth/share-reader'
import { withViewer } from '@/server/db'
import { getEntry } from '@/server/entries/queries'
import { addPhoto } from '@/server/photos/mutations'
import { dots } from '@/server/photos/test-support'
import { revokeShare } from '@/server/shares/links/ending'
import { createShare } from '@/server/shares/links/mutations'
import { recordIdFor } from '@/server/shares/reading/record-ids'
import { editOf, saveEdit } from '@/server/testing/editing'
import { logEntry, newWorld, type World } from '@/server/testing/world'
import { crawl, get } from './crawl'

aTestDatabase()

let world: World
let entryId: string
let photoId: string
let share: { id: string; url: string }

const newShare = (more: Record<string, unknown> = {}) =>
  createShare(world.owner, shareSchema.parse({ campaign: world.campaign.id, ...more }))

beforeAll(async () => {
  world = await newWorld()
  photoId = (await addPhoto(world.owner, await dots(60, 40).png().toBuffer(), [])).id
  const photos = [{ photo: photoId, alt: 'A banner over the street' }]
  entryId = (await logEntry(world.owner, world.campaign, { photos })).id
  share = await newShare()
})

/** The addresses of the pictures that a link's page shows. */
async function pictures(url = share.url): Promise<string[]> {
  return [...(await crawl(url)).keys()].filter((address) => address.includes('/p/'))
}

describe('a picture behind a link', () => {
  it('stands in the page with its words and its size, and is served as a picture', async () => {
    const page = await (await get(share.url)).text()
    expect(page).toMatch(/<img[^>]* alt="A banner over the street"[^>]* width="60" height="40"/)
    const addresses = await pictures()
    expect(addresses).toHaveLength(2)
    for (const address of addresses) {
      const response = await get(address)
      expect(response.status).toBe(200)
      const type = address.endsWith('.jpg') ? 'image/jpeg' : 'image/webp'
      expect(response.headers.get('content-type')).toBe(type)
      const etag = response.headers.get('etag') ?? ''
      expect((await get(address, { 'if-none-match': etag })).status).toBe(304)
    }
  })

  it('tells neither its id nor the names of its files', async () => {
    const rows = await withViewer(world.owner, (tx) =>
      tx.photo.findMany({ select: { id: true, fileKey: true } }),
    )
    const all = [...(await crawl(share.url))].flat().join('\n')
    for (const { id, fileKey } of rows) {
      expect(all).not.toContain(id)
      expect(all).not.toContain(fileKey)
    }
  })

  it('cannot be had through another link, by another name, or where the link shows none', async () => {
    const [address = ''] = await pictures()
    const path = address.slice(share.url.length)
    // Even by the id that it would have there.
    const there = async ({ url }: { url: string }) => {
      const reader = await shareReaderFor(new URL(url).pathname.slice('/s/'.length))
      return `${url}/p/${reader ? recordIdFor(reader, photoId) : ''}/60.webp`
    }
    const own = await newShare()
    expect((await get(await there(own))).status).toBe(200)
    const tried = [
      `${own.url}${path}`,
      await there(await newShare({ scope: 'ledger' })),
      await there(await newShare({ choices: JSON.stringify({ fields: ['summary'] }) })),
      address.replace(/[^/]+$/, '1.webp'),
      address.replace(/\/p\/.*$/, `/p/${'0'.repeat(32)}/60.webp`),
      address.replace(/[^/]+$/, '..%2f..%2fsecret.key'),
    ]
    for (const one of tried) expect((await get(one)).status).toBe(404)
  })

  it('is gone when its entry is a draft again, when it is taken out, and when the link ends', async () => {
    const [address = ''] = await pictures()
    const publish = async (changes: Record<string, string>) => {
      const entry = await getEntry(world.owner, entryId)
      await saveEdit(world.owner, entry, editOf(entry, changes))
    }
    await publish({ status: 'draft' })
    expect((await get(address)).status).toBe(404)
    await publish({ status: 'published' })
    expect((await get(address)).status).toBe(200)
    await publish({ 'photos.0.remove': 'on' })
    expect((await get(address)).status).toBe(404)
    const { id: photo } = await addPhoto(world.owner, await dots(60, 40).png().toBuffer(), [])
    await publish({ 'photos.0.photo': photo, 'photos.0.alt': 'A banner' })
    const [next = ''] = await pictures()
    expect((await get(next)).status).toBe(200)
    await revokeShare(world.owner, share.id)
    const dead = await get(next)
    expect(dead.status).toBe(404)
    const unknown = await get(`http://127.0.0.1:3000/s/${'0'.repeat(26)}`)
    expect(await dead.text()).toBe(await unknown.text())
  })
})
