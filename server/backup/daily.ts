import 'server-only'
import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { BackupsMade } from '@/lib/backups'
import { requireRole, type Viewer } from '../auth/viewer'
import { env } from '../env'
import { AppError } from '../errors'
import { photoStore } from '../photos/store'
import { Turns } from '../turns'
import { archiveRange } from './archive-range'
import { writeBackup } from './backup'
import { lastBackup, type LastBackup } from './last-backup'

/** A backup of the day is made again when the last one is older than this. */
const DUE_MS = 20 * 3_600_000
const CUT_OFF_MS = 3_600_000
const OURS = /^throughline-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.zip$/

const turns = new Turns({ atOnce: 1, waiting: 0 })

/**
 * Makes the backup of the day, where none was made for most of a day, and removes those that are
 * older than the ones to keep. Another one is never removed before the new one was read back.
 *
 * @returns the backup, or null where none is due or none are wanted.
 * @throws AppError `unavailable` where the disk has no room for it.
 */
export async function backUpDaily(now = new Date()): Promise<LastBackup | null> {
  if (env().backups.retained === 0) return null
  const newest = (await storedBackups()).at(-1)
  if (newest && now.getTime() - Date.parse(newest.at) < DUE_MS) return null
  return backUp(now)
}

/**
 * Makes a backup at once, beside those of the days.
 *
 * @throws AppError `forbidden` below owner; `unavailable` while one is being made, or without room.
 */
export async function backUpNow(viewer: Viewer, now = new Date()): Promise<LastBackup> {
  requireRole(viewer, 'owner')
  return backUp(now)
}

/**
 * Tells an owner of the backups that are kept, newest first, and of the last one made anywhere.
 *
 * @throws AppError `forbidden` below owner.
 */
export async function listBackups(viewer: Viewer): Promise<BackupsMade> {
  requireRole(viewer, 'owner')
  const { retained: most, folder } = env().backups
  const files = await storedBackups()
  const last = lastBackup()
  return {
    last: last && { at: last.at, bytes: last.bytes },
    retained: files.reverse().map(({ at, bytes, name }) => ({ at, bytes, name })),
    most,
    folder,
    archive: archiveRange(),
  }
}

async function backUp(now: Date): Promise<LastBackup> {
  const { folder, retained: most } = env().backups
  return inTurn(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await removeCutOff(now)
    await requireRoom(folder)
    const stamp = now.toISOString().replaceAll(/[:.]/g, '')
    const done = await writeBackup(join(folder, `throughline-${stamp}.zip`))
    await removeOld(folder, Math.max(most, 1))
    return done
  })
}

/**
 * Makes a backup while no other one is made: each reads everything back beside the data.
 *
 * @throws AppError `unavailable` while another one is being made.
 */
export async function inTurn<T extends object>(make: () => Promise<T>): Promise<T> {
  const made = await turns.take(make)
  if (made) return made
  throw new AppError('unavailable', 'A backup is being made already. Wait until it is done.')
}

// Whatever is still written to has changed within the hour, in whichever process.
async function removeCutOff(now: Date): Promise<void> {
  const { backups, dataFolder } = env()
  const halves = [
    { folder: backups.folder, name: /^throughline-[\dTZ-]+\.zip\.unfinished$/ },
    { folder: dataFolder, name: /^(?:backup|restore)-\w+\.opened$/ },
  ]
  for (const { folder, name } of halves)
    for (const file of (await readdir(folder).catch(() => [])).filter((one) => name.test(one))) {
      const path = join(folder, file)
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }))
      if (now.getTime() - mtimeMs > CUT_OFF_MS) await rm(path, { force: true })
    }
}

// The newest of each day stays, for as many days: whoever makes many today pushes none of another day out.
async function removeOld(folder: string, days: number): Promise<void> {
  const all = await storedBackups()
  const newest = new Map(all.map(({ at, name }) => [at.slice(0, 10), name]))
  const staying = new Set([...newest.values()].slice(-days))
  for (const { name } of all) if (!staying.has(name)) await rm(join(folder, name), { force: true })
}

/**
 * A full disk would stop people from saving, which is worse than a day without a backup.
 *
 * @throws AppError `unavailable` where a folder has no room for a backup.
 */
export async function requireRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const newest = (await storedBackups()).at(-1)
  const needed = newest ? 2 * newest.bytes : await sizeOfAll()
  if (bavail * bsize >= needed + 500_000_000) return
  throw new AppError(
    'unavailable',
    `There is too little room for a backup in ${folder}. Free some space, or name another folder with THROUGHLINE_BACKUP_FOLDER.`,
  )
}

/** What the first backup holds at most: the database as it is on the disk, and the photos, in bytes. */
async function sizeOfAll(): Promise<number> {
  const client = new pg.Client({ connectionString: env().directUrl })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client
    .query<{ size: string }>('select pg_database_size(current_database()) as size')
    .finally(() => client.end())
  return Number(rows[0]?.size ?? 0) + (await photoStore().bytes())
}

async function storedBackups(): Promise<{ name: string; at: string; bytes: number }[]> {
  const { folder } = env().backups
  const names = await readdir(folder).catch(() => [])
  const found = []
  for (const name of names.sort()) {
    const [, day, hour, minute, second, milliseconds] = OURS.exec(name) ?? []
    if (!day) continue
    const { size } = await stat(join(folder, name))
    const at = `${day}T${hour}:${minute}:${second}.${milliseconds}Z`
    found.push({ name, at, bytes: size })
  }
  return found
}
