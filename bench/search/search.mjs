// node --conditions=react-server --import tsx bench/search/search.mjs [entries]: what search costs over many entries on a PostgreSQL of
// its own, beside the bare SQL on the same rows. Times are medians in ms.
import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { ensureOwnedDatabase } from '../../scripts/lib/database.mjs'
import { migrate } from '../../scripts/lib/migrate.mjs'
import { startTemporaryCluster } from '../../scripts/lib/temporary-cluster.mjs'
import { fill } from './fill.mjs'

const entries = Number(process.argv[2] ?? 100_000)
const rounds = 15

/** @type {[string, string, string, Record<string, string>?][]} */
const questions = [
  ['a word of one entry', 'needle', "'needle'"],
  ['a word in 1 %', 'uncommon', "'uncommon'"],
  ['a word in 10 %', 'frequent', "'frequent'"],
  ['a word in all', 'everywhere', "'everywhere'"],
  ['two words, 10 % and 1 %', 'frequent uncommon', "'frequent' & 'uncommon'"],
  ['a typing error', 'nedele', "'needle'"],
  ['two errors in a long word', 'extraodrinarily', "'extraordinarily'"],
  ['an organization of 1 %', 'everywhere organization 77', "'everywhere'"],
  ['10 % of one kind', 'frequent', "'frequent'", { kind: 'rally' }],
  ['10 % in one year', 'frequent', "'frequent'", { from: '2020-01-01', to: '2020-12-31' }],
]

const cluster = await startTemporaryCluster()
try {
  process.env.DATABASE_URL = await ensureOwnedDatabase(cluster, 'bench')
  process.env.THROUGHLINE_SECRET = randomBytes(32).toString('base64')
  process.env.THROUGHLINE_URL = 'http://127.0.0.1:3000'
  await migrate(process.env.DATABASE_URL)
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  client.on('error', () => {})
  await client.connect()
  const workspaceId = randomUUID()
  const begin = performance.now()
  await fill(client, workspaceId, entries)
  console.log(`filled ${entries} entries in ${seconds(begin)} s`)
  await compare(client, workspaceId)
  await client.end()
} finally {
  await cluster.stop()
}

/** @param {pg.Client} client */
async function compare(client, workspaceId) {
  // Loaded late, since the configuration is read when they are.
  const { searchRecords } = await import('../../server/search/queries.ts')
  const { lookUp } = await import('../../server/search/lookup.ts')
  const { systemViewer } = await import('../../server/auth/viewers.ts')
  const { closeDatabase } = await import('../../server/db.ts')
  const { searchFilters } = await import('../../lib/search/filters.ts')
  const viewer = systemViewer(workspaceId)
  await client.query("select set_config('app.workspace_id', $1, false)", [workspaceId])
  const { rows: sizes } = await client.query(
    `select pg_size_pretty(pg_total_relation_size('search_document')) as documents,
            pg_size_pretty(pg_total_relation_size('search_word')) as words,
            (select count(*)::int from search_word) as vocabulary,
            pg_size_pretty(pg_total_relation_size('entry')) as entries`,
  )
  console.table(sizes)
  const rows = []
  for (const [name, q, bare, more] of questions) {
    const filters = searchFilters({ q, ...more }).filters
    const page = await searchRecords(viewer, filters)
    const ours = await median(() => searchRecords(viewer, filters))
    const sql = await median(() => bareSearch(client, bare))
    rows.push({ name, found: page.results.length, loosened: page.loosened, ours, sql })
  }
  console.table(rows.map((row) => ({ ...row, ratio: Number((row.ours / row.sql).toFixed(1)) })))
  const lookups = []
  for (const typed of ['o', 'org', 'organization 77', 'orgnaization 77']) {
    const items = await lookUp(viewer, 'organization', typed)
    lookups.push({
      typed,
      offered: items.length,
      ours: await median(() => lookUp(viewer, 'organization', typed)),
    })
  }
  console.table(lookups)
  await closeDatabase()
}

// The best twenty by rank and day, as one would write it with nothing of ours around it, and the
// texts of those twenty: what a page shows must be read by everybody.
async function bareSearch(client, query) {
  await client.query('begin')
  await client.query("select set_config('app.search', $1, true)", [query])
  const { rows } = await client.query(
    `select record_id from search_document where record = 'entry'
      order by ts_rank(words, $1::tsquery) desc, first_day desc, record_id desc limit 20`,
    [query],
  )
  await client.query('select title, summary from entry where id = any($1)', [
    rows.map((row) => row.record_id),
  ])
  await client.query('commit')
}

async function median(work) {
  const times = []
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now()
    await work()
    times.push(performance.now() - begin)
  }
  return Number(times.sort((a, b) => a - b)[Math.floor(rounds / 2)].toFixed(2))
}

function seconds(begin) {
  return ((performance.now() - begin) / 1000).toFixed(1)
}
