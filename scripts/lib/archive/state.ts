import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import {
  ARCHIVE_STATE,
  archiveStateSchema,
  type ArchiveState,
} from '../../../server/backup/file/archive-state'
import { writeWhole } from './files'
import type { ArchiveSettings } from './settings'
import { listStretches, sizeOf, type Stretch } from './stretch'

/** How the archive of a data folder stood last; null where nothing was ever said of it. */
export function readState(dataFolder: string): ArchiveState | null {
  try {
    const text = readFileSync(join(dataFolder, ARCHIVE_STATE), 'utf8')
    const parsed = archiveStateSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Tells the app how the archive stands, and what keeps it from being written. */
export async function tellOf(
  dataFolder: string,
  { days, folder }: ArchiveSettings,
  current: { name: string; stretch: Stretch } | null,
  trouble: string | null = null,
): Promise<void> {
  const before = readState(dataFolder)
  const known = current ? { name: current.name, ...rangeOf(current.stretch) } : null
  const state: ArchiveState = {
    ...{ days, folder, bytes: await bytesOf(folder) },
    stretch: known?.name ?? before?.stretch ?? null,
    from: known ? known.from : (before?.from ?? null),
    until: known ? known.until : (before?.until ?? null),
    trouble:
      trouble === null
        ? null
        : { says: trouble, since: before?.trouble?.since ?? new Date().toISOString() },
  }
  await writeState(dataFolder, state)
}

/** Tells the app that nothing is archived. */
export async function tellOff(dataFolder: string, folder: string): Promise<void> {
  await writeState(dataFolder, {
    ...{ days: 0, folder, stretch: null, from: null, until: null, bytes: 0, trouble: null },
  })
}

function rangeOf({ bases, until }: Stretch): { from: string | null; until: string | null } {
  const [first] = bases
  return first ? { from: first.at, until } : { from: null, until: null }
}

async function bytesOf(folder: string): Promise<number> {
  let bytes = 0
  for (const one of await listStretches(folder).catch(() => [])) bytes += await sizeOf(one.folder)
  return bytes
}

async function writeState(dataFolder: string, state: ArchiveState): Promise<void> {
  await writeWhole(join(dataFolder, ARCHIVE_STATE), [Readable.from([JSON.stringify(state)])]).catch(
    // A full disk, of which the disk itself is said.
    () => {},
  )
}
