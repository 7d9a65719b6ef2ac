import { createReadStream, createWriteStream } from 'node:fs'
import { chown, mkdir, readdir, statfs, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createGunzip } from 'node:zlib'
import { open, type Entry, type ZipFile } from 'yauzl'
import { isWholeBase } from './base'
import { archivedSegments } from './files'
import type { Found } from './moment'
import { partsOf } from './stretch'
import { lsnOf, segmentName, segmentOf } from './wal'
import type { RunAs } from '../postgres-user'
import { Trouble } from '../trouble'

/**
 * Takes a base backup and the log after it out of an archive, ready for PostgreSQL to read the one over
 * the other.
 *
 * @param to the database's folder, which is made
 * @throws Trouble where a file of the archive was changed, or where there is no room
 */
export async function takeOut(
  { folder, stretch, base, end }: Found,
  to: string,
  user: RunAs,
): Promise<void> {
  const zip = join(folder, base.file)
  if (!(await isWholeBase(zip)))
    throw new Trouble(`The file ${zip} was changed, or is cut off. Nothing was restored.`)
  const { timeline, segmentBytes } = stretch
  const [from, last] = [base.start, end].map((lsn) =>
    segmentName(timeline, segmentOf(lsnOf(lsn), segmentBytes), segmentBytes),
  )
  const segments = (await archivedSegments(partsOf(folder).wal)).filter(
    ({ name }) => name >= (from ?? '') && name <= (last ?? ''),
  )
  await mkdir(to, { mode: 0o700 })
  await requireRoom(to, 5 * base.bytes + segments.length * segmentBytes)
  await unpack(zip, to)
  const wal = join(to, 'pg_wal')
  await mkdir(wal, { recursive: true, mode: 0o700 })
  for (const { name, path } of segments) {
    await unpackSegment(path, join(wal, name))
    // PostgreSQL reads whole files; what follows in this one was not written yet.
    await truncate(join(wal, name), segmentBytes)
  }
  await writeFile(join(to, 'recovery.signal'), '', { mode: 0o600 })
  await giveTo(to, user)
}

async function requireRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < bytes)
    throw new Trouble(
      `This needs ${(bytes / 1e9).toFixed(1)} GB in ${dirname(folder)}, which has too little room. Free some, then start again.`,
    )
}

async function unpackSegment(from: string, to: string): Promise<void> {
  try {
    await pipeline(createReadStream(from), createGunzip(), createWriteStream(to, { mode: 0o600 }))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!code?.startsWith('Z_')) throw error
    throw new Trouble(
      `The file ${from} was changed, or is cut off (${message}). Nothing was restored.`,
    )
  }
}

async function unpack(path: string, to: string): Promise<void> {
  const zip = await promisify<string, { lazyEntries: boolean }, ZipFile>(open)(path, {
    lazyEntries: true,
  })
  const read = promisify<Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip))
  const one = async (entry: Entry) => {
    const target = join(to, entry.fileName)
    const isFolder = entry.fileName.endsWith('/')
    await mkdir(isFolder ? target : dirname(target), { recursive: true, mode: 0o700 })
    if (!isFolder) await pipeline(await read(entry), createWriteStream(target, { mode: 0o600 }))
    zip.readEntry()
  }
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => void one(entry).catch(reject))
    zip.on('end', resolve)
    zip.on('error', reject)
    zip.readEntry()
  }).finally(() => zip.close())
}

/** PostgreSQL starts only on files of its own. */
async function giveTo(folder: string, { uid, gid }: RunAs): Promise<void> {
  if (uid === undefined || gid === undefined) return
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    await chown(join(entry.parentPath, entry.name), uid, gid)
  await chown(folder, uid, gid)
}
