import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { archivedSegments } from './files'
import { forgetPhotos } from './photos'
import type { ArchiveSettings } from './settings'
import {
  listStretches,
  partsOf,
  removeStretch,
  sizeOf,
  stretchNames,
  writeStretch,
  type Stretch,
} from './stretch'
import { lsnOf, segmentName, segmentOf } from './wal'
import { Trouble } from '../trouble'

/** One base backup with its log is more than the archive may hold. */
export class TooLarge extends Trouble {}

/**
 * Drops what the archive is to hold no longer: base backups that no moment of the last days needs, each
 * with the log up to the next, and more of them where it is too large. The newest always stays.
 *
 * @throws TooLarge where that alone is too large
 */
export async function dropOld(
  { folder, days, bytes }: ArchiveSettings,
  { name, stretch }: { name: string; stretch: Stretch },
  now: string,
): Promise<void> {
  const since = new Date(Date.parse(now) - days * 86_400_000).toISOString()
  for (const one of await listStretches(folder))
    if (one.name !== name && one.stretch.until < since) await removeStretch(folder, one.name)
  await removeUnbegun(folder, name)
  const own = join(folder, name)
  const needed = stretch.bases.findLastIndex(({ at }) => at <= since)
  if (needed > 0) stretch.bases.splice(0, needed)
  await removeUnnamed(own, stretch)
  for (;;) {
    const sizes = await sizesOf(folder)
    if (sizes.reduce((sum, one) => sum + one.bytes, 0) <= bytes) return
    const oldest = sizes.find((one) => one.name !== name)
    if (oldest) await removeStretch(folder, oldest.name)
    else if (stretch.bases.length > 1) {
      stretch.bases.shift()
      await removeUnnamed(own, stretch)
    } else break
  }
  throw new TooLarge(
    `The archive of the last days in ${folder} is larger than THROUGHLINE_ARCHIVE_GB (${bytes / 1e9}) with one base backup alone. Allow it more, or set THROUGHLINE_ARCHIVE to 0.`,
  )
}

/** Removes what was left of base backups that did not come to their end. */
async function removeUnbegun(folder: string, current: string): Promise<void> {
  const begun = new Set((await listStretches(folder)).map(({ name }) => name))
  const dayAgo = Date.now() - 86_400_000
  for (const name of await stretchNames(folder)) {
    if (name === current || begun.has(name)) continue
    const { mtimeMs } = await stat(join(folder, name))
    if (mtimeMs < dayAgo) await removeStretch(folder, name)
  }
}

async function sizesOf(folder: string): Promise<{ name: string; bytes: number }[]> {
  const sizes = []
  for (const { name, folder: one } of await listStretches(folder))
    sizes.push({ name, bytes: await sizeOf(one) })
  return sizes
}

/** Removes the files that a stretch no longer names, after it is written that it does not. */
async function removeUnnamed(folder: string, stretch: Stretch): Promise<void> {
  const { wal, photos } = partsOf(folder)
  const [first] = stretch.bases
  if (!first) return
  stretch.gone = await forgetPhotos(photos, stretch.gone, first.at)
  await writeStretch(folder, stretch)
  const named = new Set(stretch.bases.map(({ file }) => file))
  for (const file of await readdir(folder))
    if (file.startsWith('base-') && !named.has(file)) await rm(join(folder, file), { force: true })
  const { timeline, segmentBytes } = stretch
  const from = segmentName(timeline, segmentOf(lsnOf(first.start), segmentBytes), segmentBytes)
  for (const { name, path } of await archivedSegments(wal))
    if (name < from) await rm(path, { force: true })
}
