import 'server-only'
import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { requireRole, type Organizer } from '../auth/viewer'
import { env } from '../env'
import { AppError, notFound } from '../errors'
import { Turns } from '../turns'
import { importRecord, type Imported } from './import-record'
import { withRecordFile } from './record-file'

/** As large as a record may be that comes by a browser, in bytes. */
const LARGEST_INCOMING = 100_000_000
const DAY_MS = 86_400_000

/** A record file that a member sent, and what would be made of it. */
export type Incoming = { name: string; at: string; would: Imported }

// Each holds a connection and up to one record's text; who comes third is told to come again.
const turns = new Turns({ atOnce: 1, waiting: 1 })

/**
 * Keeps a record file that a member sent, in place of the one before, once all of it was tried: what is
 * wrong with it is said before anybody decides.
 *
 * @param receive what takes the file in; a body that waits costs no memory.
 * @throws AppError `forbidden` below editor, `unavailable` while others are read, and as an import does.
 */
export async function keepIncoming(
  viewer: Organizer,
  receive: () => Promise<{ name: string; file: Blob }>,
): Promise<void> {
  requireRole(viewer, 'editor')
  await inTurn(async () => {
    const { name, file } = await receive()
    if (file.size > LARGEST_INCOMING)
      throw new AppError(
        'invalid',
        'This record is larger than 100 MB. Whoever runs this installation can import it by command line: import-record.',
      )
    const { folder, record, notes } = placeOf(viewer)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const unfinished = join(folder, `${randomBytes(8).toString('hex')}.unfinished`)
    try {
      const to = createWriteStream(unfinished, { mode: 0o600 })
      await pipeline(file.stream(), to)
      const would = await read(viewer, unfinished, name, true)
      await rm(notes, { force: true })
      await rename(unfinished, record)
      const incoming: Incoming = { name, at: new Date().toISOString(), would }
      await writeFile(notes, JSON.stringify(incoming), { mode: 0o600 })
    } finally {
      await rm(unfinished, { force: true })
    }
  })
}

/**
 * The record file that a member sent last and did not import yet, or null.
 *
 * @throws AppError `forbidden` below editor.
 */
export async function incomingOf(viewer: Organizer): Promise<Incoming | null> {
  requireRole(viewer, 'editor')
  const text = await readFile(placeOf(viewer).notes, 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as Incoming)
}

/**
 * Makes the campaigns of the record file that a member sent: all of it or nothing.
 *
 * @throws AppError `forbidden` below editor, `not_found` where there is no file, and as an import does.
 */
export async function importIncoming(viewer: Organizer): Promise<Imported> {
  requireRole(viewer, 'editor')
  return inTurn(async () => {
    const incoming = await incomingOf(viewer)
    if (!incoming) throw notFound('import')
    const imported = await read(viewer, placeOf(viewer).record, incoming.name, false)
    await discardIncoming(viewer)
    return imported
  })
}

/**
 * Deletes the record file that a member sent.
 *
 * @throws AppError `forbidden` below editor.
 */
export async function discardIncoming(viewer: Organizer): Promise<void> {
  requireRole(viewer, 'editor')
  const { record, notes } = placeOf(viewer)
  await rm(notes, { force: true })
  await rm(record, { force: true })
}

/** Deletes the files that nobody imported within a day, and what a process left that ended. */
export async function sweepIncoming(now = new Date()): Promise<void> {
  const home = homeOfAll()
  const inside = await readdir(home, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const one of inside) {
    if (!one.isFile()) continue
    const path = join(one.parentPath, one.name)
    // It may have been imported meanwhile.
    const { mtimeMs } = (await stat(path).catch(() => null)) ?? {}
    if (mtimeMs !== undefined && now.getTime() - mtimeMs > DAY_MS) await rm(path, { force: true })
  }
}

async function inTurn<T extends object | void>(work: () => Promise<T>): Promise<T> {
  const done = await turns.take(async () => ({ done: await work() }))
  if (done) return done.done
  throw new AppError('unavailable', 'Other records are being read. Try again in a minute.')
}

function read(viewer: Organizer, path: string, name: string, tryOnly: boolean): Promise<Imported> {
  return withRecordFile(path, (text, pictures) =>
    importRecord(viewer, text, pictures, { beside: { name }, tryOnly }),
  )
}

function homeOfAll(): string {
  return join(/* turbopackIgnore: true */ env().dataFolder, 'incoming')
}

// One for each member: nobody else can ask for it, and a member fills no disk.
function placeOf({ workspaceId, memberId }: Organizer) {
  const folder = join(homeOfAll(), workspaceId)
  return {
    folder,
    record: join(folder, `${memberId}.record`),
    notes: join(folder, `${memberId}.json`),
  }
}
