import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { grantRights } from '../lib/app-rights'
import type { DatabaseUrls } from '../lib/config'
import { template } from './template'

/**
 * Makes a database of its own for a test file: a copy of one to which all migrations were applied,
 * with an owner and a role for the app as in production, so that rights and row-level security hold.
 *
 * @returns its address as the app's role, and `drop`, which removes it with whoever is still connected.
 */
export async function createTestDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const { app, owner } = inject('postgres').templateUrls
  await query(
    asSuperuser('postgres'),
    `create database ${name} template ${template} owner ${template}`,
  )
  const urls = { app: inDatabase(app, name), owner: inDatabase(owner, name) }
  // What everybody may do in a database is not copied with it.
  await grantRights(urls)
  return {
    url: urls.app,
    drop: () => query(asSuperuser('postgres'), `drop database ${name} with (force)`),
  }
}

/** Makes a database without any table, as a new installation has it. */
export async function createEmptyDatabase(): Promise<{
  urls: DatabaseUrls
  superuserUrl: string
  drop: () => Promise<void>
}> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const { app, owner } = inject('postgres').templateUrls
  await query(
    asSuperuser('postgres'),
    `create database ${name} template template0 owner ${template}`,
  )
  return {
    urls: { app: inDatabase(app, name), owner: inDatabase(owner, name) },
    superuserUrl: asSuperuser(name),
    drop: () => query(asSuperuser('postgres'), `drop database ${name} with (force)`),
  }
}

/** The address of this test file's database as a superuser, who sees every row. */
export function superuserUrl(): string {
  return asSuperuser(ownName())
}

/** Runs SQL on the database of this test file as the owner of its tables, as a migration does. */
export function asOwner(sql: string): Promise<void> {
  return query(inDatabase(inject('postgres').templateUrls.owner, ownName()), sql)
}

/** Empties the database of this test file. Nobody but a superuser may empty what is only added to. */
export function emptyTestDatabase(): Promise<void> {
  return query(
    asSuperuser(ownName()),
    'set session_replication_role = replica; truncate account, setup_token, workspace cascade',
  )
}

/** The name of this test file's database. */
function ownName(): string {
  return new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
}

function asSuperuser(database: string): string {
  const { port, password } = inject('postgres')
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
}

function inDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = name
  return other.href
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
