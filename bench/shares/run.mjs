// npm run bench -- shares: what a share of 100 entries costs to serve, beside the same bytes from
// a bare server of Node and from nginx, in one run; what it costs to make, also of 10,000; and what a
// phone sees of it. Writes bench/results/shares.json.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { root } from '../../scripts/lib/paths.ts'
import { freePort } from '../../scripts/lib/ports.ts'
import { ensureBuild, ensureGenerated } from '../../scripts/lib/prepare.ts'
import { answers } from '../lib/answers.mjs'
import { ended, startInstalled } from '../lib/installed.mjs'
import { hasWrk, load, pinned } from '../lib/load.mjs'
import { nginxCommand } from '../lib/nginx.mjs'
import { saveResults } from '../lib/save-results.mjs'
import { floorPage } from '../timeline/floor.mjs'
import { visitByPhone } from './phone.mjs'
import { fill, timeChanges } from './record.mjs'

const entries = 100
const many = 10_000
const seconds = 3
const rounds = 3
const hasNginx = spawnSync('nginx', ['-v']).error === undefined
const gzip = { 'Accept-Encoding': 'gzip' }

const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
/** @type {(() => unknown)[]} */
const undo = [() => rmSync(folder, { recursive: true, force: true })]
try {
  await ensureGenerated()
  await ensureBuild()
  const { link, slug, cluster, database } = await startApp()
  const workspace = await fill(cluster, slug, entries)
  const page = await readPage(link)
  const ports = { bare: await freePort(), fixed: await freePort(), front: await freePort() }
  const floor = await freePort()
  await startOthers(new URL(link).host, page, ports)
  await startBare('floor', floor, floorPage(await newest(database)))
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
  const record = { workspace, database }
  const made = await timeChanges(link, record)
  const card = await timeChanges(`${link}/card.png`, record)
  const seen = await visitByPhone(link, `http://127.0.0.1:${floor}/`)
  await fill(cluster, slug, many)
  const large = await timeChanges(link, record)
  report({ ...page, made, card, seen, large }, measured)
} finally {
  for (const end of undo.reverse()) await end()
}

/** The app on one core, with a link to its sample. */
async function startApp() {
  const { database: url, cluster, cli } = await startInstalled(undo, { core: 0 })
  await cli('sample')
  const [{ slug }] = await cli('campaign', 'list')
  const database = new pg.Client({ connectionString: url })
  database.on('error', () => {})
  await database.connect()
  undo.push(() => database.end().catch(() => {}))
  await database.query(`select set_config('app.operator', 'on', false)`)
  const { url: link } = await cli('share', 'create', '--campaign', slug)
  return { link, slug, cluster, database }
}

/** @param {import('pg').Client} database */
async function newest(database) {
  const { rows } = await database.query(
    `select title, first_day::text as day, kind::text as kind, place from entry
      order by first_day desc, id desc limit 24`,
  )
  return rows
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
async function startOthers(app, page, { bare, fixed, front }) {
  mkdirSync(join(folder, 'static'))
  await startBare(join('static', 'index'), bare, page)
  if (!hasNginx) return
  startBeside(nginxCommand(folder, { app, fixed, front }))
  for (const port of [fixed, front]) await answers(`http://127.0.0.1:${port}/`)
}

/**
 * @param {string} name
 * @param {number} port
 * @param {{ html: Buffer, packed: Buffer }} page
 */
async function startBare(name, port, { html, packed }) {
  const file = join(folder, `${name}.html`)
  writeFileSync(file, html)
  writeFileSync(`${file}.gz`, packed)
  const program = join(root, 'bench', 'lib', 'bare-server.mjs')
  startBeside([process.execPath, program, `${port}`, file, `${file}.gz`])
  await answers(`http://127.0.0.1:${port}/`)
}

/** @param {string[]} command */
function startBeside(command) {
  const child = spawn(...pinned(0, command), { stdio: ['ignore', 'inherit', 'inherit'] })
  undo.push(() => ended(child))
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
 * @typedef {Awaited<ReturnType<typeof timeChanges>>} Times
 * @typedef {Awaited<ReturnType<typeof readPage>> & { made: Times, card: Times, large: Times,
 *   seen: Awaited<ReturnType<typeof visitByPhone>> }} Figures
 */

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
    ['first render, ms', figures.made.first.ended, '≤ 60', (value) => value <= 60],
    ['10,000: first bytes after a change, ms', figures.large.first.begun, '≤ 30', (it) => it <= 30],
    ['10,000: first bytes again, ms', figures.large.again.begun, '≤ 30', (it) => it <= 30],
    ['card after a change, ms', figures.card.first.ended, '≤ 150', (value) => value <= 150],
    ['card again, ms', figures.card.again.ended, '≤ 5', (value) => value <= 5],
    ['fonts, KB', figures.seen.fonts / 1024, '≤ 60', (value) => value <= 60],
    ['first paint by phone, of the floor', figures.seen.paint, '≤ 1.5', (value) => value <= 1.5],
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
