// npm run bench -- shares: what a share of 100 entries costs to serve, beside the same bytes from
// a bare server of Node and from nginx, in one run. Writes bench/results/shares.json.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { root } from '../scripts/lib/paths.ts'
import { freePort } from '../scripts/lib/ports.ts'
import { ensureBuild, ensureClient } from '../scripts/lib/prepare.ts'
import { answers } from './lib/answers.mjs'
import { ended, startInstalled } from './lib/installed.mjs'
import { hasWrk, load, pinned } from './lib/load.mjs'
import { nginxCommand } from './lib/nginx.mjs'
import { saveResults } from './lib/save-results.mjs'

const entries = 100
const seconds = 3
const rounds = 3
const hasNginx = spawnSync('nginx', ['-v']).error === undefined
const gzip = { 'Accept-Encoding': 'gzip' }

const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
/** @type {(() => unknown)[]} */
const undo = [() => rmSync(folder, { recursive: true, force: true })]
try {
  await ensureClient()
  await ensureBuild()
  const { link, workspace, database } = await startApp()
  const page = await readPage(link)
  const ports = { bare: await freePort(), fixed: await freePort(), front: await freePort() }
  await startOthers(new URL(link).host, page, ports)
  const path = new URL(link).pathname
  const servers = {
    bare: `http://127.0.0.1:${ports.bare}/`,
    throughline: link,
    ...(hasNginx && {
      nginxStatic: `http://127.0.0.1:${ports.fixed}/index.html`,
      nginxFront: `http://127.0.0.1:${ports.front}${path}`,
    }),
  }
  const measured = await measure(servers, new URL(link).host)
  const firstRenderMs = await timeFirstRender(link, workspace, database)
  report({ ...page, firstRenderMs }, measured)
} finally {
  for (const end of undo.reverse()) await end()
}

/** The app on one core, with a link to a campaign of as many entries as we want. */
async function startApp() {
  const { database: url, cluster, cli } = await startInstalled(undo, { core: 0 })
  await cli('sample')
  const [{ slug }] = await cli('campaign', 'list')
  const database = new pg.Client({ connectionString: url })
  database.on('error', () => {})
  await database.connect()
  undo.push(() => database.end().catch(() => {}))
  const workspace = await fill(cluster, slug)
  const { url: link } = await cli('share', 'create', '--campaign', slug)
  return { link, workspace, database }
}

/**
 * Adds entries like those of the other benches: a title, two sentences, a place.
 *
 * @param {import('../scripts/lib/cluster.ts').Cluster} cluster
 * @param {string} slug
 */
async function fill({ port, password }, slug) {
  const client = new pg.Client({
    ...{ host: '127.0.0.1', port, user: 'postgres', password, database: 'bench' },
  })
  await client.connect()
  try {
    const { rows } = await client.query(
      `insert into entry (workspace_id, id, campaign_id, kind, lane, status, title, summary, edtf,
                          first_day, last_day, place, details)
       select c.workspace_id, gen_random_uuid(), c.id,
              (array['rally', 'march', 'news', 'statement']::entry_kind[])[n % 4 + 1], 'action',
              'published', 'Workers number ' || n || ' meet at the gate',
              'About ' || 20 + n * 7 % 400 || ' people came to gate ' || n % 9 || '. They asked for '
                || (array['a contract', 'safer shifts', 'their names back', 'an answer'])[n % 4 + 1]
                || ' before the month was over.',
              day::text, day, day, (array['Seattle', 'Oakland', 'Chicago'])[n % 3 + 1], '{}'
         from campaign c, generate_series(1, $2 - (select count(*)::int from entry)) n,
              lateral (select date '2016-01-01' + n * 36 as day) d
        where c.slug = $1
       returning workspace_id`,
      [slug, entries],
    )
    return String(rows[0].workspace_id)
  } finally {
    await client.end()
  }
}

/** @param {string} link */
async function readPage(link) {
  const html = Buffer.from(await (await fetch(link)).arrayBuffer())
  const sheets = [...html.toString().matchAll(/<link[^>]+href="(\/[^"]+\.css)"/g)]
  const styles = await Promise.all(
    sheets.map(async ([, href = '']) => (await fetch(new URL(href, link))).arrayBuffer()),
  )
  const styleBytes = styles.reduce((sum, it) => sum + gzipSync(Buffer.from(it)).length, 0)
  const packed = gzipSync(html, { level: 9 })
  return {
    html,
    packed,
    plainBytes: html.length,
    gzipBytes: packed.length,
    styleBytes,
    scripts: html.toString().split('<script').length - 1,
  }
}

/**
 * @param {string} app
 * @param {{ html: Buffer, packed: Buffer }} page
 * @param {{ bare: number, fixed: number, front: number }} ports
 */
async function startOthers(app, { html, packed }, { bare, fixed, front }) {
  mkdirSync(join(folder, 'static'))
  const file = join(folder, 'static', 'index.html')
  writeFileSync(file, html)
  writeFileSync(`${file}.gz`, packed)
  const commands = [
    [
      process.execPath,
      join(root, 'bench', 'lib', 'bare-server.mjs'),
      `${bare}`,
      file,
      `${file}.gz`,
    ],
    ...(hasNginx ? [nginxCommand(folder, { app, fixed, front })] : []),
  ]
  for (const command of commands) {
    const child = spawn(...pinned(0, command), { stdio: ['ignore', 'inherit', 'inherit'] })
    undo.push(() => ended(child))
  }
  for (const port of hasNginx ? [bare, fixed, front] : [bare])
    await answers(`http://127.0.0.1:${port}/`)
}

/**
 * In turns, so that what else the machine does falls on all alike; the best round counts.
 *
 * @param {Record<string, string>} servers
 * @param {string} host of the link
 */
async function measure(servers, host) {
  /** @type {Record<string, Record<string, { perSecond: number, p99: number, errors: number }>>} */
  const best = {}
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, url] of Object.entries(servers)) {
      const own = name === 'nginxFront' ? { Host: host } : {}
      const answer = await fetch(name === 'nginxFront' ? (servers.throughline ?? url) : url)
      const known = { 'If-None-Match': answer.headers.get('etag') ?? '' }
      await answer.arrayBuffer()
      for (const [form, headers] of Object.entries({ plain: {}, gzip, unchanged: known })) {
        const result = await load(url, { ...own, ...headers }, seconds)
        const before = best[name]?.[form]
        if (before && before.perSecond > result.perSecond) continue
        best[name] = { ...best[name], [form]: result }
      }
    }
  }
  return best
}

/**
 * The time of the request that renders the page anew after a change, in ms: the median of many.
 *
 * @param {string} link
 * @param {string} workspace
 * @param {import('pg').Client} database
 */
async function timeFirstRender(link, workspace, database) {
  const times = []
  let { etag } = await timedRead(link)
  for (let n = 0; n < 21; n += 1) {
    const id = pg.escapeLiteral(workspace)
    await database.query(
      `begin; set local app.workspace_id = ${id};
       update campaign set title = 'The ties, cut ${n}' where workspace_id = ${id};
       select pg_notify('record_changed', ${id}); commit`,
    )
    // Until the server has heard of the change, it answers from memory with the page as it was.
    let read = await timedRead(link)
    while (read.etag === etag) read = await timedRead(link)
    times.push(read.ms)
    etag = read.etag
  }
  return times.sort((a, b) => a - b)[10] ?? 0
}

/** @param {string} link */
async function timedRead(link) {
  const begin = performance.now()
  const answer = await fetch(link)
  await answer.arrayBuffer()
  return { ms: performance.now() - begin, etag: answer.headers.get('etag') }
}

/** @typedef {Awaited<ReturnType<typeof readPage>> & { firstRenderMs: number }} Figures */

/**
 * @param {Figures} figures
 * @param {Awaited<ReturnType<typeof measure>>} measured
 */
function report(figures, measured) {
  const { bare, throughline, nginxStatic, nginxFront } = measured
  const ratio = (a, b, form) => (a && b ? a[form].perSecond / b[form].perSecond : null)
  const weight = (figures.gzipBytes + figures.styleBytes) / 1024
  /** @type {[string, number | null, string, (value: number) => boolean][]} */
  const bars = [
    ['gzip, of bare Node', ratio(throughline, bare, 'gzip'), '≥ 0.5', (value) => value >= 0.5],
    ['304, of bare Node', ratio(throughline, bare, 'unchanged'), '≥ 0.5', (value) => value >= 0.5],
    ['p99 of gzip, ms', throughline?.gzip?.p99 ?? null, '≤ 25', (value) => value <= 25],
    ['page and style, gzip KB', weight, '≤ 12', (value) => value <= 12],
    ['script tags', figures.scripts, '0', (value) => value === 0],
    ['first render, ms', figures.firstRenderMs, '≤ 60', (value) => value <= 60],
    [
      'nginx before us, of nginx static, gzip',
      ratio(nginxFront, nginxStatic, 'gzip'),
      '≥ 0.8',
      (value) => value >= 0.8,
    ],
  ]
  console.table(
    Object.entries(measured).flatMap(([server, forms]) =>
      Object.entries(forms).map(([form, figures]) => ({ server, form, ...figures })),
    ),
  )
  console.table(
    bars.map(([figure, value, bar, holds]) => ({
      figure,
      value: value === null ? 'not measured' : Number(value.toFixed(2)),
      bar,
      holds: value === null ? '-' : holds(value),
    })),
  )
  saveResults('shares', {
    tool: hasWrk ? 'wrk -t1 -c64' : 'Node, 64 connections',
    entries,
    page: { ...figures, html: undefined, packed: undefined },
    measured,
    bars: Object.fromEntries(bars.map(([name, value, bar]) => [name, { value, bar }])),
  })
}
