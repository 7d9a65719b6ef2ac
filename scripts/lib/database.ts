import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { grantRights } from './app-rights'
import { applyMigrations, type Migration } from './apply-migrations'
import { startCluster, type Cluster } from './cluster'
import type { DatabaseUrls } from './config'

/**
 * Starts the database that Throughline brings, with two plain roles: one that owns the tables, and
 * one by which the app works. A superuser would pass by row-level security.
 */
export async function startEmbedded(
  dataFolder: string,
): Promise<{ urls: DatabaseUrls; cluster: Cluster }> {
  const cluster = await startCluster(dataFolder)
  try {
    return { urls: await ensureDatabase(cluster, 'throughline'), cluster }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

/**
 * Makes a database and its two roles when missing. The roles' passwords are new each time.
 *
 * @param name of the database and of the role that owns it; the app's has `_app` after it
 */
export async function ensureDatabase(
  { port, password }: Cluster,
  name: string,
): Promise<DatabaseUrls> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
  })
  client.on('error', () => {})
  await client.connect()
  try {
    const url = async (role: string) =>
      `postgresql://${role}:${await ensureRole(client, role)}@127.0.0.1:${port}/${name}`
    const urls = { owner: await url(name), app: await url(`${name}_app`) }
    const databases = await client.query('select from pg_database where datname = $1', [name])
    const id = client.escapeIdentifier(name)
    if (databases.rowCount === 0) await client.query(`create database ${id} owner ${id}`)
    return urls
  } finally {
    await client.end()
  }
}

/** @returns the role's new password */
async function ensureRole(client: pg.Client, name: string): Promise<string> {
  const password = randomBytes(24).toString('base64url')
  const roles = await client.query('select from pg_roles where rolname = $1', [name])
  const verb = roles.rowCount === 0 ? 'create' : 'alter'
  await client.query(
    `${verb} role ${client.escapeIdentifier(name)} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '${password}'`,
  )
  return password
}

/**
 * Brings a database up to date as its owner, and gives the app's role the rights that it needs.
 *
 * @returns the names of the migrations applied
 */
export async function bringUpToDate(
  { owner, app }: DatabaseUrls,
  migrations?: readonly Migration[],
): Promise<string[]> {
  const applied = await applyMigrations(owner, migrations)
  if (app !== owner) await grantRights({ owner, app })
  return applied
}
