import { join } from 'node:path'
import { continuesArchive } from './files'
import type { Position } from './source'
import { partsOf, readStretch, type Stretch } from './stretch'
import { lsnOf, segmentName, segmentOf } from './wal'

/** The stretch that was written last, where this is the same database and has gone on from there. */
export async function stretchToGoOn(
  archive: string,
  name: string,
  { system, timeline, lsn, segmentBytes }: Position,
  pgWal: string,
): Promise<{ name: string; stretch: Stretch } | null> {
  const folder = join(archive, name)
  const stretch = await readStretch(folder)
  if (!stretch || stretch.bases.length === 0) return null
  const through = lsnOf(stretch.through)
  if (stretch.system !== system || stretch.timeline !== timeline || through > lsn) return null
  const file = segmentName(timeline, segmentOf(through, segmentBytes), segmentBytes)
  return (await continuesArchive(pgWal, partsOf(folder).wal, file)) ? { name, stretch } : null
}
