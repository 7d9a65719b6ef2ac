import { readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { Trouble } from '../trouble'

/** With less than this free nothing is archived, so that people can go on saving, in bytes. */
const leastRoom = 500_000_000

/** A disk has too little room. */
export class NoRoom extends Trouble {}

export type FreeBytes = (folder: string) => Promise<number>

/**
 * Sees to it that an archive leaves room for what people save.
 *
 * @param more how much is about to be written into the archive
 * @throws NoRoom
 */
export async function requireRoom(
  { archive, data }: { archive: string; data: string },
  more: number,
  freeBytes: FreeBytes = freeIn,
): Promise<void> {
  for (const [folder, wanted] of [
    [archive, leastRoom + more],
    [data, leastRoom],
  ] as const)
    if ((await freeBytes(folder)) < wanted) throw noRoom(folder)
}

export function noRoom(folder: string): NoRoom {
  return new NoRoom(
    `There is too little room in ${folder} for the archive of the last days. Free some, name another folder with THROUGHLINE_ARCHIVE_FOLDER, or set THROUGHLINE_ARCHIVE to 0.`,
  )
}

/** The bytes of a database without its log, which no base backup of it exceeds by much. */
export async function sizeOfDatabase(folder: string): Promise<number> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  let bytes = 0
  for (const { parentPath, name } of all.filter((one) => one.isFile()))
    if (!parentPath.startsWith(join(folder, 'pg_wal')))
      bytes += await sizeOfFile(join(parentPath, name))
  return bytes
}

/** @returns 0 for a file that has gone meanwhile, or cannot be looked at */
export async function sizeOfFile(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}

async function freeIn(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    // It is made when it is missing.
    return Infinity
  }
}
