// npm run bench -- archive: what archiving the log of the database costs those who write. The same
// writers commit with and without an archiver beside them, in turns, on a database that syncs to disk.
// It archives six times as often here as the app does, so that each turn has some of it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Archiver } from '../scripts/lib/archive/archiver'
import { startCluster } from '../scripts/lib/cluster'
import { enterable } from '../scripts/lib/data-folder'

const writers = 16
const seconds = 6
const turns = 3
const every = 5_000

const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
enterable(folder)
const cluster = await startCluster(folder)
const { port, password } = cluster
const pool = new pg.Pool({
  ...{ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' },
  max: writers,
})

async function commitsPerSecond(): Promise<number> {
  const begin = performance.now()
  const end = begin + seconds * 1_000
  let commits = 0
  const write = async () => {
    while (performance.now() < end) {
      await pool.query('insert into saved (words) values ($1)', ['words of an entry '.repeat(30)])
      commits += 1
    }
  }
  await Promise.all(Array.from({ length: writers }, write))
  return commits / ((performance.now() - begin) / 1_000)
}

const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0

try {
  await pool.query('create table saved (id bigserial primary key, words text)')
  await commitsPerSecond()
  const archiver = new Archiver({
    ...{ port, password, dataFolder: folder, keyCheck: '', say: console.error },
    settings: { folder: join(folder, 'archive'), days: 3, bytes: 4e9 },
  })
  const rates: Record<'without' | 'with' | 'base', number[]> = { without: [], with: [], base: [] }
  for (let turn = 0; turn < turns; turn++) {
    rates.without.push(await commitsPerSecond())
    let isOn = true
    const archiving = (async () => {
      while (isOn) {
        await archiver.step()
        await sleep(every)
      }
    })()
    // The first one of all copies the database too.
    const rate = await commitsPerSecond()
    isOn = false
    rates[turn === 0 ? 'base' : 'with'].push(rate)
    await archiving
  }
  await archiver.end()
  const without = median(rates.without)
  const line = (name: string, rate: number) =>
    console.log(
      `${name.padEnd(34)} ${rate.toFixed(0).padStart(7)} commits/s ${(rate / without).toFixed(2).padStart(6)}`,
    )
  line('without an archive', without)
  line('archived', median(rates.with))
  line('while a base backup is made', median(rates.base))
} finally {
  await pool.end()
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
