import { createReadStream } from 'node:fs'
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createGzip, gunzip } from 'node:zlib'
import { segmentName } from './wal'

/** The log no longer has what comes next: it must be archived anew, from a base backup on. */
export class Gap extends Error {
  override readonly name = 'Gap'
}

type Stream = NodeJS.ReadableStream | NodeJS.ReadWriteStream

/**
 * Writes a file that is there whole or not at all, also when the machine stops in the middle.
 *
 * @returns its size
 */
export async function writeWhole(
  path: string,
  content: readonly Stream[],
  options: { signal?: AbortSignal } = {},
): Promise<number> {
  const unfinished = `${path}.new`
  const file = await open(unfinished, 'w', 0o600)
  try {
    await pipeline([...content, file.createWriteStream({ flush: true })], options)
  } catch (error) {
    await file.close().catch(() => {})
    await rm(unfinished, { force: true }).catch(() => {})
    throw options.signal?.aborted ? options.signal.reason : error
  }
  const { size } = await stat(unfinished)
  await rename(unfinished, path)
  return size
}

/** A file of the log, of which `bytes` are on the disk; all of them where it is full. */
export type Segment = { timeline: number; segment: bigint; segmentBytes: number; bytes: number }

/** What the archive calls a file of the log while it is not full, and afterwards. */
const named = (name: string) => ({ partial: `${name}.partial.gz`, full: `${name}.gz` })

/**
 * Archives what the log has of one of its files.
 *
 * @throws Gap where the log no longer has it
 */
export async function archiveSegment(pgWal: string, to: string, wanted: Segment): Promise<void> {
  const { timeline, segment, segmentBytes, bytes } = wanted
  const name = segmentName(timeline, segment, segmentBytes)
  const path = join(pgWal, name)
  if (!(await beginsAt(path, segment * BigInt(segmentBytes))))
    throw new Gap(`The log no longer has ${name}.`)
  const isFull = bytes === segmentBytes
  const { partial, full } = named(name)
  await writeWhole(join(to, isFull ? full : partial), [
    createReadStream(path, { end: bytes - 1 }),
    exactly(bytes),
    // What is not full is written again soon.
    createGzip({ level: isFull ? 6 : 1 }),
  ])
  if (isFull) await rm(join(to, partial), { force: true })
}

/** Whether a file of the log is what its name says, and not an old one that is to be used again. */
async function beginsAt(path: string, lsn: bigint): Promise<boolean> {
  try {
    const file = await open(path, 'r')
    try {
      // The address of a page stands 8 bytes after its beginning (XLogPageHeaderData).
      const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
      return bytesRead === 16 && buffer.readBigUInt64LE(8) === lsn
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}

function exactly(bytes: number): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      done(null, chunk)
    },
    flush(done) {
      done(seen === bytes ? null : new Gap('A file of the log is shorter than it was.'))
    },
  })
}

/** Whether the log still begins with what was archived of one of its files; true where nothing was. */
export async function continuesArchive(
  pgWal: string,
  archived: string,
  name: string,
): Promise<boolean> {
  const packed = await readFile(join(archived, named(name).partial)).catch(() => null)
  if (!packed) return true
  const before = await promisify(gunzip)(packed)
  const now = await readFile(join(pgWal, name)).catch(() => Buffer.alloc(0))
  return now.subarray(0, before.length).equals(before)
}

/** The files of the log in a folder of an archive, by PostgreSQL's own names, the first one first. */
export async function archivedSegments(
  folder: string,
): Promise<{ name: string; path: string; size: number }[]> {
  const found = new Map<string, { name: string; path: string; size: number }>()
  // A full one comes before what was archived of it earlier.
  for (const file of (await readdir(folder)).sort()) {
    const [, name] = /^([0-9A-F]{24})(?:\.partial)?\.gz$/.exec(file) ?? []
    if (name === undefined || found.has(name)) continue
    const path = join(folder, file)
    found.set(name, { name, path, size: (await stat(path)).size })
  }
  return [...found.values()]
}

/**
 * Removes what a process that was killed left of files of the log: unfinished ones that are older than
 * the last that came to its end. What is being written is younger.
 */
export async function removeUnfinished(folder: string): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const path = join(folder, name)
      // It may be renamed or removed at this moment, and says nothing of the others then.
      return { name, path, at: (await stat(path).catch(() => null))?.mtimeMs ?? Infinity }
    }),
  )
  const whole = files.filter(({ name, at }) => name.endsWith('.gz') && at < Infinity)
  const last = Math.max(...whole.map(({ at }) => at))
  for (const { name, path, at } of files)
    if (name.endsWith('.gz.new') && at < last) await rm(path, { force: true })
}
