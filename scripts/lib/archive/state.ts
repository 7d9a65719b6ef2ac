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
import { listStretches, readStretch, sizeOf, stretchNames, type Stretch } from './stretch'

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
  const name = current?.name ?? before?.stretch ?? null
  const stretch = current?.stretch ?? (name === null ? null : await readStretch(join(folder, name)))
  const state: ArchiveState = {
    ...{ days, folder, bytes: await bytesOf(folder) },
    former: await formerOf(before, folder),
    stretch: name,
    ...(stretch ? rangeOf(stretch) : { from: null, until: null }),
    trouble:
      trouble === null
        ? null
        : { says: trouble, since: before?.trouble?.since ?? new Date().toISOString() },
  }
  await writeState(dataFolder, state)
}

/** Tells the app that nothing is archived any longer, and where there is still an archive. */
export async function tellOff(dataFolder: string, folder: string): Promise<void> {
  const former = await formerOf(readState(dataFolder), null)
  await writeState(dataFolder, {
    ...{ days: 0, folder, former, stretch: null, from: null, until: null, bytes: 0, trouble: null },
  })
}

function rangeOf({ bases, until }: Stretch): { from: string | null; until: string | null } {
  const [first] = bases
  return first ? { from: first.at, until } : { from: null, until: null }
}

/** Folders of archives that are no longer written, of which something is still there. */
async function formerOf(before: ArchiveState | null, current: string | null): Promise<string[]> {
  const former: string[] = []
  for (const folder of new Set(before ? [...before.former, before.folder] : []))
    if (folder !== current && (await stretchNames(folder).catch(() => [])).length > 0)
      former.push(folder)
  return former
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
