import 'server-only'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { listWorkspacesForOperator } from '../auth/operator'
import { systemViewer } from '../auth/viewers'
import { env } from '../env'
import { databaseFindings } from './database'
import { finding, wrong, type Finding } from './finding'
import { machineFindings } from './machine'
import { mailFinding } from './mail'
import { recordFindings } from './record'

/** Examines this installation and changes nothing. */
export async function examine(): Promise<Finding[]> {
  const { databaseUrl, url, dataFolder, trustedProxies, ownDatabase, mail } = env()
  return [
    ...(await ofDatabase(databaseUrl)),
    ...(await machineFindings({
      url,
      dataFolder,
      trustedProxies,
      ownDatabase,
    })),
    await mailFinding(mail),
    ...(await ofWorkspaces()),
  ]
}

async function ofDatabase(connectionString: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return await databaseFindings(client, await migrationsOnDisk())
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [
      await finding('Database', () =>
        wrong(`It cannot be reached (${reason}). Start it, or correct DATABASE_URL.`),
      ),
    ]
  } finally {
    await client.end().catch(() => {})
  }
}

async function migrationsOnDisk(): Promise<string[]> {
  const folder = join(process.cwd(), 'prisma', 'migrations')
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

async function ofWorkspaces(): Promise<Finding[]> {
  try {
    const found: Finding[] = []
    for (const { id, name } of await listWorkspacesForOperator())
      for (const one of await recordFindings(systemViewer(id)))
        found.push({ ...one, about: `${name}: ${one.about}` })
    return found
  } catch (error) {
    const reason = error instanceof Error ? error.message.trim() : String(error)
    return [await finding('Workspaces', () => wrong(`They could not be looked at (${reason}).`))]
  }
}
