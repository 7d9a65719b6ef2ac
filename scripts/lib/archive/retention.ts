import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { archivedSegments, removeUnfinished } from './files'
import { forgetPhotos } from './photos'
import type { ArchiveSettings } from './settings'
import {
  isBegun,
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
 * with the log up to the next, and more of them where it is too large. What another database wrote into
 * the same folder is left alone.
 *
 * @throws TooLarge where the newest base backup with its log is too large; then the rest stays
 */
export async function dropOld(
  { folder, days, bytes }: ArchiveSettings,
  { name, stretch }: { name: string; stretch: Stretch },
  now: string,
): Promise<void> {
  const since = new Date(Date.parse(now) - days * 86_400_000).toISOString()
  const own = join(folder, name)
  const earlier = (await listStretches(folder)).filter(
    (one) => one.name !== name && isOfSame(one.stretch, stretch),
  )
  for (const one of earlier)
    if (one.stretch.until < since) await removeStretch(folder, one.name)
    else await trim(one.folder, one.stretch, since)
  await removeUnbegun(folder, name)
  await trim(own, stretch, since)
  if ((await newestOf(own, stretch)) > bytes) throw tooLarge(folder, bytes)
  for (;;) {
    let sum = await sizeOf(own)
    for (const one of earlier) sum += await sizeOf(one.folder)
    if (sum <= bytes) return
    const oldest = earlier.shift()
    if (oldest) await removeStretch(folder, oldest.name)
    else if (stretch.bases.length > 1) {
      stretch.bases.shift()
      await removeUnnamed(own, stretch)
    } else return
  }
}

/** What is said, and thrown, where one base backup is more than the archive may hold. */
export function tooLarge(folder: string, bytes: number): TooLarge {
  return new TooLarge(
    `The archive of the last days in ${folder} is larger than THROUGHLINE_ARCHIVE_GB (${bytes / 1e9}) with one base backup alone. Allow it more, or set THROUGHLINE_ARCHIVE to 0.`,
  )
}

/** Takes the newest base backup, which was too large, out of a stretch again. */
export async function dropNewest(folder: string, stretch: Stretch): Promise<void> {
  stretch.bases.pop()
  await removeUnnamed(folder, stretch)
}

function isOfSame(one: Stretch, other: Stretch): boolean {
  return one.system === other.system && one.keyCheck === other.keyCheck
}

/** Drops the base backups of a stretch that no moment since needs. */
async function trim(folder: string, stretch: Stretch, since: string): Promise<void> {
  const needed = stretch.bases.findLastIndex(({ at }) => at <= since)
  if (needed > 0) stretch.bases.splice(0, needed)
  await removeUnnamed(folder, stretch)
}

/** The bytes of the newest base backup and of the log from there on. */
async function newestOf(folder: string, stretch: Stretch): Promise<number> {
  const newest = stretch.bases.at(-1)
  if (!newest) return 0
  const from = firstSegment(stretch, newest)
  const log = (await archivedSegments(partsOf(folder).wal)).filter(({ name }) => name >= from)
  return log.reduce((sum, { size }) => sum + size, newest.bytes)
}

function firstSegment(
  { timeline, segmentBytes }: Stretch,
  { start }: Stretch['bases'][number],
): string {
  return segmentName(timeline, segmentOf(lsnOf(start), segmentBytes), segmentBytes)
}

/** Removes what was left of base backups that did not come to their end. */
async function removeUnbegun(folder: string, current: string): Promise<void> {
  const dayAgo = Date.now() - 86_400_000
  for (const name of await stretchNames(folder)) {
    if (name === current || isBegun(join(folder, name))) continue
    const { mtimeMs } = await stat(join(folder, name))
    if (mtimeMs < dayAgo) await removeStretch(folder, name)
  }
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
  await removeUnfinished(wal)
  const from = firstSegment(stretch, first)
  for (const { name, path } of await archivedSegments(wal))
    if (name < from) await rm(path, { force: true })
}
