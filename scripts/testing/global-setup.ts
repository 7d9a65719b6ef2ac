import type { TestProject } from 'vitest/node'
import { compile } from '../compile.mjs'
import { bringUpToDate, ensureDatabase } from '../lib/database'
import { startTemporaryCluster } from '../lib/temporary-cluster'
import { template } from './template'

/** Starts one PostgreSQL server for all test files and prepares the database that they copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  // Tests start programs of their own too: the database's keeper, the reader of pictures.
  await compile()
  const cluster = await startTemporaryCluster()
  try {
    const templateUrls = await ensureDatabase(cluster, template)
    await bringUpToDate(templateUrls)
    const { port, password } = cluster
    project.provide('postgres', { port, password, templateUrls })
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return () => cluster.stop()
}
