import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { newWorld, type World } from '../testing/world'
import { hashOf, fileNames } from './files'
import { addPhoto, hideAreas } from './mutations'
import { getPhotoFile } from './queries'
import { PhotoRefused } from './refused'
import * as stores from './store'
import { sweepPhotos } from './sweep'
import { dots, jpegWithMetadata } from './test-support'

// A device of Linux to which every write fails as on a full disk.
const FULL = '/dev/full'
const disk = vi.hoisted(() => ({ writesLeft: Infinity }))
vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof import('node:fs/promises')>()
  const open: typeof real.open = (path, flags, mode) =>
    flags === 'wx' && disk.writesLeft-- < 1
      ? real.open('/dev/full', 'w')
      : real.open(path, flags, mode)
  return { ...real, open }
})

useTestDatabase()

let world: World
const folder = () => join(process.env.THROUGHLINE_DATA ?? '', 'photos', world.workspaceId)
const files = () => {
  mkdirSync(folder(), { recursive: true })
  return readdirSync(folder()).sort()
}
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof PhotoRefused ? error.reason : error),
  )
const rows = () => withViewer(world.owner, (tx) => tx.photo.count())

beforeAll(async () => {
  world = await newWorld()
})

describe('a picture that is added', () => {
  it('has files with random names, and its own bytes are nowhere', async () => {
    const taken = await jpegWithMetadata()
    await addPhoto(world.contributor, taken, [])
    expect(files().length).toBeGreaterThan(0)
    for (const file of files()) {
      expect(file).toMatch(/^[0-9a-f]{32}-\d{1,4}\.(webp|jpg)$/)
      const bytes = await stores.photoStore().read(world.workspaceId, file)
      expect(bytes?.equals(taken)).toBe(false)
      expect(bytes?.includes('Zqartistzq')).toBe(false)
    }
  })

  it('notes the SHA-256 of each of its files', async () => {
    const { id } = await addPhoto(world.contributor, await dots(300, 300).jpeg().toBuffer(), [])
    const row = await withViewer(world.owner, (tx) => tx.photo.findFirst({ where: { id } }))
    if (!row) throw new Error('The picture should be there.')
    const found = await Promise.all(
      fileNames(row).map((file) => stores.photoStore().read(world.workspaceId, file)),
    )
    expect(row.hashes).toEqual(found.map((bytes) => hashOf(bytes ?? Buffer.alloc(0))))
    expect(row.hashes[0]).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is refused where too many stand in no entry, also of those that are sent at once', async () => {
    const world = await newWorld()
    const { editor, contributor, workspaceId } = world
    const waiting = (uploadedBy: string, count: number) =>
      withViewer(world.owner, (tx) =>
        tx.photo.createMany({
          data: Array.from({ length: count }, () => ({
            ...{ workspaceId, uploadedBy, width: 1, height: 1 },
            ...{ fileKey: randomBytes(16).toString('hex'), suffixes: ['1.webp'] },
          })),
        }),
      )
    await waiting(editor.memberId, 59)
    const bytes = await dots(8, 8).png().toBuffer()
    const sent = await Promise.allSettled([1, 2, 3].map(() => addPhoto(editor, bytes, [])))
    expect(sent.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of sent)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ reason: 'unattached' })
    await waiting(world.owner.memberId, 540)
    await expect(addPhoto(contributor, bytes, [])).rejects.toMatchObject({
      reason: 'unattachedOfAll',
    })
  })

  it('leaves neither file nor row when it ends half-way', async () => {
    const before = [files(), await rows()]
    const whole = await dots(300, 300).jpeg().toBuffer()
    expect(await reasonOf(addPhoto(world.owner, whole.subarray(0, 4_000), []))).toBe('damaged')
    expect([files(), await rows()]).toEqual(before)
  })

  it.runIf(existsSync(FULL))('leaves neither file nor row when the disk is full', async () => {
    const before = [files(), await rows()]
    disk.writesLeft = 2
    try {
      const picture = await dots(1200, 900).webp().toBuffer()
      expect(await reasonOf(addPhoto(world.owner, picture, []))).toBe('full')
    } finally {
      disk.writesLeft = Infinity
    }
    expect([files(), await rows()]).toEqual(before)
  })
})

describe('the store', () => {
  it.each(['../x', '../../x', '/etc/passwd', 'a', `${'0'.repeat(32)}-960.webp/../x`, ''])(
    'refuses the name %j',
    async (name) => {
      const store = stores.photoStore()
      await expect(store.write(world.workspaceId, name, Buffer.from('x'))).rejects.toThrow(
        RangeError,
      )
      await expect(store.read('..', `${'0'.repeat(32)}-960.webp`)).rejects.toThrow(RangeError)
    },
  )
})

describe('areas that are hidden later', () => {
  it('are in new files, and the old ones are gone', async () => {
    const { id } = await addPhoto(world.editor, await dots(600, 600).png().toBuffer(), [])
    const before = files()
    const old = await getPhotoFile(world.editor, id, '600.webp')
    await hideAreas(world.editor, id, [{ x: 0, y: 0, width: 1, height: 1 }])
    const changed = await getPhotoFile(world.editor, id, '600.webp')
    expect(changed.tag).not.toBe(old.tag)
    expect(files()).not.toContain(old.tag)
    expect(files().filter((file) => !before.includes(file))).toHaveLength(3)
    const { channels } = await sharp(changed.bytes).greyscale().stats()
    expect(channels[0]?.stdev).toBeLessThan(10)
  })
})

describe('the sweep', () => {
  const later = (days: number) => new Date(Date.now() + days * 86_400_000)

  it('takes what stood in no entry for a day, and every file that no row names', async () => {
    await sweepPhotos(world.owner, later(2))
    expect([files().length, await rows()]).toEqual([0, 0])
    const { id } = await addPhoto(world.owner, await dots(50, 50).png().toBuffer(), [])
    const orphan = join(folder(), `${'a'.repeat(32)}-50.webp`)
    writeFileSync(orphan, 'x')
    utimesSync(orphan, later(0), later(0))
    expect(await sweepPhotos(world.owner)).toEqual({ pictures: 0, files: 0 })
    utimesSync(orphan, later(-3), later(-3))
    expect(await sweepPhotos(world.owner)).toEqual({ pictures: 0, files: 1 })
    expect((await getPhotoFile(world.owner, id, 'small')).bytes.length).toBeGreaterThan(0)
  })
})
