// npm run bench -- search [--entries 100000] [--rounds 31]: what search costs over many entries on a
// PostgreSQL of its own, beside the bare SQL on the same rows. Times are medians in ms, taken in
// turns. Writes bench/results/search.json.
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { withOwnDatabase } from '../lib/own-database.mjs'
import { saveResults } from '../lib/save-results.mjs'
import { fill } from './fill.mjs'

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '31' },
  },
})
const entries = Number(values.entries)
const rounds = Number(values.rounds)

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

await withOwnDatabase(async (client) => {
  const workspaceId = randomUUID()
  const begin = performance.now()
  await fill(client, workspaceId, entries)
  console.log(`filled ${entries} entries in ${seconds(begin)} s`)
  await compare(client, workspaceId)
})

/** @param {import('pg').Client} client */
async function compare(client, workspaceId) {
  // Loaded late, since the configuration is read when they are.
  const { searchRecords } = await import('../../server/search/queries.ts')
  const { lookUp } = await import('../../server/search/lookup.ts')
  const { findPlaces } = await import('../../server/search/places.ts')
  const { systemViewer } = await import('../../server/auth/viewers.ts')
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
    const found = { name, found: page.results.length, loosened: page.loosened }
    const [ours, sql] = await inTurns(
      () => searchRecords(viewer, filters),
      () => bareSearch(client, bare),
    )
    rows.push({ ...found, ours, sql, ratio: Number((ours / sql).toFixed(1)) })
  }
  console.table(rows)
  const lookups = []
  for (const typed of ['o', 'org', 'organization 77', 'orgnaization 77']) {
    const items = await lookUp(viewer, 'organization', typed)
    const [ours] = await inTurns(
      () => lookUp(viewer, 'organization', typed),
      () => Promise.resolve(),
    )
    lookups.push({ typed, offered: items.length, ours })
  }
  console.table(lookups)
  const places = []
  for (const typed of ['n', 'ever', 'everywhere', 'freq unc', 'organization 77', 'nedele']) {
    const items = await findPlaces(viewer, typed)
    const [ours, sql] = await inTurns(
      () => findPlaces(viewer, typed),
      () => bareTitles(client, typed),
    )
    places.push({ typed, offered: items.length, ours, sql, ratio: Number((ours / sql).toFixed(1)) })
  }
  console.table(places)
  saveResults('search', { rounds, entries, rows, lookups, places })
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

// What a list under a field would ask with nothing of ours around it: the newest titles with words
// that begin so, of each kind of record.
async function bareTitles(client, typed) {
  const query = typed
    .split(' ')
    .map((word) => `'${word}':*A`)
    .join(' & ')
  await client.query('begin')
  await client.query(
    `select record, record_id from search_document where record = 'entry' and words @@ $1::tsquery
      order by first_day desc limit 30`,
    [query],
  )
  await client.query(
    `select record, record_id from search_document where record <> 'entry' and words @@ $1::tsquery
      limit 30`,
    [query],
  )
  await client.query('commit')
}

// One after the other in each round, so that what else the machine does falls on both alike.
async function inTurns(...works) {
  const times = works.map(() => [])
  for (const work of works) await work()
  for (let round = 0; round < rounds; round += 1)
    for (const [place, work] of works.entries()) {
      const begin = performance.now()
      await work()
      times[place].push(performance.now() - begin)
    }
  return times.map((list) => Number(list.sort((a, b) => a - b)[Math.floor(rounds / 2)].toFixed(2)))
}

function seconds(begin) {
  return ((performance.now() - begin) / 1000).toFixed(1)
}
