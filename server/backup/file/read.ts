import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Entry } from 'yauzl'
import { MANIFEST, manifestSchema, type Manifest } from './manifest'
import { isIntact } from './whole'
import { entriesOf, openZip, readEntry } from './zip'
import { isSealed, NotOpened, opening, SEALED_HEAD } from './seal'

/** What is wrong with a backup, in a sentence. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
}

const LARGEST_MANIFEST = 2_000_000_000

/** A backup whose files were found, and which of them is read when. */
export type OpenBackup = {
  manifest: Manifest
  sealed: boolean
  read: (file: string) => Promise<Readable>
  close: () => Promise<void>
}

/**
 * Opens a backup; a sealed one is opened into `scratch`, which goes when it is closed.
 *
 * @throws BackupRefused for what is none, was changed or cannot be opened.
 */
export async function openBackup(
  path: string,
  { passphrase, scratch }: { passphrase: string | null; scratch: string },
): Promise<OpenBackup> {
  const head = await beginningOf(path)
  const sealed = isSealed(head)
  if (!sealed) return { ...(await openPlain(path)), sealed }
  if (passphrase === null) throw new BackupRefused('This backup is sealed. Give its passphrase.')
  try {
    await pipeline(
      createReadStream(path, { start: SEALED_HEAD }),
      await opening(passphrase, head),
      createWriteStream(scratch, { mode: 0o600 }),
    )
    const backup = await openPlain(scratch)
    const close = async () => {
      await backup.close()
      await rm(scratch, { force: true })
    }
    return { ...backup, close, sealed }
  } catch (error) {
    await rm(scratch, { force: true })
    if (error instanceof NotOpened) throw new BackupRefused(error.message)
    throw error
  }
}

async function beginningOf(path: string): Promise<Buffer> {
  try {
    const file = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(SEALED_HEAD), 0, SEALED_HEAD, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new BackupRefused(`The file ${path} cannot be read (${code}).`)
  }
}

async function openPlain(path: string): Promise<Omit<OpenBackup, 'sealed'>> {
  const zip = await openZip(path).catch(() => {
    throw new BackupRefused('This is not a Throughline backup, or it is cut off.')
  })
  try {
    if (!(await isIntact(path, zip.comment))) throw changedSomewhere()
    const entries = await entriesOf(zip).catch(() => {
      throw changedSomewhere()
    })
    const read = async (file: string): Promise<Readable> => {
      const entry = entries.get(file)
      if (!entry) throw new BackupRefused(`This backup lacks its file ${file}.`)
      return readEntry(zip, entry)
    }
    const manifest = await manifestOf(entries, read)
    const named = new Set([MANIFEST, ...manifest.files.map(({ file }) => file)])
    const stranger = [...entries.keys()].find((name) => !named.has(name))
    if (stranger !== undefined)
      throw new BackupRefused(`This backup holds a file that its list does not name: ${stranger}.`)
    const close = () => {
      zip.close()
      return Promise.resolve()
    }
    return { manifest, read, close }
  } catch (error) {
    zip.close()
    throw error
  }
}

function changedSomewhere(): BackupRefused {
  return new BackupRefused('This backup was changed or is cut off.')
}

async function manifestOf(
  entries: ReadonlyMap<string, Entry>,
  read: OpenBackup['read'],
): Promise<Manifest> {
  const entry = entries.get(MANIFEST)
  if (!entry || entry.uncompressedSize > LARGEST_MANIFEST)
    throw new BackupRefused('This is not a Throughline backup.')
  const value = valueOf(await textOf(await read(MANIFEST)))
  if (typeof value !== 'object') throw changedList()
  const parsed = manifestSchema.safeParse(value)
  if (!parsed.success)
    throw new BackupRefused(parsed.error.issues[0]?.message ?? 'This is not a Throughline backup.')
  return parsed.data
}

function changedList(): BackupRefused {
  return new BackupRefused('The list of this backup cannot be read: it was changed.')
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return ''
  }
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of stream) chunks.push(chunk as Buffer)
  } catch {
    throw changedList()
  }
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * Reads all of a backup and compares each file with the SHA-256 that its list gives.
 *
 * @throws BackupRefused for the first that differs.
 */
export async function checkBackup({ manifest, read }: OpenBackup): Promise<void> {
  for (const { file, bytes, sha256 } of manifest.files) {
    const hash = createHash('sha256')
    let length = 0
    try {
      for await (const chunk of await read(file)) {
        length += (chunk as Buffer).length
        // A few bytes of a zip can hold more than a disk.
        if (length > bytes) break
        hash.update(chunk as Buffer)
      }
    } catch (error) {
      if (error instanceof BackupRefused) throw error
      throw new BackupRefused(`The file ${file} of this backup cannot be read: it was changed.`)
    }
    if (length !== bytes || hash.digest('hex') !== sha256)
      throw new BackupRefused(
        `The file ${file} of this backup is not what was saved: it was changed.`,
      )
  }
}
