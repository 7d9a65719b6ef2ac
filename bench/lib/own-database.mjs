import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { bringUpToDate, ensureDatabase } from '../../scripts/lib/database.ts'
import { startTemporaryCluster } from '../../scripts/lib/temporary-cluster.ts'

/**
 * Starts a PostgreSQL for one bench, with the configuration that names it, and stops it afterwards.
 * What is under `server` is to be imported inside the work, since it reads the configuration.
 *
 * @param {(client: pg.Client, cluster: import('../../scripts/lib/cluster.ts').Cluster) => Promise<unknown>} work gets a
 *   connection as the owner of the tables, and the server itself
 */
export async function withOwnDatabase(work) {
  const cluster = await startTemporaryCluster()
  try {
    const urls = await ensureDatabase(cluster, 'bench')
    process.env.DATABASE_URL = urls.app
    process.env.THROUGHLINE_SECRET = randomBytes(32).toString('base64')
    process.env.THROUGHLINE_URL = 'http://127.0.0.1:3000'
    await bringUpToDate(urls)
    const client = new pg.Client({ connectionString: urls.owner })
    client.on('error', () => {})
    await client.connect()
    await work(client, cluster)
    const { closeDatabase } = await import('../../server/db')
    await closeDatabase()
    await client.end()
  } finally {
    await cluster.stop()
  }
}
