import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { keyCheckOf } from '../../server/backup/file/key-check'
import { NOT_RESTORED } from '../../server/backup/file/left-out'
import { findMoment, momentOf, type Found } from './archive/moment'
import { partsOf } from './archive/stretch'
import { takeOut } from './archive/take-out'
import { migrationsOnDisk } from './apply-migrations'
import { startCluster, stopLeftOver, superuserPassword, type Cluster } from './cluster'
import { enterable, keepSecret } from './data-folder'
import { bringUpToDate, ensureDatabase, startEmbedded } from './database'
import { postgresPrograms } from './postgres-binaries'
import { postgresUser } from './postgres-user'
import { endWhatMayHaveEnded, isThere } from './restore-database'
import { requireEmpty } from './restore'
import { Trouble } from './trouble'

/** Where an installation is taken back to: the data folder that is filled, and its key. */
export type RestoreAtRequest = { archive: string; at: string; folder: string; secret: string }

/** What there was at that moment. */
export type RestoredAt = { at: string; entries: number; photos: number; missing: number }

/**
 * Takes an installation back to a moment, into a data folder that is empty: reads the log of the database
 * over a base backup up to that moment. Then the same holds as after the restore of a backup. The folder
 * gets its database last and at once, so that no other than a finished one is ever started.
 *
 * @throws Trouble for a moment that the archive does not have, or where there is something already
 */
export async function restoreAt(request: RestoreAtRequest): Promise<RestoredAt> {
  const { archive, folder } = request
  const moment = momentOf(request.at)
  const found = await findMoment(archive, moment)
  requireKey(request, found)
  await requireEmptyFolder(folder)
  const scratch = join(folder, 'restoring')
  const database = join(scratch, 'postgres')
  await stopLeftOver(database)
  rmSync(scratch, { recursive: true, force: true })
  enterable(scratch)
  try {
    const password = superuserPassword(folder)
    writeFileSync(join(scratch, 'postgres.password'), password, { mode: 0o600 })
    await takeOut(found, database, postgresUser(join(folder, 'postgres')))
    await (await recovered(scratch, moment)).stop()
    rmSync(join(database, 'recovery.signal'), { force: true })
    setPassword(scratch, password)
    const done = await settled(scratch, found)
    if (done.photos > 0) renameSync(join(scratch, 'photos'), join(folder, 'photos'))
    keepSecret(folder, request.secret)
    rmSync(join(folder, 'postgres'), { recursive: true, force: true })
    renameSync(database, join(folder, 'postgres'))
    return { at: moment.toISOString(), ...done }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

// Without the old key the addresses of links cannot be shown again, and the names of people who were
// erased would no longer be withheld.
function requireKey({ secret }: RestoreAtRequest, { stretch }: Found): void {
  if (keyCheckOf(Buffer.from(secret, 'base64')) === stretch.keyCheck) return
  throw new Trouble(
    'This archive was written with another key, and holds none. Copy the file secret.key of the old data folder into the new one, or set THROUGHLINE_SECRET to the old key.',
  )
}

async function requireEmptyFolder(folder: string): Promise<void> {
  if (!existsSync(join(folder, 'postgres'))) return requireEmpty(null, folder)
  const { urls, cluster } = await startEmbedded(folder)
  try {
    await requireEmpty(urls.owner, folder)
  } finally {
    await cluster.stop()
  }
}

/** Starts PostgreSQL as of a moment. Where nothing was written after it, that is the end of the log. */
async function recovered(scratch: string, moment: Date): Promise<Cluster> {
  // All that there is of the log is in its folder already.
  const more = ['restore_command=exit 1', 'hot_standby=off', 'recovery_target_action=promote']
  const target = moment.toISOString().replace('T', ' ').replace('Z', '+00')
  try {
    return await startCluster(scratch, { more: [...more, `recovery_target_time=${target}`] })
  } catch (error) {
    if (!(error instanceof Trouble && error.message.includes('before configured recovery target')))
      throw error
    return startCluster(scratch, { more })
  }
}

/** The password of the superuser was that of another data folder. */
function setPassword(scratch: string, password: string): void {
  const database = join(scratch, 'postgres')
  const user = postgresUser(database)
  const { status, stderr } = spawnSync(
    join(postgresPrograms(scratch, user), 'postgres'),
    ['--single', '-D', database, 'postgres'],
    { ...user, encoding: 'utf8', input: `alter role postgres password '${password}'\n` },
  )
  if (status !== 0) throw new Error(`PostgreSQL did not take its password. It said:\n${stderr}`)
}

/** Ends who is signed in and what may have ended since, and brings the database up to date. */
async function settled(scratch: string, found: Found): Promise<Omit<RestoredAt, 'at'>> {
  const cluster = await startCluster(scratch)
  try {
    const urls = await ensureDatabase(cluster, 'throughline')
    const client = new pg.Client({
      ...{ host: '127.0.0.1', port: cluster.port, user: 'postgres', password: cluster.password },
      database: 'throughline',
    })
    client.on('error', () => {})
    await client.connect()
    try {
      await requireKnownVersion(client)
      await bringUpToDate(urls)
      await endAll(client)
      const { rows } = await client.query<{ count: number }>(
        'select count(*)::int as count from entry where trashed_at is null',
      )
      return { entries: rows[0]?.count ?? 0, ...(await photosOf(client, found, scratch)) }
    } finally {
      await client.end()
    }
  } finally {
    await cluster.stop()
  }
}

async function requireKnownVersion(client: pg.Client): Promise<void> {
  if (!(await isThere(client, '_prisma_migrations'))) return
  const known = new Set(migrationsOnDisk().map(({ name }) => name))
  const { rows } = await client.query<{ name: string }>(
    'select migration_name as name from _prisma_migrations where rolled_back_at is null',
  )
  if (rows.every(({ name }) => known.has(name))) return
  throw new Trouble(
    'A newer version of Throughline wrote this archive. Restore it with that version, or a later one.',
  )
}

async function endAll(client: pg.Client): Promise<void> {
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  await client.query(`truncate ${NOT_RESTORED.join(', ')}`)
  await endWhatMayHaveEnded(client)
  // So the first start pauses links too, unless the folder has a count of its own.
  await client.query('update epoch set remembered = true')
  await client.query('commit')
}

/** Takes the photos that there were out of the archive, each as its hash says. */
async function photosOf(
  client: pg.Client,
  { folder }: Found,
  scratch: string,
): Promise<{ photos: number; missing: number }> {
  const { rows } = await client.query<{ file: string; hash: string | null }>(
    `select workspace_id || '/' || file_key || '-' || suffix as file, hashes[n] as hash
       from photo, unnest(suffixes) with ordinality as files(suffix, n) where swept_at is null`,
  )
  let photos = 0
  for (const { file, hash } of rows) {
    const bytes = readPhoto(join(partsOf(folder).photos, file), hash)
    if (!bytes) continue
    const path = join(scratch, 'photos', file)
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(path, bytes, { mode: 0o600, flush: true })
    photos += 1
  }
  return { photos, missing: rows.length - photos }
}

function readPhoto(path: string, hash: string | null): Buffer | null {
  if (!existsSync(path)) return null
  const bytes = readFileSync(path)
  return hash === null || createHash('sha256').update(bytes).digest('hex') === hash ? bytes : null
}
