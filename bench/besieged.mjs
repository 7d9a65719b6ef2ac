// npm run bench -- besieged [--entries 10000]: how long a member waits for a page while one machine
// without an account asks for what is costly: files of a calendar, searches, made-up links, sign-ins.
// Beside each attack stands the quiet figure; the bar is one second. Exit code 1 where one is missed.
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { ensureBuild, ensureGenerated } from '../scripts/lib/prepare.ts'
import { hiddenFields, signIn } from './lib/forms.mjs'
import { member, startInstalled } from './lib/installed.mjs'
import { loadEntries } from './lib/load-entries.mjs'

const { values } = parseArgs({ options: { entries: { type: 'string', default: '10000' } } })
const entries = Number(values.entries)
const bar = 1_000
/** A member opens so many pages at least, and as many more as an attack lasts. */
const fewest = 40
const longest = 30_000

/** @type {(() => unknown)[]} */
const undo = []
try {
  await ensureGenerated()
  await ensureBuild()
  const { url: base, database, cli } = await startInstalled(undo)
  await loadEntries(database, entries)
  const { url: link } = await cli('share', 'create', '--campaign', 'bench', '--lens', 'public')
  const cookie = await signIn(base, member)
  const page = () => open(`${base}/campaigns/bench`, cookie)
  // What is done once after a start is not what is measured.
  for (let n = 0; n < 5; n += 1) await page()
  await (await fetch(link)).arrayBuffer()

  const quiet = await watch(page, Promise.resolve())
  const rows = [row('quiet', quiet, quiet)]
  for (const [name, requests] of await attacks(base, link)) {
    const attack = inThread(requests)
    const under = await watch(page, attack)
    rows.push(row(name, under, quiet, await attack))
  }
  console.log(`\n${entries} entries; a member's page, in ms; the bar is ${bar} ms`)
  console.table(rows)
  if (rows.some((one) => one['within the bar'] === 'no')) process.exitCode = 1
} finally {
  for (const end of undo.reverse()) await end()
}

/**
 * @param {string} base
 * @param {string} link
 * @returns {Promise<[string, import('./lib/attack.mjs').Request[]][]>}
 */
async function attacks(base, link) {
  const form = await fetch(`${base}/sign-in`)
  const hidden = hiddenFields(await form.text(), 'password')
  const times = (n, one) => Array.from({ length: n }, (_, index) => one(index))
  const falseSignIn = (n) => ({
    url: `${base}/sign-in`,
    fields: [
      ...hidden,
      ['email', `somebody-${n % 60}@example.org`],
      ['password', `not the password ${n}`],
    ],
  })
  // From one day on each, so that no answer can be taken from memory for another.
  const day = (n) => `2001-01-${String(n + 1).padStart(2, '0')}`
  return [
    ['6 calendar.ics?from=', times(6, (n) => ({ url: `${link}/calendar.ics?from=${day(n)}` }))],
    ['12 searches', times(12, (n) => ({ url: `${link}?q=gate+${n}` }))],
    ['40 made-up links', times(40, () => ({ url: `${base}/s/${madeUp()}` }))],
    ['40 false sign-ins', times(40, falseSignIn)],
    ['200 false sign-ins', times(200, falseSignIn)],
  ]
}

/**
 * @param {import('./lib/attack.mjs').Request[]} requests
 * @returns {Promise<number[]>} the statuses with which they were answered
 */
function inThread(requests) {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./lib/attack.mjs', import.meta.url), {
      workerData: requests,
      execArgv: [],
    })
    thread.once('message', resolve)
    thread.once('error', reject)
  })
}

/** A token of the right form that no link has. */
function madeUp() {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz'
  return Array.from(randomBytes(26), (byte) => letters[byte % 32]).join('')
}

/**
 * @param {string} address
 * @param {string} cookie
 */
async function open(address, cookie) {
  const answer = await fetch(address, { headers: { cookie }, redirect: 'manual' })
  await answer.arrayBuffer()
  return answer.status
}

/**
 * Opens a page again and again, at least until something is over.
 *
 * @param {() => Promise<number>} page
 * @param {Promise<unknown>} over
 */
async function watch(page, over) {
  let isOver = false
  void over.then(() => (isOver = true))
  /** @type {number[]} */
  const times = []
  let failures = 0
  const begin = performance.now()
  while ((!isOver && performance.now() - begin < longest) || times.length < fewest) {
    const began = performance.now()
    if ((await page()) !== 200) failures += 1
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { times, failures, seconds: (performance.now() - begin) / 1_000 }
}

/**
 * @param {string} name
 * @param {Awaited<ReturnType<typeof watch>>} under
 * @param {Awaited<ReturnType<typeof watch>>} quiet
 * @param {number[]} [statuses] with which the attack was answered
 */
function row(name, under, quiet, statuses = []) {
  const p95 = percentile(under.times, 0.95)
  const counted = countsOf(statuses)
  return {
    'while there is': name,
    pages: under.times.length,
    median: Math.round(percentile(under.times, 0.5)),
    p95: Math.round(p95),
    slowest: Math.round(under.times.at(-1) ?? 0),
    'p95 to quiet': (p95 / percentile(quiet.times, 0.95)).toFixed(1),
    'not answered': under.failures,
    'within the bar': p95 <= bar && under.failures === 0 ? 'yes' : 'no',
    'answers to it': [...counted].map(([status, count]) => `${count} × ${status}`).join(', '),
  }
}

/**
 * @param {number[]} sorted
 * @param {number} part
 */
function percentile(sorted, part) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

/** @param {number[]} statuses */
function countsOf(statuses) {
  /** @type {Map<number | string, number>} */
  const counts = new Map()
  for (const status of statuses) {
    const key = status || 'cut'
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
