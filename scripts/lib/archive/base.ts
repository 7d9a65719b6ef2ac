import type { Dirent } from 'node:fs'
import { open as openFile, readdir, rm } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { open } from 'yauzl'
import { ZipFile } from 'yazl'
import { isIntact, withHash } from '../../../server/backup/file/whole'
import { writeWhole } from './files'
import type { ArchiveSource } from './source'

/** Folders of which a copy has nothing: PostgreSQL makes their contents anew (its manual, 25.3.4). */
const emptied = [
  ...['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots'],
  ...['pg_stat_tmp', 'pg_subtrans'],
]
const leftOut =
  /^(?:postmaster\.(?:pid|opts)|postgresql\.auto\.conf.*|pg_internal\.init.*|pgsql_tmp.*|backup_label.*|backup_manifest.*|tablespace_map.*|current_logfiles.*|t\d+_.*)$/

/** The file that must stand in a copy before PostgreSQL starts on it. */
const LABEL = 'backup_label'

/**
 * Copies the folder of a running database to one zip, whose comment is the SHA-256 of its bytes, and
 * reads it back.
 *
 * @param between what is to be done from time to time while it takes
 * @returns between which places the log must be read over it, and from when on it can be used
 */
export async function writeBase(
  { source, folder, file }: { source: ArchiveSource; folder: string; file: string },
  between: () => Promise<void>,
): Promise<{ start: bigint; end: bigint; at: string; bytes: number }> {
  const start = await source.startBackup()
  const ended: { as?: { at: string; lsn: bigint } } = {}
  const stop = async () => {
    const { label, ...as } = await source.stopBackup()
    ended.as = as
    return label
  }
  try {
    const bytes = await zipOf(folder, file, between, stop)
    if (!(await isWholeBase(file)) || ended.as === undefined)
      throw new Error('The base backup was not written as it was read.')
    return { start, bytes, at: ended.as.at, end: ended.as.lsn }
  } catch (error) {
    await rm(file, { force: true }).catch(() => {})
    if (ended.as === undefined) await stop().catch(() => {})
    throw error
  }
}

async function zipOf(
  folder: string,
  file: string,
  between: () => Promise<void>,
  stop: () => Promise<string>,
): Promise<number> {
  const zip = new ZipFile()
  const failure = new AbortController()
  // It tells of what it is given in place of a stream, too; unheard, that would end the process.
  zip.on('error', (error) => failure.abort(error))
  const add = (name: string, content: () => Promise<Readable>) =>
    zip.addReadStreamLazy(name, { mode: 0o600, forceZip64Format: true }, (give) => {
      content().then(
        (stream) =>
          give(
            null,
            stream.on('error', (error) => failure.abort(error)),
          ),
        (error: unknown) => {
          failure.abort(error)
          give(error, new PassThrough())
        },
      )
    })
  for (const { name, isFolder } of await contentsOf(folder)) {
    if (isFolder) zip.addEmptyDirectory(name)
    else
      add(name, async () => {
        await between()
        return contentOf(join(folder, name))
      })
  }
  add(LABEL, async () => Readable.from([await stop()]))
  zip.end()
  return writeWhole(file, [zip.outputStream, withHash()], { signal: failure.signal })
}

/** Whether a base backup is byte by byte what was written. */
export async function isWholeBase(file: string): Promise<boolean> {
  const comment = await new Promise<string | null>((resolve) =>
    open(file, { lazyEntries: true }, (error, zip) => {
      if (error) return resolve(null)
      resolve(zip.comment)
      zip.close()
    }),
  )
  return comment !== null && comment !== '' && (await isIntact(file, comment))
}

type Content = { name: string; isFolder: boolean }

/** What is to be copied, with `pg_control` last, as pg_basebackup does. */
async function contentsOf(folder: string): Promise<Content[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  const nameOf = (entry: Dirent) =>
    relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')
  const found = all
    .filter((entry) => (entry.isDirectory() || entry.isFile()) && !leftOut.test(entry.name))
    .map((entry) => ({ name: nameOf(entry), isFolder: entry.isDirectory() }))
    .filter(({ name }) => !emptied.some((one) => name.startsWith(`${one}/`)))
  const isControl = ({ name }: Content) => name === 'global/pg_control'
  return [...found.filter((one) => !isControl(one)), ...found.filter(isControl)]
}

/** A file that goes while a copy is made is empty in it: what the log says of it comes after. */
async function contentOf(path: string): Promise<Readable> {
  try {
    return (await openFile(path, 'r')).createReadStream()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return Readable.from([])
    throw error
  }
}
