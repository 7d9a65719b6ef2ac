import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Two of PostgreSQL's WAL segments, and as much again for what recovery writes. */
const size = 64_000_000
/** With less than this free, space is left for what people save. */
const enough = 4 * size

const fileIn = (folder: string) => join(folder, 'reserve')

/**
 * Keeps some space of the data folder's disk in hand, in a file that means nothing. A database that
 * ended on a full disk needs space to start again, and so to be read.
 *
 * @param options freeBytes: for tests
 */
export function keepReserve(folder: string, { freeBytes = freeIn, bytes = size } = {}): void {
  if (existsSync(fileIn(folder)) || freeBytes(folder) < enough) return
  try {
    // Not zeros, which some file systems store as nothing.
    writeFileSync(fileIn(folder), randomBytes(bytes), { mode: 0o600 })
  } catch {
    rmSync(fileIn(folder), { force: true })
  }
}

/** Gives that space free. @returns whether there was any. */
export function useReserve(folder: string): boolean {
  if (!existsSync(fileIn(folder))) return false
  rmSync(fileIn(folder), { force: true })
  return true
}

function freeIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
