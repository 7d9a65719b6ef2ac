import 'server-only'
import { memberIdOf, type Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { AppError } from '../errors'

const MB = 1_000_000
/** What may wait unfinished: ten of the largest files of one member, fifty of all. */
const MOST_BYTES = { own: 200 * MB, all: 1_000 * MB }
const MOST_FILES = { own: 100, all: 1_000 }

/**
 * Refuses a file where those that wait to be imported are many or large already. Until the
 * transaction ends no other file of the workspace is counted.
 *
 * @throws AppError `invalid` at `file`, with what to delete.
 */
export async function requireRoom(tx: Tx, viewer: Viewer, bytes: number): Promise<void> {
  const { workspaceId } = viewer
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(${`imports ${workspaceId}`}, 0))`
  const [row] = await tx.$queryRaw<Record<'own' | 'all' | 'ownBytes' | 'allBytes', number>[]>`
    select count(*)::int as "all", coalesce(sum(octet_length(file)), 0)::float8 as "allBytes",
           (count(*) filter (where own))::int as "own",
           coalesce(sum(octet_length(file)) filter (where own), 0)::float8 as "ownBytes"
      from (select file, created_by is not distinct from ${memberIdOf(viewer)}::uuid as own
              from import
             where workspace_id = ${workspaceId}::uuid and state <> 'done' and file is not null) waits`
  if (!row) return
  const isFull = (whose: 'own' | 'all') =>
    row[whose] >= MOST_FILES[whose] || row[`${whose}Bytes`] + bytes > MOST_BYTES[whose]
  if (isFull('own'))
    throw new AppError(
      'invalid',
      'Too many of your files wait to be imported. Finish or discard some of them under Import, then add this one.',
      ['file'],
    )
  if (isFull('all'))
    throw new AppError(
      'invalid',
      'Too many files of this workspace wait to be imported. Finish or discard some of them under Import, or ask their members to, then add this one.',
      ['file'],
    )
}
