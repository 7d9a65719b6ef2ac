import 'server-only'
import type { Readable } from 'node:stream'
import type { Entry } from 'yauzl'
import { entriesOf, openZip, readEntry } from '../backup/file/zip'
import { AppError } from '../errors'
import { hashOf } from '../photos/files'
import { sentenceOf } from './file-sentence'
import { PHOTO_LIST, photoListSchema, photoPath, RECORD_FILE, type PhotoListed } from './photo-list'

const LARGEST_LIST = 50_000_000
const LARGEST_PICTURE = 50_000_000

/** The pictures that came with a record. */
export type RecordPictures = {
  /** The files of a photo, or null where it has none. */
  filesOf: (photo: string) => PhotoListed[] | null
  /** The bytes of one, which are what the list says. */
  read: (file: PhotoListed) => Promise<Buffer>
}

/** A record with its photos, of which nothing is read yet. */
type OpenRecord = { text: AsyncIterable<string>; pictures: RecordPictures; close: () => void }

/**
 * Opens a record with its photos: what the list names is there, and nothing else.
 *
 * @throws AppError `invalid` with a sentence that says what is wrong.
 */
export async function openRecordZip(path: string): Promise<OpenRecord> {
  const zip = await openZip(path).catch((cause: unknown) => {
    throw refused('This is not a zip file, or it is cut off.', cause)
  })
  try {
    const entries = await entriesOf(zip).catch((cause: unknown) => {
      throw refused('This zip file was changed or is cut off.', cause)
    })
    const opened = (name: string) => {
      const entry = entries.get(name)
      if (!entry) throw refused(`It lacks the file ${name}.`)
      return readEntry(zip, entry).catch((cause: unknown) => {
        throw changed(name, cause)
      })
    }
    const files = await listIn(entries, opened)
    const named = new Set([
      ...[RECORD_FILE, PHOTO_LIST],
      ...files.map(({ photo, suffix }) => photoPath(photo, suffix)),
    ])
    const stranger = [...entries.keys()].find((name) => !named.has(name))
    if (stranger !== undefined) throw refused(`Its list does not name the file ${stranger}.`)
    const byPhoto = new Map<string, PhotoListed[]>()
    for (const file of files) byPhoto.set(file.photo, [...(byPhoto.get(file.photo) ?? []), file])
    const read = async ({ photo, suffix, bytes, sha256 }: PhotoListed) => {
      const name = photoPath(photo, suffix)
      const found = await bytesOf(name, await opened(name), Math.min(bytes, LARGEST_PICTURE))
      if (found?.length !== bytes || hashOf(found) !== sha256)
        throw refused(`The file ${name} is not the one whose SHA-256 its list gives.`)
      return found
    }
    return {
      text: textOf(() => opened(RECORD_FILE)),
      pictures: { filesOf: (photo) => byPhoto.get(photo) ?? null, read },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function listIn(
  entries: ReadonlyMap<string, Entry>,
  opened: (name: string) => Promise<Readable>,
): Promise<PhotoListed[]> {
  if (!entries.has(RECORD_FILE) || !entries.has(PHOTO_LIST))
    throw refused('It is no record with photos.')
  const bytes = await bytesOf(PHOTO_LIST, await opened(PHOTO_LIST), LARGEST_LIST)
  const parsed = photoListSchema.safeParse(valueOf(String(bytes ?? '')))
  if (!parsed.success) throw refused(`Its file ${PHOTO_LIST}: ${sentenceOf(parsed.error)}.`)
  return parsed.data.files
}

/** The record as it is unpacked. It is opened when it is read: what fails before has nobody to tell. */
async function* textOf(open: () => Promise<Readable>): AsyncGenerator<string> {
  const stream = await open()
  try {
    yield* stream.setEncoding('utf8') as AsyncIterable<string>
  } catch (cause) {
    throw changed(RECORD_FILE, cause)
  }
}

function changed(name: string, cause: unknown): AppError {
  return refused(`The file ${name} was changed or is cut off.`, cause)
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What a stream gives; null where it is more than that. @throws AppError where it cannot be unpacked. */
async function bytesOf(name: string, stream: Readable, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > most) return null
      chunks.push(chunk)
    }
  } catch (cause) {
    throw changed(name, cause)
  }
  return Buffer.concat(chunks)
}

function refused(why: string, cause?: unknown): AppError {
  return new AppError('invalid', `Nothing was imported. ${why}`, [], { cause })
}
