import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SystemJob } from '../auth/viewer'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { noFilter } from '@/lib/timeline/filters'
import { hashOf } from '../photos/files'
import { addPhoto } from '../photos/mutations'
import { photoStore } from '../photos/store'
import { dots, jpegWithMetadata } from '../photos/test-support'
import { logEntry, newCampaignFor, newWorld, type World } from '../testing/world'
import { unzipped, zipped } from '../testing/zip'
import { writeExport } from './export'
import { importRecord } from './import-record'
import { openRecordZip } from './open-record-zip'
import { emptyWorkspace, exported, exportedBytes, fillCampaign } from './test-support'

useTestDatabase()

const folder = mkdtempSync(join(tmpdir(), 'throughline-record-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Files = Map<string, Buffer>

let count = 0
const pathOf = (bytes: Uint8Array) => {
  const path = join(folder, `${(count += 1)}.zip`)
  writeFileSync(path, bytes)
  return path
}

async function imported(operator: SystemJob, path: string) {
  const { text, pictures, close } = await openRecordZip(path)
  return importRecord(operator, text, pictures).finally(close)
}

let world: World
let campaign: { id: string; slug: string }
let archive: Buffer
let path: string
beforeAll(async () => {
  world = await newWorld()
  campaign = await newCampaignFor(world.owner)
  await fillCampaign(world, campaign)
  const photo = (await addPhoto(world.contributor, await dots(900, 700).jpeg().toBuffer(), [])).id
  await logEntry(world.contributor, campaign, {
    ...{ title: 'A draft with a picture', status: 'draft' },
    photos: [{ photo, alt: 'Nobody should see this yet' }],
  })
  archive = (await exportedBytes(world.owner, 'zip', campaign.slug)).bytes
  path = pathOf(archive)
})

describe('a record with its photos', () => {
  it('comes out of another workspace as it went in, with every picture', async () => {
    const { operator, owner } = await emptyWorkspace()
    expect(await imported(operator, path)).toMatchObject({ pictures: 0, dropped: 0 })
    const again = await exportedBytes(owner, 'zip', campaign.slug)
    const [first, second] = [await unzipped(archive), await unzipped(again.bytes)]
    expect([...second.keys()]).toEqual([...first.keys()])
    expect([...first.keys()].filter((name) => name.startsWith('photos/')).length).toBeGreaterThan(3)
    for (const [name, bytes] of first) expect(second.get(name)?.equals(bytes), name).toBe(true)
    const kept = await withViewer(owner, (tx) =>
      tx.photo.findMany({ select: { fileKey: true, suffixes: true, hashes: true } }),
    )
    for (const { fileKey, suffixes, hashes } of kept)
      for (const [index, suffix] of suffixes.entries()) {
        const bytes = await photoStore().read(operator.workspaceId, `${fileKey}-${suffix}`)
        expect(bytes && hashOf(bytes)).toBe(hashes[index])
      }
  })

  it('holds the record file itself, and says what it leaves out', async () => {
    const files = await unzipped(archive)
    const { text } = await exported(world.owner, 'json', campaign.slug)
    expect(files.get('record.json')?.toString()).toBe(text)
    const { loss } = await exportedBytes(world.owner, 'zip', campaign.slug)
    expect(loss.join()).not.toContain('picture')
  })

  it('holds the pictures of what its reader may see alone', async () => {
    const seen = await exportedBytes(world.viewer, 'zip', campaign.slug)
    const all = await unzipped(archive)
    const files = await unzipped(seen.bytes)
    const photos = (of: Files) => [...of.keys()].filter((name) => name.startsWith('photos/'))
    expect(files.get('record.json')?.toString()).not.toContain('Nobody should see this yet')
    expect(photos(files).length).toBeGreaterThan(0)
    expect(photos(files).length).toBeLessThan(photos(all).length)
  })

  it('is asked nothing of the database, and holds no connection, while its pictures are read', async () => {
    const inTransaction: number[] = []
    const asked = { format: 'zip' as const, slug: campaign.slug, filter: noFilter }
    await writeExport(world.owner, asked, async () => {
      const [row] = await withViewer(
        world.owner,
        (tx) => tx.$queryRaw<{ n: number }[]>`
          select count(*)::int as n from pg_stat_activity
          where datname = current_database() and state = 'idle in transaction'`,
      )
      inTransaction.push(row?.n ?? -1)
    })
    expect(inTransaction.at(-1)).toBe(0)
  })

  it('names a picture whose file is gone as left out, and keeps the rest', async () => {
    const from = await emptyWorkspace()
    await imported(from.operator, path)
    const listed = await photoStore().list(from.operator.workspaceId)
    const [gone] = listed
    await photoStore().remove(from.operator.workspaceId, gone ? [gone.file] : [])
    const { loss, bytes } = await exportedBytes(from.owner, 'zip', campaign.slug)
    expect(loss).toContain('1 picture whose files are missing')
    const to = await emptyWorkspace()
    expect(await imported(to.operator, pathOf(bytes))).toMatchObject({ pictures: 1 })
  })
})

describe('a file that was changed', () => {
  const changed = async (change: (files: Files) => Promise<void> | void) => {
    const files = await unzipped(archive)
    await change(files)
    return pathOf(await zipped(files))
  }
  const picture = (files: Files, ending: string) =>
    [...files.keys()].findLast((name) => name.startsWith('photos/') && name.endsWith(ending)) ?? ''
  /** Puts another file in a picture's place, and says so in the list. */
  const replaced = (files: Files, name: string, bytes: Buffer) => {
    type List = { files: { photo: string; suffix: string; bytes: number; sha256: string }[] }
    const list = JSON.parse(String(files.get('photos.json'))) as List
    const [, photo, suffix] = name.split('/')
    for (const file of list.files)
      if (file.photo === photo && file.suffix === suffix)
        Object.assign(file, { bytes: bytes.length, sha256: hashOf(bytes) })
    files.set(name, bytes).set('photos.json', Buffer.from(JSON.stringify(list)))
  }

  it.each<[string, (files: Files) => Promise<void> | void, RegExp]>([
    [
      'a picture that was changed',
      (files) => {
        const name = picture(files, '.webp')
        const bytes = Buffer.from(files.get(name) ?? '')
        bytes.writeUInt8(bytes.readUInt8(bytes.length - 9) ^ 1, bytes.length - 9)
        files.set(name, bytes)
      },
      /SHA-256/,
    ],
    [
      'a picture that says where it was taken',
      async (files) => replaced(files, picture(files, '.jpg'), await jpegWithMetadata()),
      /no picture, or holds more/,
    ],
    [
      'a page in a picture’s place',
      (files) => replaced(files, picture(files, '.webp'), Buffer.from('<script>alert(1)</script>')),
      /no picture/,
    ],
    [
      'another picture in its place',
      async (files) => replaced(files, picture(files, '.webp'), await dots(9, 9).webp().toBuffer()),
      /width or height/,
    ],
    [
      'a picture of which there is a JPEG alone, and no decoder reads it',
      (files) => {
        const name = picture(files, '.jpg')
        const [, photo = '', suffix = ''] = name.split('/')
        // The beginning, a table, a frame, a scan and the end, with nothing in them.
        replaced(files, name, Buffer.from('ffd8ffdb000300ffc2000308ffda0003010fffd9', 'hex'))
        type List = { files: { photo: string; suffix: string }[] }
        const list = JSON.parse(String(files.get('photos.json'))) as List
        list.files = list.files.filter((file) => {
          if (file.photo !== photo || file.suffix === suffix) return true
          files.delete(`photos/${photo}/${file.suffix}`)
          return false
        })
        files.set('photos.json', Buffer.from(JSON.stringify(list)))
        const record = String(files.get('record.json'))
        const only = new RegExp(`("id":\\s?"${photo}".*?"suffixes":\\s?)\\[[^\\]]*\\]`)
        files.set('record.json', Buffer.from(record.replace(only, `$1["${suffix}"]`)))
      },
      /damaged/,
    ],
    ['a picture that is not there', (files) => void files.delete(picture(files, '.webp')), /lacks/],
    [
      'a file that nobody named',
      (files) => void files.set('more.txt', Buffer.from('x')),
      /more.txt/,
    ],
    [
      'a list of another type',
      (files) => void files.set('photos.json', Buffer.from('null')),
      /photos.json: it is missing or of another type/,
    ],
    ['no list', (files) => void files.delete('photos.json'), /no record with photos/],
    [
      'a list of nothing',
      (files) => void files.set('photos.json', Buffer.from('[]')),
      /photos.json/,
    ],
  ])('with %s is refused, and nothing is written', async (_what, change, sentence) => {
    const { operator, owner } = await emptyWorkspace()
    await expect(imported(operator, await changed(change))).rejects.toThrow(sentence)
    expect(await withViewer(owner, (tx) => tx.organization.count())).toBe(0)
    expect(await photoStore().list(operator.workspaceId)).toEqual([])
  })

  it('says what failed as the cause', async () => {
    const { operator } = await emptyWorkspace()
    const inside = archive.indexOf('photos.json') + 'photos.json'.length + 4
    const torn = Buffer.from(archive).fill(0xff, inside, inside + 40)
    for (const bytes of [archive.subarray(0, 200), torn])
      await expect(imported(operator, pathOf(bytes))).rejects.toMatchObject({
        code: 'invalid',
        cause: expect.any(Error) as Error,
      })
  })
})
