import 'server-only'
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough, Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { env } from '../env'
import { AppError } from '../errors'
import { photoStore } from '../photos/store'
import { MANIFEST, SECRET, type BackupFile, type Manifest } from './file/manifest'
import { checkBackup, openBackup } from './file/read'
import { sealing } from './file/seal'
import { withHash } from './file/whole'
import { keyCheckOf } from './file/key-check'
import { rememberBackup, type LastBackup } from './last-backup'
import { withSnapshot, type Snapshot } from './snapshot'

/**
 * Writes a backup of everything to a file, from one state of the database, while people go on
 * working; then reads it back and compares every file with its SHA-256. The file is there whole or
 * not at all.
 *
 * @param passphrase seals it, and puts the installation's key into it; without one, neither.
 * @param how `isStored` is false where it does not stay: then it is not the last one that was made
 * @throws AppError `invalid` where there is such a file already, or no folder for it.
 */
export async function writeBackup(
  path: string,
  passphrase: string | null = null,
  { directUrl = env().directUrl, isStored = true } = {},
): Promise<LastBackup & { missing: number; sealed: boolean }> {
  if (await isThere(path))
    throw new AppError('invalid', `There is a file ${path} already. Name another one.`)
  const unfinished = `${path}.unfinished`
  try {
    const manifest = await withSnapshot(directUrl, (snapshot) =>
      write(snapshot, unfinished, passphrase),
    )
    await check(unfinished, passphrase)
    const bytes = await flushed(unfinished)
    await rename(unfinished, path)
    const last = { at: manifest.at, bytes, file: path }
    if (isStored) rememberBackup(last)
    return { ...last, missing: manifest.missing.length, sealed: passphrase !== null }
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  )
}

async function write(
  snapshot: Snapshot,
  path: string,
  passphrase: string | null,
): Promise<Manifest> {
  const sealers = passphrase === null ? [] : [await sealing(passphrase)]
  const file = await opened(path)
  try {
    const zip = new ZipFile()
    const contents = new Contents(zip)
    const manifest = await fill(contents, snapshot, passphrase !== null)
    const { signal } = contents.failure
    await pipeline([zip.outputStream, withHash(), ...sealers, file.createWriteStream()], {
      signal,
    }).catch((error: unknown) => {
      throw signal.aborted ? signal.reason : error
    })
    return manifest
  } finally {
    await file.close().catch(() => {})
  }
}

/** Says what is to stand in a backup; it is read when the zip comes to it. */
async function fill(contents: Contents, snapshot: Snapshot, withKey: boolean): Promise<Manifest> {
  const { secret } = env()
  const manifest: Manifest = {
    ...{ format: 'throughline-backup', version: 1, at: snapshot.at },
    ...{ migrations: snapshot.migrations, keyCheck: keyCheckOf(secret) },
    ...{ tables: [], files: contents.files, missing: [] },
  }
  // Asked before the zip reads tables, which takes the connection.
  const pictures = await snapshot.pictures()
  if (withKey)
    contents.add(SECRET, () => Promise.resolve(Readable.from([secret.toString('base64')])))
  for (const table of snapshot.tables) {
    const { name, columns } = table
    const counted = { name, columns, rows: 0 }
    manifest.tables.push(counted)
    contents.add(
      `data/${name}.copy`,
      () => Promise.resolve(snapshot.rowsOf(table)),
      (bytes) => {
        for (const byte of bytes) if (byte === LINE_END) counted.rows += 1
      },
    )
  }
  const store = photoStore()
  const stored = new Map<string, Set<string>>()
  for (const { workspaceId, file } of pictures) {
    const there = stored.get(workspaceId) ?? namesIn(await store.list(workspaceId))
    stored.set(workspaceId, there)
    const name = `photos/${workspaceId}/${file}`
    // A file that was lost must not cost the rest its backup.
    if (!there.has(file)) manifest.missing.push(name)
    else
      contents.add(name, async () => {
        const bytes = await store.read(workspaceId, file)
        // It was removed since the zip was begun, which now has a place for it.
        if (!bytes) manifest.missing.push(name)
        return Readable.from([bytes ?? ''])
      })
  }
  contents.addLast(MANIFEST, () => Readable.from([JSON.stringify(manifest)]))
  return manifest
}

function namesIn(listed: { file: string }[]): Set<string> {
  return new Set(listed.map(({ file }) => file))
}

const LINE_END = 10

/** The files of a backup in a zip, each written when the one before it is, with its SHA-256. */
class Contents {
  readonly files: BackupFile[] = []
  /** Aborts when a file cannot be read. */
  readonly failure = new AbortController()
  private readonly fail = (reason: unknown) => this.failure.abort(reason)

  constructor(private readonly zip: ZipFile) {}

  add(name: string, content: () => Promise<Readable>, see?: (bytes: Buffer) => void): void {
    this.lazily(name, async () => {
      const hash = createHash('sha256')
      const entry: BackupFile = { file: name, bytes: 0, sha256: '' }
      this.files.push(entry)
      const watched = new Transform({
        transform(bytes: Buffer, _encoding, done) {
          see?.(bytes)
          hash.update(bytes)
          entry.bytes += bytes.length
          done(null, bytes)
        },
      })
      watched.on('end', () => (entry.sha256 = hash.digest('hex')))
      return (await content()).on('error', this.fail).pipe(watched)
    })
  }

  addLast(name: string, content: () => Readable): void {
    this.lazily(name, () => Promise.resolve(content()))
    this.zip.end()
  }

  private lazily(name: string, content: () => Promise<Readable>): void {
    const compressed = !name.startsWith('photos/')
    const options = { compress: compressed, mode: 0o600, forceZip64Format: true }
    this.zip.addReadStreamLazy(name, options, (give) => {
      content().then(
        (stream) => give(null, stream),
        (error: unknown) => {
          this.fail(error)
          give(error, new PassThrough())
        },
      )
    })
  }
}

async function opened(path: string) {
  try {
    return await open(path, 'w', 0o600)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new AppError('invalid', `The file ${path} cannot be written (${code}).`)
  }
}

async function check(path: string, passphrase: string | null): Promise<void> {
  // Beside the data, which it holds in plain: where a sealed file goes may be no place for that.
  const scratch = join(env().dataFolder, `backup-${process.pid}.opened`)
  const backup = await openBackup(path, { passphrase, scratch })
  await checkBackup(backup).finally(() => backup.close())
}

async function flushed(path: string): Promise<number> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
    return (await file.stat()).size
  } finally {
    await file.close()
  }
}
