import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { readCollectiveActions, readWorkStoppages } from './archives'
import { edgeEntries } from './edges'
import { generateEntries } from './generate'
import type { BenchEntry } from './row'
import { benchCampaign, writeEntries } from './write'

// npx tsx bench/timeline/load.ts --database URL --workspace ID [--slug bench] 10000 | edges | actions.json | work_stoppages.csv
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    database: { type: 'string' },
    workspace: { type: 'string' },
    slug: { type: 'string' },
  },
})
const what = positionals[0] ?? '1000'
const client = new pg.Client({ connectionString: values.database })
await client.connect()
const workspaceId = values.workspace ?? (await onlyWorkspace(client))
const slug = values.slug ?? `bench-${basename(what).replaceAll(/[^a-z0-9]+/g, '-')}`
const place = await benchCampaign(client, workspaceId, slug, `Bench: ${basename(what)}`)
const began = performance.now()
const entries = read(what)
await writeEntries(client, place, entries)
const seconds = (performance.now() - began) / 1_000
console.log(`${entries.length} entries in campaign ${slug} after ${seconds.toFixed(1)} s`)
await client.end()

function read(from: string): BenchEntry[] {
  if (/^\d+$/.test(from)) return generateEntries(Number(from))
  if (from === 'edges') return edgeEntries()
  return from.endsWith('.csv') ? readWorkStoppages(from) : readCollectiveActions(from)
}

async function onlyWorkspace(to: pg.Client): Promise<string> {
  await to.query(`select set_config('app.operator', 'on', false)`)
  const { rows } = await to.query<{ id: string }>('select id from workspace order by created_at')
  if (!rows[0]) throw new Error('Set up the workspace first, then load data into it.')
  return rows[0].id
}
