import type { Cluster } from './cluster'
import pg from 'pg'
import { migrationsToSchema } from './schema-engine'
import { startTemporaryCluster } from './temporary-cluster'

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
