// npm run bench -- export [--entries 100000]: entries a second of an export in each of the formats that
// hold a campaign, with the memory that it takes above idle, beside COPY of the very tables to a file;
// and a backup of the same database beside a copy of its files.
import { randomUUID } from 'node:crypto'
import { createWriteStream, cpSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import type { Cluster } from '@/scripts/lib/cluster'
import { noFilter } from '@/lib/timeline/filters'
import { withOwnDatabase } from './lib/own-database.mjs'
import { saveResults } from './lib/save-results.mjs'
import { generateEntries } from './timeline/generate'
import { benchCampaign, writeEntries } from './timeline/write'

const { values } = parseArgs({ options: { entries: { type: 'string', default: '100000' } } })
const size = Number(values.entries)
const BAR = 0.3
const FORMATS = ['json', 'csv', 'xlsx', 'ics', 'geojson', 'timelinejs', 'markdown'] as const
const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
// Where a backup is remembered; the checkout may have no data folder.
process.env.THROUGHLINE_DATA = folder

type Row = { name: string; seconds: number; mb: number; memory: number; ratio: number }

await withOwnDatabase(async (client: pg.Client, cluster: Cluster) => {
  const workspaceId = randomUUID()
  await client.query("select set_config('app.workspace_id', $1, false)", [workspaceId])
  await client.query("insert into workspace (id, name) values ($1, 'Bench')", [workspaceId])
  const campaign = await benchCampaign(client, workspaceId, 'bench', 'Bench')
  await writeEntries(client, campaign, generateEntries(size))
  const { systemViewer } = await import('@/server/auth/viewers')
  const { writeExport } = await import('@/server/exports/export')
  const { writeBackup } = await import('@/server/backup/backup')
  const viewer = systemViewer(workspaceId)
  const tables = await tablesWithRows(client)
  // COPY does not go through row security, which would be the owner's lot as well.
  for (const table of tables)
    await client.query(`alter table "${table}" no force row level security`)
  const copy = await measured('COPY of the tables', async (path) => {
    for (const table of tables)
      await pipeline(
        client.query(to(`copy "${table}" to stdout`)),
        createWriteStream(path, { flags: 'a' }),
      )
  })
  for (const table of tables) await client.query(`alter table "${table}" force row level security`)
  const rows: Row[] = [copy]
  for (const format of FORMATS)
    rows.push(
      await measured(`export as ${format}`, async (path) => {
        const file = createWriteStream(path)
        await writeExport(viewer, { format, slug: 'bench', filter: noFilter }, (piece) => {
          return new Promise<void>((resolve, reject) =>
            file.write(piece, (error) => (error ? reject(error) : resolve())),
          )
        })
        await new Promise<void>((resolve) => file.end(() => resolve()))
      }),
    )
  for (const row of rows) row.ratio = copy.seconds / row.seconds
  const place = await filesOf(cluster)
  const files = await measured('copy of the database’s files', async (path) => {
    cpSync(place, path, { recursive: true })
    await Promise.resolve()
  })
  const backup = await measured('backup, read back', (path) =>
    writeBackup(path).then(() => undefined),
  )
  rows.push({ ...files, ratio: 1 }, { ...backup, ratio: files.seconds / backup.seconds })
  console.table(
    rows.map(({ name, seconds, mb, memory, ratio }) => ({
      ...{ name, seconds: Number(seconds.toFixed(2)), 'entries/s': Math.round(size / seconds) },
      ...{ 'MB written': Math.round(mb), 'MB above idle': Math.round(memory) },
      'of COPY': Number(ratio.toFixed(3)),
    })),
  )
  console.log(`${size} entries in ${tables.length} tables; bar ${BAR} of COPY.`)
  saveResults('export', { size, rows })
})
rmSync(folder, { recursive: true, force: true })

async function tablesWithRows(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_stat_user_tables where n_live_tup > 0 and schemaname = 'public'
     and relname in ('entry', 'citation', 'source', 'organization', 'person', 'entry_organization',
       'appearance', 'quote', 'demand', 'demand_version', 'entry_demand', 'claim', 'campaign')`,
  )
  return rows.map(({ name }) => name)
}

/** Where the database's files are, once all that is in memory stands in them. */
async function filesOf({ port, password }: Cluster): Promise<string> {
  const client = new pg.Client({
    ...{ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' },
  })
  await client.connect()
  await client.query('checkpoint')
  const { rows } = await client.query<{ data_directory: string }>('show data_directory')
  await client.end()
  return rows[0]?.data_directory ?? ''
}

/** Does some work that writes to a file, with the most memory that it held at once. */
async function measured(name: string, work: (path: string) => Promise<void>): Promise<Row> {
  const path = join(folder, name.replaceAll(/\W+/g, '-'))
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
  const begin = performance.now()
  await work(path)
  const seconds = (performance.now() - begin) / 1_000
  clearInterval(watch)
  const { size: bytes } = statSync(path)
  rmSync(path, { recursive: true, force: true })
  return { name, seconds, mb: bytes / 1e6, memory: (most - before) / 1e6, ratio: 0 }
}
