// npm run bench -- soak [--minutes 30]: a member and readers of a link use the app for a while. Minute
// by minute: the heap after a collection, resident memory, and open descriptors. It fails where the
// heap or the descriptors of the second half still grow.
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureBuild, ensureGenerated } from '../scripts/lib/prepare.ts'
import { hiddenFields, send, signIn } from './lib/forms.mjs'
import { member, startInstalled } from './lib/installed.mjs'
import { loadEntries } from './lib/load-entries.mjs'

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '30' } } })
const minutes = Number(values.minutes)
/** What may be added in a minute, on the average of the second half, before it is called a leak. */
const most = { heap: 1, descriptors: 1 }

/** @type {(() => unknown)[]} */
const undo = []
try {
  await ensureGenerated()
  await ensureBuild()
  const { url: base, database, cli, app } = await startInstalled(undo, { tellHeap: true })
  await loadEntries(database, 2_000)
  const { url: link } = await cli('share', 'create', '--campaign', 'bench', '--lens', 'public')
  const cookie = await signIn(base, member)
  const use = startUse(base, link, cookie)
  const rows = []
  for (let minute = 1; minute <= minutes; minute += 1) {
    await sleep(60_000)
    const pid = Number(app.pid)
    rows.push({
      minute,
      requests: use.count(),
      'heap MB': Math.round((await heapOf(app)) / 1e5) / 10,
      'resident MB': residentOf(pid),
      descriptors: readdirSync(`/proc/${pid}/fd`).length,
      failures: use.failures(),
    })
    console.log(JSON.stringify(rows.at(-1)))
  }
  await use.stop()
  console.table(rows)
  const half = rows.slice(Math.floor(rows.length / 2))
  const slopes = {
    heap: slope(half.map((row) => row['heap MB'])),
    resident: slope(half.map((row) => row['resident MB'])),
    descriptors: slope(half.map((row) => row.descriptors)),
  }
  console.log(
    `Second half, by minute: heap ${slopes.heap.toFixed(2)} MB, resident ${slopes.resident.toFixed(2)} MB, descriptors ${slopes.descriptors.toFixed(2)}.`,
  )
  if (slopes.heap > most.heap || slopes.descriptors > most.descriptors) process.exitCode = 1
} finally {
  for (const end of undo.reverse()) await end()
}

/**
 * Opens pages one after the other, and saves an entry now and then.
 *
 * @param {string} base
 * @param {string} link
 * @param {string} cookie
 */
function startUse(base, link, cookie) {
  const paths = ['', '/lanes', '/calendar', '/map', '/table', '/demands', '/plots', '/shares']
  let [count, failures, isOver] = [0, 0, false]
  const open = async (address, headers = {}) => {
    const answer = await fetch(address, { headers })
    await answer.arrayBuffer()
    count += 1
    if (answer.status >= 500) failures += 1
  }
  const organizer = async () => {
    const form = `${base}/campaigns/bench/entries/new`
    const page = await fetch(form, { headers: { cookie } })
    const hidden = hiddenFields(await page.text(), 'title').filter(([name]) => name.startsWith('$'))
    for (let n = 0; !isOver; n += 1) {
      await open(`${base}/campaigns/bench${paths[n % paths.length]}`, { cookie })
      if (n % 20 !== 0) continue
      const fields = [
        ['kind', 'rally'],
        ['requestKey', randomUUID()],
        // It is meant, although there is one like it.
        ['_another', 'on'],
        ['title', `Soak ${n}`],
        ['date', '13 Feb 2026'],
        ['status', 'draft'],
      ]
      const saved = await send(form, { cookie }, [...hidden, ...fields])
      await saved.arrayBuffer()
      if (saved.status !== 303) failures += 1
    }
  }
  const reader = async (/** @type {number} */ number) => {
    for (let n = 0; !isOver; n += 1) {
      await open(n % 5 === 0 ? `${link}?q=gate+${(number + n) % 50}` : link)
      await sleep(50)
    }
  }
  const all = Promise.all([organizer(), reader(1), reader(2)])
  return {
    count: () => count,
    failures: () => failures,
    stop: async () => {
      isOver = true
      await all
    },
  }
}

/**
 * The bytes of a process's heap that are in use after a collection.
 *
 * @param {import('node:child_process').ChildProcess} app
 * @returns {Promise<number>}
 */
function heapOf(app) {
  return new Promise((resolve) => {
    const listen = (/** @type {{ heapUsed?: number }} */ message) => {
      if (message?.heapUsed === undefined) return
      app.off('message', listen)
      resolve(message.heapUsed)
    }
    app.on('message', listen)
    app.send('heap')
  })
}

/** @param {number} pid */
function residentOf(pid) {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}

/**
 * How much a number grows from one to the next, by least squares.
 *
 * @param {number[]} numbers
 */
function slope(numbers) {
  const n = numbers.length
  if (n < 2) return 0
  const middle = (n - 1) / 2
  const mean = numbers.reduce((sum, one) => sum + one, 0) / n
  const along = numbers.reduce((sum, one, x) => sum + (x - middle) * (one - mean), 0)
  const across = numbers.reduce((sum, _, x) => sum + (x - middle) ** 2, 0)
  return along / across
}
