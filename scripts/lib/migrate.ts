import type { Cluster } from './cluster'
import pg from 'pg'
import { applyMigrations, migrationsToSchema } from './schema-engine'
import { startTemporaryCluster } from './temporary-cluster'

/** Of our own choosing; Prisma's native engine uses another one. */
const advisoryLock = 7_468_726_831

/**
 * Applies the migrations to a database. Several may do so at once: the others wait for the first.
 *
 * @param url of the database, as its plain owner
 * @returns the names of the migrations applied
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Held by the connection, so that a killed start gives it back.
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    const { host, port, user, password, database, ssl } = client
    return await applyMigrations({
      host,
      port,
      user: user ?? '',
      password: password ?? '',
      database: database ?? '',
      ssl,
    })
  } finally {
    await client.end()
  }
}

/**
 * The SQL that leads from the migrations to the schema files; empty when they agree.
 *
 * @param running a cluster to use; else one is started
 */
export async function diffSchema(running?: Cluster): Promise<string> {
  const cluster = running ?? (await startTemporaryCluster())
  const { port, password } = cluster
  const fields = { host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' }
  const empty = `diff_${process.pid}`
  const client = new pg.Client(fields)
  try {
    await client.connect()
    await client.query(`create database ${empty} template template0`)
    const sql = await migrationsToSchema(fields, empty)
    await client.query(`drop database ${empty} with (force)`)
    return sql
  } finally {
    await client.end()
    if (!running) await cluster.stop()
  }
}
