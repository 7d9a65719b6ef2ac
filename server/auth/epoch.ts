import 'server-only'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { listWorkspacesForOperator } from './operator'
import { systemViewer } from './viewers'
import { atThreshold, withViewer, type Tx } from '../db'
import { env } from '../env'

const FILE = 'epoch'
const EVERY_MS = 60_000
const AGAIN_MS = 2_000

/**
 * Writes the count of ends and withdrawals down beside the key, as the transaction leaves it. What
 * ends a link or withdraws a consent does this last: if the database then fails to commit, links are
 * paused once for nothing, and never revived.
 */
export async function rememberEpoch(tx: Tx): Promise<void> {
  const { count } = await countIn(tx)
  const known = remembered()
  if (known === null || known < count) write(count)
  await tx.$executeRaw`update epoch set remembered = true where not remembered`
}

/**
 * Compares the database with the count beside the key. An older database than the one that was
 * known last, such as a restored copy, would revive links that were ended and names that were
 * withdrawn: all links are paused then, until an owner has looked.
 *
 * @returns whether they were paused.
 */
export async function checkEpoch(now = new Date()): Promise<boolean> {
  const known = remembered()
  const { count, remembered: isRemembered } = await atThreshold({}, countIn)
  const isOlder = known === null ? isRemembered : count < known
  if (isOlder) {
    for (const { id } of await listWorkspacesForOperator())
      await withViewer(systemViewer(id), (tx) =>
        tx.shareLink.updateMany({ where: { pausedAt: null }, data: { pausedAt: now } }),
      )
    if (known !== null)
      await atThreshold({}, (tx) => tx.$executeRaw`update epoch set count = ${known}`)
  }
  await atThreshold({}, rememberEpoch)
  return isOlder
}

// Next loads modules apart for its start and for its routes.
const shared = globalThis as typeof globalThis & { throughlineEpoch?: 'unchecked' | 'checked' }

/**
 * Checks at the start, again and again while the database is away, and then writes down every
 * minute what was counted in other ways. No link opens before it is checked.
 */
export async function startEpoch(): Promise<void> {
  shared.throughlineEpoch = 'unchecked'
  try {
    if (await checkEpoch()) {
      console.error(
        'This database is older than the one that ran here last. All links are paused until an owner has looked at them, under Shares.',
      )
    }
    shared.throughlineEpoch = 'checked'
  } catch (error) {
    console.error('No link opens until the database can be reached.', error)
    setTimeout(() => void startEpoch(), AGAIN_MS).unref()
    return
  }
  setInterval(() => {
    atThreshold({}, rememberEpoch).catch((error: unknown) => {
      console.error('The epoch could not be written down; it is tried again in a minute.', error)
    })
  }, EVERY_MS).unref()
}

/**
 * Lets nobody open a link while it is not known whether links must be paused.
 *
 * @throws Error until then.
 */
export function requireEpoch(): void {
  if (shared.throughlineEpoch === 'unchecked')
    throw new Error('It is not known yet whether this database is an older copy.')
}

async function countIn(tx: Tx): Promise<{ count: bigint; remembered: boolean }> {
  const [row] = await tx.$queryRaw<{ count: bigint; remembered: boolean }[]>`
    select count, remembered from epoch`
  return row ?? { count: 0n, remembered: false }
}

function remembered(): bigint | null {
  try {
    const text = readFileSync(join(env().dataFolder, FILE), 'utf8').trim()
    return /^\d{1,18}$/.test(text) ? BigInt(text) : null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

// Whole or not at all, also when the machine stops in the middle.
function write(count: bigint): void {
  const folder = env().dataFolder
  mkdirSync(folder, { recursive: true })
  const path = join(folder, FILE)
  // Several processes may write at the same time.
  const unfinished = `${path}.${process.pid}`
  const file = openSync(unfinished, 'w', 0o600)
  try {
    writeSync(file, `${count}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, path)
}
