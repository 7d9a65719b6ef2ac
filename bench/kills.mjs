// npm run bench -- kills [--times 10] [--writers 10] [--control]: ten writers save entries while the
// app and the database are killed without a warning, in turns. Afterwards every save that was
// acknowledged must be there once and whole. With --control the database acknowledges what it has not
// written down (synchronous_commit=off); then something must be lost, or the bench proves nothing.
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureBuild, ensureGenerated } from '../scripts/lib/prepare.ts'
import { hiddenFields, send, signIn } from './lib/forms.mjs'
import { member } from './lib/installed.mjs'
import { startSupervised } from './lib/started.mjs'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '10' },
    writers: { type: 'string', default: '10' },
    control: { type: 'boolean', default: false },
  },
})
const times = Number(values.times)
/** Longer than what the supervisor takes for a recovery, so that each kill is a first one. */
const between = 11_000
const patience = 120_000
const bar = 5

/** @typedef {{ title: string, acknowledged: boolean }} Save */
/** @type {(() => unknown)[]} */
const undo = []
try {
  await ensureGenerated()
  await ensureBuild()
  const throughline = await startSupervised(undo)
  const { url, connect, connection } = throughline
  if (values.control) await forget(await connect())
  const writers = await startWriters(url, Number(values.writers))
  const rows = []
  /** @param {string} part */
  const pidsOf = (part) => (part === 'app' ? connection().apps : [connection().postmaster])
  for (const part of ['app', 'postmaster']) {
    /** @type {number[]} */
    const seconds = []
    for (let n = 0; n < times; n += 1) {
      await sleep(between)
      const before = pidsOf(part)
      const killed = performance.now()
      const helpers = part === 'app' ? [] : before.flatMap(childrenOf)
      for (const pid of [...before, ...helpers]) kill(pid)
      // Until a save is acknowledged that was sent afterwards.
      const isBack = () => pidsOf(part).every((/** @type {number} */ pid) => !before.includes(pid))
      await until(() => isBack() && writers.lastBegun() > killed)
      seconds.push((performance.now() - killed) / 1_000)
      console.log(
        `${part} killed, ${n + 1} of ${times}; saves went on after ${seconds.at(-1)?.toFixed(1)} s`,
      )
    }
    rows.push({ part, seconds })
  }
  const saves = await writers.stop()
  report(rows, saves, await judge(await connect(), saves))
} finally {
  for (const end of undo.reverse()) await end()
}

/** @param {import('pg').Client} client */
async function forget(client) {
  await client.query('alter system set synchronous_commit = off')
  await client.query(`alter system set wal_writer_delay = '10s'`)
  await client.query('select pg_reload_conf()')
  await client.end()
}

/**
 * Each saves one entry after the other. What is not acknowledged is sent again with the same key, as
 * the form does.
 *
 * @param {string} url
 * @param {number} count
 */
async function startWriters(url, count) {
  const cookie = await signIn(url, member)
  const form = `${url}/campaigns/amazon-cut-the-ties/entries/new`
  const page = await fetch(form, { headers: { cookie } })
  const action = hiddenFields(await page.text(), 'title').filter(([name]) => name.startsWith('$'))
  /** @type {Save[]} */
  const saves = []
  let acknowledged = 0
  /** When the latest of the acknowledged saves was sent. */
  let lastBegun = 0
  let isOver = false
  const writer = async (/** @type {number} */ number) => {
    for (let n = 0; !isOver; n += 1) {
      const save = { title: `Save ${n} of writer ${number}`, acknowledged: false }
      saves.push(save)
      const requestKey = randomUUID()
      while (!save.acknowledged) {
        const began = performance.now()
        save.acknowledged = await saveOnce(form, cookie, [
          ...action,
          ...fields(save.title, requestKey),
        ])
        if (save.acknowledged) {
          acknowledged += 1
          lastBegun = Math.max(lastBegun, began)
        }
        if (!save.acknowledged && isOver) return
        if (!save.acknowledged) await sleep(200)
      }
    }
  }
  const all = Array.from({ length: count }, (_, number) => writer(number))
  await until(() => acknowledged > count)
  return {
    lastBegun: () => lastBegun,
    stop: async () => {
      isOver = true
      await Promise.all(all)
      return saves
    },
  }
}

async function saveOnce(form, cookie, fields) {
  try {
    const answer = await send(form, { cookie }, fields)
    await answer.arrayBuffer()
    // It leads on, but not to the sign-in.
    return answer.status === 303 && !answer.headers.get('location')?.includes('/sign-in')
  } catch {
    return false
  }
}

/**
 * @param {string} title
 * @param {string} requestKey
 * @returns {[string, string][]}
 */
function fields(title, requestKey) {
  return [
    ['kind', 'rally'],
    ['requestKey', requestKey],
    ['_another', 'on'],
    ['title', title],
    ['summary', 'What the speaker said'],
    ['date', '13 Feb 2026'],
    ['participants', 'Workers'],
    ['status', 'draft'],
    ['appearances.0.name', 'Maren Costa'],
    ['appearances.0.role', 'speaker'],
    ['appearances.0.quotes.0.text', 'We go on.'],
    ['appearances.0.quotes.0.source', 'own'],
    ['citations.0.title', 'Own notes'],
  ]
}

/** @param {number} pid */
function childrenOf(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', `${pid}`], { encoding: 'utf8' })
  return stdout.split(/\s+/).filter(Boolean).map(Number)
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

async function until(condition) {
  const end = Date.now() + patience
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Nothing was saved for ${patience / 1_000} s.`)
    await sleep(20)
  }
}

/**
 * What the database has of the saves.
 *
 * @param {import('pg').Client} client
 * @param {Save[]} saves
 */
async function judge(client, saves) {
  const { rows } = await client.query(
    `select e.title, count(*)::int as copies,
            bool_and(exists (select from quote q join appearance a on a.id = q.appearance_id
                           where a.entry_id = e.id)
                 and exists (select from citation c where c.entry_id = e.id)
                 and exists (select from revision r where r.record_id = e.id)
                 and exists (select from audit_event a where a.record_id = e.id)) as whole
       from entry e where e.title like 'Save % of writer %' group by e.title`,
  )
  await client.end()
  const stored = new Map(rows.map((row) => [row.title, row]))
  return {
    lost: saves.filter(({ title, acknowledged }) => acknowledged && !stored.has(title)).length,
    half: rows.filter(({ whole }) => !whole).length,
    doubled: rows.filter(({ copies }) => copies > 1).length,
  }
}

function report(rows, saves, { lost, half, doubled }) {
  const acknowledged = saves.filter((save) => save.acknowledged).length
  console.table(
    rows.map(({ part, seconds }) => {
      const sorted = [...seconds].sort((a, b) => a - b)
      return {
        killed: part === 'app' ? 'app' : 'database',
        times: seconds.length,
        'median s until saves go on': sorted[Math.floor(sorted.length / 2)]?.toFixed(1),
        'longest s': sorted.at(-1)?.toFixed(1),
        [`within ${bar} s`]: sorted.filter((one) => one <= bar).length,
      }
    }),
  )
  console.table([{ writers: values.writers, acknowledged, lost, half, doubled }])
  if (values.control) {
    if (lost === 0) console.error('The control lost nothing, so this bench would not see a loss.')
    process.exitCode = lost === 0 ? 1 : 0
  } else if (lost + half + doubled > 0) process.exitCode = 1
}
