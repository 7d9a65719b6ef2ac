import type { TestProject } from 'vitest/node'
import { compile } from '../compile.mjs'
import { ensureTowns } from '../lib/prepare'
import { bringUpToDate, ensureDatabase } from '../lib/database'
import { startTemporaryCluster } from '../lib/temporary-cluster'
import { template } from './template'

type Server = Awaited<ReturnType<typeof startServer>>

// Each project of a run loads this file anew, and all of them use one server.
const run = globalThis as typeof globalThis & { throughlineTestServer?: Promise<Server> }

/** Starts one PostgreSQL server for all test files and prepares the database that they copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { postgres, stop } = await (run.throughlineTestServer ??= startServer())
  project.provide('postgres', postgres)
  return stop
}

async function startServer() {
  // Tests start programs of their own too: the database's keeper, the reader of pictures.
  await compile()
  await ensureTowns()
  const cluster = await startTemporaryCluster()
  try {
    const templateUrls = await ensureDatabase(cluster, template)
    await bringUpToDate(templateUrls)
    const { port, password, stop } = cluster
    return { postgres: { port, password, templateUrls }, stop }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}
