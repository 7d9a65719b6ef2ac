import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { createWriteStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { SECRET, type Manifest } from '../../server/backup/file/manifest'
import {
  BackupRefused,
  checkBackup,
  openBackup,
  type OpenBackup,
} from '../../server/backup/file/read'
import { keyCheckOf } from '../../server/backup/file/key-check'
import { migrationsOnDisk, type Migration } from './apply-migrations'
import type { DatabaseUrls } from './config'
import { keepSecret } from './data-folder'
import { bringUpToDate } from './database'
import { asOwner, emptyDatabase, fillDatabase, foreignIn, isThere } from './restore-database'
import { Trouble } from './trouble'

/** What a restore is given; `secret` is this installation's key, and `ownSecret` whether the data folder holds it. */
export type RestoreRequest = {
  file: string
  passphrase: string | null
  urls: DatabaseUrls
  folder: string
  secret: string
  ownSecret: boolean
}

/** What was restored. */
export type Restored = { at: string; rows: number; photos: number; missing: number }

/**
 * Restores a backup into an installation that is empty: first every file is compared with its
 * SHA-256, then photos are put in their place, and the database is filled in one transaction, all of it
 * or nothing; where either fails, nothing stays, and it can be tried again. Nobody is signed in
 * afterwards, invitations are void, and links are paused until an owner has looked at them.
 *
 * @throws Trouble for a backup that cannot be taken, or where there is something already.
 */
export async function restore(request: RestoreRequest): Promise<Restored> {
  const { file, passphrase, folder } = request
  const scratch = join(folder, `restore-${randomBytes(8).toString('hex')}.opened`)
  const backup = await refusing(openBackup(file, { passphrase, scratch }))
  try {
    await requireEmpty(request.urls.owner, request.folder)
    await refusing(checkBackup(backup))
    const secret = await secretFor(request, backup)
    const migrations = migrationsFor(backup.manifest)
    const all = migrationsOnDisk()
    // First what can run out of room: until the database has its rows, a restore can be tried again.
    const photos = await restorePhotos(backup, folder)
    try {
      await emptyDatabase(request.urls.owner, migrations)
      await bringUpToDate(request.urls, migrations)
      keepSecret(folder, secret)
      await fillDatabase(request.urls.owner, backup)
      await bringUpToDate(request.urls, all)
    } catch (error) {
      rmSync(join(folder, 'photos'), { recursive: true, force: true })
      await emptyDatabase(request.urls.owner, [])
      throw error
    }
    const { manifest } = backup
    return {
      ...{ at: manifest.at, photos, missing: manifest.missing.length },
      rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    }
  } finally {
    await backup.close()
  }
}

async function refusing<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (error instanceof BackupRefused) throw new Trouble(error.message)
    throw error
  })
}

/**
 * Requires that nothing is there which a restore would write over.
 *
 * @param owner the address of the database as the owner of its tables; null where there is none yet
 */
export async function requireEmpty(owner: string | null, folder: string): Promise<void> {
  const { accounts, foreign } =
    owner === null
      ? { accounts: false, foreign: [] }
      : await asOwner(owner, async (client) => {
          const others = await foreignIn(client, migrationsOnDisk())
          if (others.length > 0 || !(await isThere(client, 'account')))
            return { accounts: false, foreign: others }
          const { rowCount } = await client.query('select from account limit 1')
          return { accounts: rowCount === 1, foreign: others }
        })
  if (foreign.length > 0)
    throw new Trouble(
      `This database holds what is not Throughline’s (${foreign.slice(0, 3).join(', ')}), and a restore never writes over anything. Name an empty database with DATABASE_URL.`,
    )
  if (accounts)
    throw new Trouble(
      'This installation holds accounts already, and a restore never writes over anything. Name an empty data folder with THROUGHLINE_DATA, or an empty database with DATABASE_URL.',
    )
  if (existsSync(join(folder, 'photos')))
    throw new Trouble(
      `The folder ${join(folder, 'photos')} is there already, and a restore never writes over anything. Move it away, or name an empty data folder with THROUGHLINE_DATA.`,
    )
}

// Without the old key the addresses of links cannot be shown again, and the names of people who were
// erased would no longer be withheld.
async function secretFor(
  { secret, ownSecret }: RestoreRequest,
  { manifest, read }: OpenBackup,
): Promise<string> {
  if (keyCheckOf(Buffer.from(secret, 'base64')) === manifest.keyCheck) return secret
  if (!manifest.files.some(({ file }) => file === SECRET))
    throw new Trouble(
      'This backup was made with another key, and holds none, since it is not sealed. Copy the file secret.key of the old data folder into the new one, or set THROUGHLINE_SECRET to the old key.',
    )
  if (!ownSecret)
    throw new Trouble(
      'THROUGHLINE_SECRET is another key than the one that this backup was made with. Set it to the old one, or unset it: the backup holds its key.',
    )
  const chunks: Buffer[] = []
  for await (const chunk of await read(SECRET)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function migrationsFor({ migrations }: Manifest): Migration[] {
  const known = new Map(migrationsOnDisk().map((migration) => [migration.name, migration]))
  const unknown = migrations.find((name) => !known.has(name))
  if (unknown !== undefined)
    throw new Trouble(
      'A newer version of Throughline made this backup. Restore it with that version, or a later one.',
    )
  return migrations.flatMap((name) => known.get(name) ?? [])
}

/** Puts the files of photos where they were, all of them or none. */
async function restorePhotos({ manifest, read }: OpenBackup, folder: string): Promise<number> {
  const missing = new Set(manifest.missing)
  const photos = manifest.files.filter(
    ({ file }) => file.startsWith('photos/') && !missing.has(file),
  )
  const unfinished = join(folder, 'photos.restored')
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  for (const { file } of photos) {
    const path = join(unfinished, file.slice('photos/'.length))
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    await pipeline(await read(file), createWriteStream(path, { mode: 0o600, flush: true }))
  }
  renameSync(unfinished, join(folder, 'photos'))
  return photos.length
}
