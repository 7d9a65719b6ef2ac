// npm run bench -- full-disk: fills the disk with the data, a small one of its own in memory, first
// nearly and then to the last byte, so that PostgreSQL finds no place for its log and ends. Pages must
// be read all the while, a save must be told why it was refused, and all must go on by itself when
// there is space. Mounting needs root; without it nothing is measured.
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureBuild, ensureGenerated } from '../scripts/lib/prepare.ts'
import { hiddenFields, send, signIn } from './lib/forms.mjs'
import { member } from './lib/installed.mjs'
import { startSupervised } from './lib/started.mjs'

const MEGABYTE = 1_000_000
const patience = 120_000

const mount = mkdtempSync(join(tmpdir(), 'throughline-disk-'))
/** @type {(() => unknown)[]} */
const undo = [() => rmSync(mount, { recursive: true, force: true })]
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=700m,mode=755', 'tmpfs', mount])
try {
  if (mounted.status === 0) {
    undo.push(() => spawnSync('umount', ['-l', mount]))
    await ensureGenerated()
    await ensureBuild()
    await fill()
  } else console.log('A small disk cannot be mounted without root; nothing was measured.')
} finally {
  for (const end of undo.reverse()) await end()
}

async function fill() {
  const { url, connection, connect, said } = await startSupervised(undo, {
    folder: join(mount, 'data'),
  })
  const cookie = await signIn(url, member)
  const form = `${url}/campaigns/amazon-cut-the-ties/entries/new`
  const opened = await fetch(form, { headers: { cookie } })
  const action = hiddenFields(await opened.text(), 'title').filter(([name]) => name.startsWith('$'))
  const save = async () => {
    const answer = await send(form, { cookie, accept: 'text/html' }, [...action, ...entry()])
    return { status: answer.status, text: await answer.text() }
  }
  const read = async () => {
    const answer = await fetch(`${url}/campaigns/amazon-cut-the-ties`, { headers: { cookie } })
    await answer.arrayBuffer()
    return answer.status
  }
  const ready = async () => (await fetch(`${url}/readyz`)).text()
  /** @type {Record<string, unknown>[]} */
  const rows = []
  /** @param {string} when @param {() => Promise<boolean>} holds */
  const expectThat = async (when, holds) => {
    const began = performance.now()
    const end = Date.now() + patience
    let is = false
    while (!is && Date.now() < end) {
      is = await holds().catch(() => false)
      if (!is) await sleep(100)
    }
    rows.push({
      when,
      holds: is ? 'yes' : 'no',
      'after s': ((performance.now() - began) / 1_000).toFixed(1),
    })
    if (!is) process.exitCode = 1
  }
  const isRefused = async () => {
    const { status, text } = await save()
    return status === 507 && text.includes('The disk is full')
  }
  const isSaved = async () => (await save()).status === 303
  const isRead = async () => (await read()) === 200

  await expectThat('there is space: saved', isSaved)
  const free = () => statfsSync(mount).bavail * statfsSync(mount).bsize
  const filler = join(mount, 'filler')
  writeMuch(filler, free() - 30 * MEGABYTE)
  await expectThat('30 MB are left: a save is told why it is not saved', isRefused)
  await expectThat('30 MB are left: read', isRead)
  await expectThat('30 MB are left: /readyz says it', async () =>
    (await ready()).includes('disk is full'),
  )
  await expectThat('30 MB are left: the log says it', async () =>
    said().includes('The disk is full'),
  )
  rmSync(filler)
  await expectThat('space again: saved', isSaved)

  // Straight to the last byte, and the log needs a new segment: PostgreSQL ends.
  const before = connection().postmaster
  writeMuch(filler, Infinity)
  const client = await connect()
  for (let n = 0; n < 8; n += 1) {
    await client
      .query(`select pg_logical_emit_message(true, 'full', repeat('x', 4000000)), pg_switch_wal()`)
      .catch(() => {})
  }
  await client.end().catch(() => {})
  await expectThat(
    'nothing is left: the database was started again',
    async () => connection().postmaster !== before,
  )
  await expectThat('nothing is left: read', isRead)
  await expectThat('nothing is left: a save is told why it is not saved', isRefused)
  rmSync(filler)
  await expectThat('space again: saved', isSaved)
  await expectThat('space again: read', isRead)
  console.table(rows)
}

function entry() {
  return [
    ...[
      ['kind', 'rally'],
      ['requestKey', randomUUID()],
      ['_another', 'on'],
    ],
    ...[
      ['title', 'Saved on a small disk'],
      ['date', '13 Feb 2026'],
      ['status', 'draft'],
    ],
  ]
}

/**
 * @param {string} path
 * @param {number} bytes as many, or until the disk is full
 */
function writeMuch(path, bytes) {
  const file = openSync(path, 'w')
  let piece = Buffer.alloc(MEGABYTE)
  try {
    for (let written = 0; written < bytes && piece.length > 0;) {
      try {
        written += writeSync(file, piece)
      } catch {
        piece = piece.subarray(0, piece.length >> 1)
      }
    }
  } finally {
    closeSync(file)
  }
}
