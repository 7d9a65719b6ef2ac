import 'server-only'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { ownsInstallation } from '../auth/owns-installation'
import { requireRole, type Organizer } from '../auth/viewer'
import { withViewer } from '../db'
import { env } from '../env'
import { AppError, notFound } from '../errors'
import { keepNote } from '../history/note'
import { writeBackup } from './backup'
import { inTurn, requireRoom } from './daily'

const HOUR_MS = 3_600_000

/** A sealed backup that waits to be downloaded by the owner who made it. */
export type TakenBackup = { at: string; bytes: number }

/**
 * Makes a backup of everything that its passphrase alone opens, for its maker to download within an hour:
 * read back and checked as any other. It holds what belongs to every workspace, and the installation's key.
 *
 * @throws AppError `forbidden` for all but owners of every workspace; `unavailable` while one is being
 *   made, or without room for it.
 */
export async function makeTakenBackup(viewer: Organizer, passphrase: string): Promise<TakenBackup> {
  await requireAllOfIt(viewer)
  return inTurn(async () => {
    const { folder, file } = placeOf(viewer)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await requireRoom(folder)
    await rm(file, { force: true })
    const { at, bytes } = await writeBackup(file, passphrase, { isStored: false })
    return { at, bytes }
  })
}

/**
 * The sealed backup that an owner made and may download, or null.
 *
 * @throws AppError `forbidden` for all but owners of every workspace.
 */
export async function takenBackup(
  viewer: Organizer,
  now = new Date(),
): Promise<TakenBackup | null> {
  await requireAllOfIt(viewer)
  const found = await stat(placeOf(viewer).file).catch(() => null)
  if (!found || now.getTime() - found.mtimeMs > HOUR_MS) return null
  return { at: found.mtime.toISOString(), bytes: found.size }
}

/**
 * Opens the sealed backup to be sent, piece by piece.
 *
 * @throws AppError `forbidden` for all but owners of every workspace; `not_found` where there is none.
 */
export async function openTakenBackup(
  viewer: Organizer,
): Promise<TakenBackup & { body: ReadableStream<Uint8Array> }> {
  const taken = await takenBackup(viewer)
  if (!taken) throw notFound('backup')
  const file = await open(placeOf(viewer).file, 'r')
  await note(viewer)
  const body = Readable.toWeb(file.createReadStream())
  return { ...taken, body: body as ReadableStream<Uint8Array> }
}

/** Deletes the sealed backups whose hour is over, and what a process left that ended. */
export async function sweepTaken(now = new Date()): Promise<void> {
  const folder = folderOfAll()
  for (const name of await readdir(folder).catch(() => [])) {
    // Another one may have been made in its place meanwhile.
    const { mtimeMs } = (await stat(join(folder, name)).catch(() => null)) ?? {}
    if (mtimeMs !== undefined && now.getTime() - mtimeMs > HOUR_MS)
      await rm(join(folder, name), { force: true })
  }
}

async function requireAllOfIt(viewer: Organizer): Promise<void> {
  requireRole(viewer, 'owner')
  if (await ownsInstallation(viewer)) return
  throw new AppError(
    'forbidden',
    'This installation has a workspace that you do not own, and a backup holds all of them. Whoever runs it can make one; to keep your own record, export it.',
  )
}

async function note(viewer: Organizer): Promise<void> {
  const { workspaceId, memberId } = viewer
  const about = { action: 'export', record: 'workspace', recordId: workspaceId } as const
  await withViewer(viewer, (tx) =>
    keepNote(tx, { workspaceId, memberId, ...about, fields: ['backup'] }),
  )
}

function folderOfAll(): string {
  return join(/* turbopackIgnore: true */ env().dataFolder, 'outgoing')
}

function placeOf({ memberId }: Organizer) {
  const folder = folderOfAll()
  return { folder, file: join(folder, `${memberId}.zip`) }
}
