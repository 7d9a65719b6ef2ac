// npm run bench -- timeline [--sizes 100,1000,10000,100000] [--runs 3]
//   [--parts queries,visits,story,lanes]
// What the views of a timeline cost, beside a bare page with the same first entries and the bare SQL
// of the same rows, in one run. Writes bench/results/timeline.json and the table in
// docs/performance.md.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { root } from '../../scripts/lib/paths.ts'
import { freePort } from '../../scripts/lib/ports.ts'
import { ensureBuild, ensureGenerated } from '../../scripts/lib/prepare.ts'
import { answers } from '../lib/answers.mjs'
import { launch } from '../lib/browser.mjs'
import { ended, member, startInstalled } from '../lib/installed.mjs'
import { saveResults } from '../lib/save-results.mjs'
import { floorPage } from './floor.mjs'
import { generateEntries } from './generate'
import { writeTable } from './report.mjs'
import { useLanes } from './use-lanes'
import { useStory } from './use-story.mjs'
import { measureVisits } from './visits.mjs'
import { benchCampaign, writeEntries } from './write'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000,100000' },
    runs: { type: 'string', default: '3' },
    parts: { type: 'string', default: 'queries,visits,story,lanes' },
  },
})
const sizes = values.sizes.split(',').map(Number)
const parts = values.parts.split(',')
const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
/** @type {(() => unknown)[]} */
const undo = [() => rmSync(folder, { recursive: true, force: true })]
try {
  await ensureGenerated()
  await ensureBuild()
  const { url, database } = await startInstalled(undo)
  const client = new pg.Client({ connectionString: database })
  client.on('error', () => {})
  await client.connect()
  undo.push(() => client.end().catch(() => {}))
  await client.query(`select set_config('app.operator', 'on', false)`)
  const workspaces = await client.query('select id from workspace')
  const workspace = String(workspaces.rows[0].id)
  /** @type {Record<string, Record<string, unknown>>} */
  const results = {}
  for (const size of sizes) {
    const place = await benchCampaign(client, workspace, `bench-${size}`, `${size} entries`)
    await writeEntries(client, place, generateEntries(size))
    console.log(`${size} entries are written.`)
    results[size] = {}
    if (parts.includes('queries')) results[size].queries = await queries(database, workspace, size)
    if (parts.some((part) => part !== 'queries'))
      await inBrowser(url, client, size, (found) => Object.assign(results[size] ?? {}, found))
    saveResults('timeline', { runs: Number(values.runs), results })
  }
  writeTable(results)
} finally {
  for (const end of undo.reverse()) await end()
}

/**
 * @param {string} database
 * @param {string} workspace
 * @param {number} size
 */
async function queries(database, workspace, size) {
  process.env.DATABASE_URL = database
  process.env.THROUGHLINE_URL ??= 'http://127.0.0.1'
  process.env.THROUGHLINE_SECRET ??= Buffer.alloc(32, 1).toString('base64')
  const { measureQueries } = await import('./queries')
  const { measureLanes } = await import('./lanes')
  const { closeDatabase } = await import('../../server/db')
  if (!undo.includes(closeDatabase)) undo.push(closeDatabase)
  const slug = `bench-${size}`
  const times = [
    ...(await measureQueries(workspace, slug)),
    ...(parts.includes('lanes') ? await measureLanes(workspace, slug) : []),
  ]
  console.table(
    times.map(({ view, ours, bare }) => ({
      view,
      ours: ours.toFixed(1),
      bare: bare.toFixed(1),
      ratio: (ours / bare).toFixed(1),
    })),
  )
  return times
}

/**
 * @param {string} url
 * @param {import('pg').Client} client
 * @param {number} size
 * @param {(found: Record<string, unknown>) => void} note gets each part as it is measured
 */
async function inBrowser(url, client, size, note) {
  const home = `${url}/campaigns/bench-${size}`
  const browser = await launch()
  try {
    const storageState = await signedIn(browser, url)
    if (parts.includes('visits')) {
      const floor = await startFloor(floorPage(await firstEntries(client, size)), size)
      const views = await viewsOf(home, storageState)
      const order = { floor, views, storageState, runs: Number(values.runs) }
      const visits = await measureVisits(browser, order)
      console.table(rounded(visits))
      note({ visits })
    }
    for (const cpu of [1, 4]) {
      const suffix = cpu === 1 ? '' : '4x'
      if (parts.includes('story')) {
        const story = { url: `${home}/story`, storageState, size, cpu }
        const use = await told(() => useStory(browser, story))
        if (use) note({ [`use${suffix}`]: use })
        console.table(rounded({ [`story ${cpu}x`]: use ?? {} }))
      }
      if (parts.includes('lanes')) {
        const lanes = { url: `${home}/lanes`, storageState, cpu }
        const use = await told(() => useLanes(browser, lanes))
        if (use) note({ [`lanes${suffix}`]: use })
        console.table(rounded({ [`lanes ${cpu}x`]: use ?? {} }))
      }
    }
  } finally {
    await browser.close()
  }
}

/**
 * What one part does not get done does not keep the others from being measured.
 *
 * @template T
 * @param {() => Promise<T>} work
 */
async function told(work) {
  try {
    return await work()
  } catch (error) {
    console.error(error)
    process.exitCode = 1
    return undefined
  }
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 */
async function signedIn(browser, url) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('E-mail').fill(member.email)
  await page.getByLabel('Password', { exact: true }).fill(member.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/campaigns/)
  // A visit is one of a browser that has nothing yet: no fonts either.
  await context.clearCookies({ name: 'fonts' })
  const storageState = await context.storageState()
  await context.close()
  return storageState
}

/**
 * @param {import('pg').Client} client
 * @param {number} size
 */
async function firstEntries(client, size) {
  const { rows } = await client.query(
    `select e.title, e.first_day::text as day, e.kind::text as kind, e.place
       from entry e join campaign c on c.id = e.campaign_id and c.slug = $1
      order by e.first_day desc, e.id desc limit 24`,
    [`bench-${size}`],
  )
  return rows
}

/**
 * The views of a campaign; one that this version does not have is not measured.
 *
 * @param {string} home
 * @param {{ cookies: { name: string, value: string }[] }} storageState
 */
async function viewsOf(home, { cookies }) {
  const cookie = cookies.map((one) => `${one.name}=${one.value}`).join('; ')
  /** @type {Record<string, { url: string, entry: string }>} */
  const found = {}
  for (const [name, entry] of Object.entries({
    story: '[data-entry]',
    lanes: 'a[data-mark]',
    calendar: 'main td a',
    map: 'main svg a',
    table: 'main tr[data-entry]',
  })) {
    const answer = await fetch(`${home}/${name}`, { headers: { cookie } })
    await answer.arrayBuffer()
    if (answer.ok) found[name] = { url: `${home}/${name}`, entry }
  }
  return found
}

/**
 * @param {ReturnType<typeof floorPage>} page
 * @param {number} size
 */
async function startFloor({ html, packed }, size) {
  const file = join(folder, `floor-${size}.html`)
  writeFileSync(file, html)
  writeFileSync(`${file}.gz`, packed)
  const port = await freePort()
  const program = join(root, 'bench', 'lib', 'bare-server.mjs')
  const server = spawn(process.execPath, [program, String(port), file, `${file}.gz`])
  undo.push(() => ended(server))
  const address = `http://127.0.0.1:${port}/`
  await answers(address)
  return address
}

/** @param {Record<string, Record<string, number>>} figures */
function rounded(figures) {
  return Object.fromEntries(
    Object.entries(figures).map(([name, all]) => [
      name,
      Object.fromEntries(
        Object.entries(all).map(([figure, value]) => [figure, Number(value.toFixed(1))]),
      ),
    ]),
  )
}
