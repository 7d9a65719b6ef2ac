import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Installation } from './installation'

const run = promisify(execFile)

/** Loads a campaign of many entries into a workspace, as the bench does; see `bench/timeline/load.ts`. */
export async function load(
  { dataFolder }: Installation,
  workspace: string,
  slug: string,
  what: string,
): Promise<void> {
  const { databaseUrl } = JSON.parse(readFileSync(join(dataFolder, 'connection.json'), 'utf8')) as {
    databaseUrl: string
  }
  await run(process.execPath, [
    ...['--conditions=react-server', '--import', 'tsx', 'bench/timeline/load.ts'],
    ...['--database', databaseUrl, '--workspace', workspace, '--slug', slug, what],
  ])
  // The app's own role may not do this, and plans would be made for the empty tables of before.
  const superuser = new URL(databaseUrl)
  superuser.username = 'postgres'
  superuser.password = readFileSync(join(dataFolder, 'postgres.password'), 'utf8').trim()
  const client = new pg.Client({ connectionString: superuser.href })
  await client.connect()
  await client.query('vacuum analyze').finally(() => client.end())
}
