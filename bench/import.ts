// npm run bench -- import [--rows 5000]: rows a second of an import, from the check of its file to its
// last draft, beside a COPY of the very rows that it wrote into the same tables, and beside one INSERT
// of many rows for each of them, on a PostgreSQL of its own. Writes bench/results/import.json.
import { randomUUID } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { withOwnDatabase } from './lib/own-database.mjs'
import { saveResults } from './lib/save-results.mjs'
import { benchCampaign } from './timeline/write'

const { values } = parseArgs({ options: { rows: { type: 'string', default: '5000' } } })
const size = Number(values.rows)
const BAR = 0.3
// The tables that an import writes, in the order in which their rows refer to each other.
const TABLES = ['organization', 'source', 'entry', 'import', 'imported_row', 'entry_organization']
const MORE = ['citation', 'revision', 'audit_event']

await withOwnDatabase(async (client: pg.Client) => {
  const workspaceId = randomUUID()
  await client.query("select set_config('app.workspace_id', $1, false)", [workspaceId])
  await client.query("insert into workspace (id, name) values ($1, 'Bench')", [workspaceId])
  await benchCampaign(client, workspaceId, 'bench', 'Bench')
  const { systemViewer } = await import('@/server/auth/viewers')
  const { addImport } = await import('@/server/imports/mutations')
  const { runImport } = await import('@/server/imports/run')
  const viewer = systemViewer(workspaceId)
  const file = { name: 'bench.csv', bytes: new TextEncoder().encode(sheet()) }
  const times: Record<string, number> = {}
  const timed = async (name: string, work: () => Promise<unknown>) => {
    const begin = performance.now()
    await work()
    times[name] = performance.now() - begin
  }
  const id = await addImport(viewer, 'bench', file)
  let checkedAt = 0
  const begin = performance.now()
  await timed('import', async () => {
    const choices = { alike: 'make', takeGood: false } as const
    const { checked, written } = await runImport(viewer, id, choices, () => {
      checkedAt ||= performance.now() - begin
    })
    if (!written || checked.good.length !== size)
      throw new Error(`${checked.good.length} rows of ${size} were imported.`)
  })
  const tables = [...TABLES, ...MORE]
  // COPY does not go through row security, which would be the owner's lot as well.
  for (const table of tables) await client.query(`alter table ${table} no force row level security`)
  const copies = new Map<string, Buffer>()
  for (const table of tables)
    copies.set(table, await buffer(client.query(to(`copy ${table} to stdout`))))
  // What is only ever added to is emptied by the owner of the tables alone, and for a bench alone.
  const empty = async () => {
    for (const table of MORE) await client.query(`alter table ${table} disable trigger user`)
    await client.query(`truncate ${tables.join(', ')}, entry_tally cascade`)
    for (const table of MORE) await client.query(`alter table ${table} enable trigger user`)
  }
  await empty()
  await timed('copy', async () => {
    await client.query('begin')
    for (const [table, rows] of copies)
      await pipeline(Readable.from([rows]), client.query(from(`copy ${table} from stdin`)))
    await client.query('commit')
  })
  for (const table of tables) await client.query(`create table keep_${table} as table ${table}`)
  await empty()
  await timed('insert', async () => {
    await client.query('begin')
    for (const table of tables)
      await client.query(`insert into ${table} select * from keep_${table}`)
    await client.query('commit')
  })
  const rows = Object.entries(times).map(([name, ms]) => ({
    ...{
      name,
      seconds: Number((ms / 1_000).toFixed(2)),
      'rows/s': Math.round(size / (ms / 1_000)),
    },
  }))
  const ratio = Number(((times.copy ?? 0) / (times.import ?? 1)).toFixed(3))
  console.table(rows)
  console.log(`first batch after ${Math.round(checkedAt)} ms; ${ratio} of COPY (bar ${BAR})`)
  saveResults('import', { size, rows, ratio })
})

/** A sheet as groups keep them: who, where, how many, in what words, and a link to a report. */
function sheet(): string {
  const day = (n: number) => new Date(Date.UTC(2010, 0, 1 + (n % 5_000))).toISOString().slice(0, 10)
  const lines = Array.from({ length: size }, (_, n) =>
    [
      ...[day(n), n % 3 === 0 ? 'strike' : 'rally', `Action ${n} at plant ${n % 700}`],
      ...[`Town ${n % 300}`, `${10 + (n % 990)}`, `Local ${n % 200}`],
      ...[
        `https://news.example.org/${n}`,
        `What was reported of action ${n}, in a sentence or two.`,
      ],
    ].join(','),
  )
  return `Date,Kind,Title,Place,Participants,Organization,Source,Summary\n${lines.join('\n')}\n`
}
