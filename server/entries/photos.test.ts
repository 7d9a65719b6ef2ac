import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { restoreRevision } from '../history/restore'
import { addPhoto } from '../photos/mutations'
import { getPhotoFile } from '../photos/queries'
import { sweepPhotos } from '../photos/sweep'
import { dots } from '../photos/test-support'
import { editOf, saveEdit } from '../testing/editing'
import { logEntry, newWorld, type World } from '../testing/world'
import { getEntry } from './queries'

useTestDatabase()

let world: World
let picture: Buffer

beforeAll(async () => {
  world = await newWorld()
  picture = await dots(60, 40).png().toBuffer()
})

const added = async (viewer: Organizer = world.owner) => (await addPhoto(viewer, picture, [])).id
const withPhotos = async (...photos: Record<string, string>[]) => {
  const { id } = await logEntry(world.owner, world.campaign, { photos })
  return getEntry(world.owner, id)
}

describe('the pictures of an entry', () => {
  it('stand in it in their order, with their words', async () => {
    const [one, other] = [await added(), await added()]
    const entry = await withPhotos(
      { photo: other, alt: 'A banner', caption: 'Before noon', credit: 'Jo' },
      { photo: one, decorative: 'on' },
    )
    expect(entry.photos).toMatchObject([
      { id: other, alt: 'A banner', caption: 'Before noon', credit: 'Jo', decorative: false },
      { id: one, alt: '', decorative: true, width: 60, height: 40, files: ['60.webp', '60.jpg'] },
    ])
  })

  it('that are taken out can be brought back, for a month', async () => {
    const photo = await added()
    const entry = await withPhotos({ photo, alt: 'A banner' })
    await saveEdit(world.owner, entry, editOf(entry, { 'photos.0.remove': 'on' }))
    const without = await getEntry(world.owner, entry.id)
    expect(without.photos).toEqual([])
    await expect(getPhotoFile(world.owner, photo, 'small')).rejects.toThrow('does not exist')
    await sweepPhotos(world.owner, new Date(Date.now() + 29 * 86_400_000))
    expect(without.version).toBe(2)
    await restoreRevision(world.owner, 'entry', entry.id, 1)
    expect((await getEntry(world.owner, entry.id)).photos).toMatchObject([{ id: photo }])
    expect((await getPhotoFile(world.owner, photo, 'small')).bytes.length).toBeGreaterThan(0)
  })

  it('are left out when a restored revision asks for them after a month', async () => {
    const photo = await added()
    const entry = await withPhotos({ photo, alt: 'A banner' })
    await saveEdit(world.owner, entry, editOf(entry, { 'photos.0.remove': 'on' }))
    await sweepPhotos(world.owner, new Date(Date.now() + 31 * 86_400_000))
    await restoreRevision(world.owner, 'entry', entry.id, 1)
    expect((await getEntry(world.owner, entry.id)).photos).toEqual([])
  })

  it('are never those of another entry, of another member who proposes, or of another workspace', async () => {
    const theirs = await added()
    await withPhotos({ photo: theirs, alt: 'A banner' })
    const stranger = (await newWorld()).owner
    for (const [photo, viewer] of [
      [theirs, world.owner],
      [await added(), world.contributor],
      [await added(stranger), world.owner],
    ] as const) {
      const photos = [{ photo, alt: 'A banner' }]
      await expect(
        logEntry(viewer, world.campaign, { photos, status: 'draft' }),
      ).rejects.toMatchObject({ code: 'invalid', path: ['photos', 0, 'alt'] })
    }
  })

  it('need words, or that they only decorate', async () => {
    const photo = await added()
    await expect(withPhotos({ photo })).rejects.toThrow('Describe the picture')
    await expect(withPhotos({ photo, alt: 'Words', decorative: 'on' })).rejects.toThrow(
      'isn’t decorative',
    )
  })

  it('of a draft are seen by whoever sees the draft', async () => {
    const photo = await added()
    await logEntry(world.owner, world.campaign, {
      ...{ status: 'draft', photos: [{ photo, alt: 'A banner' }] },
    })
    await expect(getPhotoFile(world.viewer, photo, 'small')).rejects.toThrow('does not exist')
    await expect(getPhotoFile(world.contributor, photo, 'small')).rejects.toThrow('does not exist')
    expect(await getPhotoFile(world.editor, photo, 'small')).toMatchObject({ type: 'image/webp' })
  })
})
