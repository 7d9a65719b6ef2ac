// npm run bench -- entries: what saving an entry with two speakers and a source costs over HTTP, beside
// one bare transaction with the same rows, with 100,000 entries in the campaign; one writer, and
// sixteen at once. Writes bench/results/entries.json.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { ensureBuild, ensureGenerated } from '../../scripts/lib/prepare.ts'
import { member, startInstalled } from '../lib/installed.mjs'
import { bareSave } from './bare.mjs'
import { hiddenFields, send, signIn } from '../lib/forms.mjs'
import { loadEntries } from '../lib/load-entries.mjs'
import { saveResults } from '../lib/save-results.mjs'

const entries = Number(process.env.BENCH_ENTRIES ?? 100_000)
const saves = 60
const writers = 16
const seconds = 8

/** @type {(() => unknown)[]} */
const undo = []
try {
  await ensureGenerated()
  await ensureBuild()
  const { base, database } = await startApp()
  const place = await readPlace(database)
  const save = await saver(base, place)
  const clients = await connect(database)
  const bare = (/** @type {number} */ n, worker = 0) => bareSave(clients[worker], place, n)
  for (let n = 0; n < 10; n += 1) {
    await save(-n - 1)
    await bare(-n - 1)
  }
  // In turns, so that whatever else the machine does falls on both.
  const times = { save: [], bare: [] }
  for (let n = 0; n < saves; n += 1) {
    times.save.push(await timed(() => save(n)))
    times.bare.push(await timed(() => bare(n)))
  }
  const together = { bare: await perSecond(bare), save: await perSecond(save) }
  report(times, together)
} finally {
  for (const end of undo.reverse()) await end()
}

async function startApp() {
  const { url: base, database, cli } = await startInstalled(undo)
  await cli('sample')
  await loadEntries(database, entries)
  return { base, database }
}

async function readPlace(database) {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  await client.query("select set_config('app.operator', 'on', false)")
  const { rows } = await client.query('select id from workspace')
  await client.query("select set_config('app.workspace_id', $1, false)", [rows[0].id])
  const one = async (sql) => (await client.query(sql)).rows.map(({ id }) => id)
  const place = {
    workspace: rows[0].id,
    campaign: (await one("select id from campaign where slug = 'bench'"))[0],
    member: (await one('select id from member'))[0],
    people: await one("select id from person where name in ('Maren Costa', 'Ahmed Shahour')"),
    source: (await one("select id from source where publisher = 'FOX 13 Seattle'"))[0],
  }
  await client.end()
  return place
}

// As a browser without script sends the form, so that the whole way to the save is measured.
async function saver(base, { source }) {
  const cookie = await signIn(base, member)
  const form = `${base}/campaigns/bench/entries/new`
  const page = await fetch(form, { headers: { cookie } })
  const action = hiddenFields(await page.text(), 'title').filter(([name]) => name.startsWith('$'))
  return async (/** @type {number} */ n) => {
    const answer = await send(form, { cookie }, [...action, ...fields({ source, n })])
    await answer.arrayBuffer()
    if (answer.status !== 303) throw new Error(`The save was answered with ${answer.status}.`)
  }
}

function fields({ source, n }) {
  const speaker = (row, name, description, words) => [
    [`appearances.${row}.name`, name],
    [`appearances.${row}.role`, 'speaker'],
    [`appearances.${row}.description`, description],
    [`appearances.${row}.quotes.0.text`, words],
    [`appearances.${row}.quotes.0.source`, 'own'],
  ]
  return [
    ['kind', 'rally'],
    ['requestKey', randomUUID()],
    ['_another', 'on'],
    ['title', `Rally over HTTP ${n}`],
    ['summary', `What the speakers said ${n}`],
    ['date', '13 Feb 2026'],
    ['place', 'Amazon Spheres, Seattle'],
    ['participants', 'Workers'],
    ['status', 'draft'],
    ...speaker(0, 'Maren Costa', 'organizer', 'We go on.'),
    ...speaker(1, 'Ahmed Shahour', 'worker', 'So do we.'),
    ['citations.0.source', source],
    ['citations.0.exact', 'They met.'],
  ]
}

async function connect(database) {
  const clients = Array.from(
    { length: writers },
    () => new pg.Client({ connectionString: database }),
  )
  for (const client of clients) {
    client.on('error', () => {})
    await client.connect()
  }
  undo.push(() => Promise.all(clients.map((client) => client.end())))
  return clients
}

async function timed(work) {
  const begin = performance.now()
  await work()
  return performance.now() - begin
}

async function perSecond(work) {
  const end = performance.now() + seconds * 1_000
  let done = 0
  let failed = 0
  const writer = async (_, worker) => {
    while (performance.now() < end) {
      try {
        await work(10_000 + done, worker)
        done += 1
      } catch {
        failed += 1
      }
    }
  }
  await Promise.all(Array.from({ length: writers }, writer))
  return { perSecond: done / seconds, failed }
}

function report(times, together) {
  const at = (list, share) => [...list].sort((a, b) => a - b)[Math.floor(list.length * share)]
  const row = (list) => ({ median: round(at(list, 0.5)), p95: round(at(list, 0.95)) })
  const result = {
    entries,
    oneWriter: {
      save: row(times.save),
      bare: row(times.bare),
      ratio: {
        median: round(at(times.save, 0.5) / at(times.bare, 0.5)),
        p95: round(at(times.save, 0.95) / at(times.bare, 0.95)),
      },
    },
    sixteenWriters: {
      ...together,
      ratio: round(together.save.perSecond / together.bare.perSecond),
    },
  }
  console.log(JSON.stringify(result, null, 2))
  saveResults('entries', result)
}

function round(value) {
  return Number(value.toFixed(2))
}
