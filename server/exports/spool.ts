import 'server-only'
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Viewer } from '../auth/viewer'
import { requireMember } from '../auth/viewer'
import { AppError } from '../errors'
import { Turns } from '../turns'
import type { ExportAsked, ExportDone } from './asked'
import { writeExport } from './export'
import { sinkOf } from './to-file'

/** An export that is ready to be sent. */
export type Spooled = ExportDone & { body: ReadableStream<Uint8Array>; size: number }

// Each holds a connection of the pool for as long as it reads.
const turns = new Turns({ atOnce: 2, waiting: 6 })

/**
 * Writes an export to a file without a name and gives it back to be sent: a slow reader holds no
 * connection, what fails fails before anything is sent, and the file is gone with its reader.
 *
 * @throws AppError as `writeExport` does, and `unavailable` when many are being made.
 */
export async function spoolExport(viewer: Viewer, asked: ExportAsked): Promise<Spooled> {
  requireMember(viewer)
  const spooled = await turns.take(() => spool(viewer, asked))
  if (spooled) return spooled
  throw new AppError(
    'unavailable',
    'Several exports are being made at this moment. Try again in a minute.',
  )
}

async function spool(viewer: Viewer, asked: ExportAsked): Promise<Spooled> {
  const file = await nameless()
  try {
    const done = await writeExport(viewer, asked, sinkOf(file))
    const { size } = await file.stat()
    const body = Readable.toWeb(file.createReadStream({ start: 0 }))
    return { ...done, size, body: body as ReadableStream<Uint8Array> }
  } catch (error) {
    await file.close()
    throw error
  }
}

/**
 * A file that has no name any more when something is written to it: what is open stays readable until it
 * is closed, and a process that is killed leaves nothing of the record behind.
 */
async function nameless(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-export-'))
  try {
    return await open(join(folder, 'export'), 'w+', 0o600)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
