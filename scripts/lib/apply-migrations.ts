import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrationsFolder } from './paths'
import { Trouble } from './trouble'

/** Of our own choosing; Prisma's native engine uses another one. */
const advisoryLock = 7_468_726_831

/** One migration: the name of its folder, and the SQL in it. */
export type Migration = { name: string; sql: string }

/** Prisma's own table, so that its tools know the state of the database too. */
const migrationsTable = `create table if not exists _prisma_migrations (
  id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`

/** What PostgreSQL says when a table, column, index, type or function is there already. */
const alreadyThere = new Set(['42P07', '42701', '42710', '42723'])

/** The migrations in the order in which they are applied. */
export function migrationsOnDisk(): Migration[] {
  if (!existsSync(migrationsFolder)) return []
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => ({
      name,
      sql: readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8'),
    }))
}

/**
 * Applies the migrations that a database does not have yet, each in one transaction together with the
 * row that says so. Several may do so at once: the others wait for the first.
 *
 * The lock is held by the very connection that applies them. Whatever cuts it, what was under way is
 * rolled back, the lock is free, and the next start goes on from there.
 *
 * @param url of the database, as the owner of its tables
 * @returns the names of the migrations applied
 * @throws Trouble that names the migration which failed
 */
export async function applyMigrations(
  url: string,
  migrations: readonly Migration[] = migrationsOnDisk(),
): Promise<string[]> {
  return withMigrationLock(url, async (client) => {
    await client.query(migrationsTable)
    const states = await statesOf(client)
    const applied: string[] = []
    for (const migration of migrations) {
      const state = states.get(migration.name)
      if (state === 'finished') continue
      await applyOne(client, migration, state === 'begun')
      applied.push(migration.name)
    }
    return applied
  })
}

/** Does work on a database, as the owner of its tables, that only one start may do at a time. */
export async function withMigrationLock<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    ...{ connectionString: url, keepAlive: true, keepAliveInitialDelayMillis: 10_000 },
  })
  let isLost = false
  // A lost connection fails the statement under way; without a listener it would end the process.
  client.on('error', () => (isLost = true))
  await client.connect()
  try {
    await bePinged(client)
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    return await work(client)
  } catch (error) {
    if (!isLost || error instanceof Trouble) throw error
    throw new Trouble(
      'The connection to the database was lost while it was brought up to date. Nothing half done was kept; start again.',
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Has the server look whether we are still there, also while it works on a long statement: else the
 * lock of a start that was killed would keep the next ones waiting until that is done.
 */
async function bePinged(client: pg.Client): Promise<void> {
  const settings = {
    client_connection_check_interval: '2s',
    ...{ tcp_keepalives_idle: '10', tcp_keepalives_interval: '5', tcp_keepalives_count: '3' },
  }
  for (const [name, value] of Object.entries(settings))
    // Not every system that a server runs on knows each of them.
    await client
      .query('select set_config($1, $2, false)', [name, value])
      .catch((error: unknown) => {
        if (!(error instanceof pg.DatabaseError)) throw error
      })
}

async function statesOf(client: pg.Client): Promise<Map<string, 'finished' | 'begun'>> {
  const { rows } = await client.query<{ name: string; finished: boolean }>(
    `select migration_name as name, bool_or(finished_at is not null) as finished
       from _prisma_migrations where rolled_back_at is null group by migration_name`,
  )
  return new Map(rows.map(({ name, finished }) => [name, finished ? 'finished' : 'begun']))
}

/** @param begun whether Prisma's engine began it once and was cut before it could say how it went */
async function applyOne(client: pg.Client, { name, sql }: Migration, begun: boolean) {
  try {
    await client.query('begin')
    await client.query('savepoint untouched')
    await client.query(sql).catch(async (error: unknown) => {
      // It went through then: it is one script, of which all or nothing holds.
      if (!(begun && error instanceof pg.DatabaseError && alreadyThere.has(error.code ?? '')))
        throw error
      await client.query('rollback to savepoint untouched')
    })
    await client.query(
      'update _prisma_migrations set rolled_back_at = now() where migration_name = $1 and finished_at is null',
      [name],
    )
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), createHash('sha256').update(sql).digest('hex'), name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    // A full disk has a sentence of its own.
    if (error instanceof pg.DatabaseError && error.code === '53100') throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new Trouble(
      `The database could not be brought up to date: the migration ${name} failed (${reason}). Nothing of it was kept. Start again; if it fails again, tell us what it says.`,
    )
  }
}
