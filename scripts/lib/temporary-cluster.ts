import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster, type Cluster } from './cluster'
import { enterable } from './data-folder'

/**
 * A PostgreSQL server in a folder of its own, removed when it is stopped: for tests and for
 * working out migrations.
 */
export async function startTemporaryCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-'))
  enterable(folder)
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const cluster = await startCluster(folder, { throwAway: true })
    return {
      ...cluster,
      stop: async () => {
        await cluster.stop()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}
