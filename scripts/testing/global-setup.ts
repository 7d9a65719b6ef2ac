import type { TestProject } from 'vitest/node'
import { ensureOwnedDatabase } from '../lib/database.mjs'
import { migrate } from '../lib/migrate.mjs'
import { startTemporaryCluster } from '../lib/temporary-cluster.mjs'
import { template } from './template'

/** Starts one PostgreSQL server for all test files and prepares the database that they copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTemporaryCluster()
  try {
    const templateUrl = await ensureOwnedDatabase(cluster, template)
    await migrate(templateUrl)
    const { port, password } = cluster
    project.provide('postgres', { port, password, templateUrl })
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return () => cluster.stop()
}
