import 'server-only'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { lossOfFormat } from '@/lib/exports/formats'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { hashOf, fileNames, type PhotoFiles } from '../photos/files'
import { photoStore } from '../photos/store'
import type { ExportAsked, ExportDone, Sink } from './asked'
import { contentsOf, type Contents } from './contents'
import { failPacking, packing } from './packing'
import { PHOTO_LIST, photoPath, RECORD_FILE, type PhotoListed } from './photo-list'
import { writeLists } from './record-json'

// The same record gives the same file.
const OPTIONS = { mtime: new Date(Date.UTC(2000, 0, 1)), mode: 0o600 }
const AT_ONCE = 5_000

type Picture = PhotoFiles & { id: string }

/** A record that is written, but for its pictures. */
type WithoutPictures = { done: ExportDone; writePictures: () => Promise<void> }

/**
 * Writes the record in our own form, with the pictures of its photos as they are stored: one picture
 * in memory at a time, and last the list of their files with the SHA-256 of each.
 *
 * @returns how the pictures are written: once the transaction is over, since many take long to be read
 *   and a connection that is asked nothing meanwhile is cut.
 */
export async function writeRecordWithPhotos(
  tx: Tx,
  viewer: Viewer,
  asked: ExportAsked,
  sink: Sink,
): Promise<WithoutPictures> {
  const found = await contentsOf(tx, viewer, asked)
  const { whole, missing } = await picturesOf(tx, viewer, found.contents)
  const zip = new ZipFile()
  const { write, end } = packing(zip, sink, (record) => {
    zip.addReadStream(record, RECORD_FILE, OPTIONS)
    addPictures(zip, viewer.workspaceId, whole)
    zip.end()
  })
  await writeLists(found, asked, write)
  const lost = missing === 1 ? '1 picture whose files are' : `${missing} pictures whose files are`
  const done = {
    entries: found.contents.entries.length,
    loss: [...lossOfFormat(asked.format), ...(missing > 0 ? [`${lost} missing`] : [])],
  }
  return { done, writePictures: end }
}

function addPictures(zip: ZipFile, workspaceId: string, pictures: readonly Picture[]): void {
  const files: PhotoListed[] = []
  const store = photoStore()
  const lazily = (name: string, compress: boolean, content: () => Promise<Buffer>) => {
    zip.addReadStreamLazy(name, { ...OPTIONS, compress }, (give) => {
      content().then(
        (bytes) => give(null, Readable.from([bytes])),
        (error: unknown) => failPacking(zip, error),
      )
    })
  }
  for (const { id, fileKey, suffixes } of pictures)
    for (const suffix of suffixes)
      lazily(photoPath(id, suffix), false, async () => {
        const bytes = await store.read(workspaceId, `${fileKey}-${suffix}`)
        if (!bytes) throw new Error('A picture was removed while it was exported.')
        files.push({ photo: id, suffix, bytes: bytes.length, sha256: hashOf(bytes) })
        return bytes
      })
  lazily(PHOTO_LIST, true, () => {
    const list = { format: 'throughline-photos', version: 1, files }
    return Promise.resolve(Buffer.from(`${JSON.stringify(list, null, 1)}\n`))
  })
}

/** The pictures that the record describes, and how many of them lack a file. */
async function picturesOf(
  tx: Tx,
  { workspaceId }: Viewer,
  { entries }: Contents,
): Promise<{ whole: Picture[]; missing: number }> {
  const pictures: Picture[] = []
  for (let from = 0; from < entries.length; from += AT_ONCE)
    pictures.push(
      ...(await tx.photo.findMany({
        where: {
          entryId: { in: entries.slice(from, from + AT_ONCE) },
          ...{ removedAt: null, sweptAt: null },
        },
        select: { id: true, fileKey: true, suffixes: true },
      })),
    )
  if (pictures.length === 0) return { whole: [], missing: 0 }
  const there = new Set((await photoStore().list(workspaceId)).map(({ file }) => file))
  const whole = pictures
    .filter((picture) => fileNames(picture).every((name) => there.has(name)))
    .sort(({ id: one }, { id: other }) => (one < other ? -1 : 1))
  return { whole, missing: pictures.length - whole.length }
}
