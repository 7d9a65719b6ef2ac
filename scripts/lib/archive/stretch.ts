import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { writeWhole } from './files'
import { sizeOfFile } from './room'
import type { Position } from './source'

const FILE = 'stretch.json'
const place = z.string().regex(/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/, 'This is no place in a log.')
/** The file of a photo, with its workspace before it. */
const PHOTO = /^[\da-f-]{1,64}\/[\da-f]{32}-\d{1,4}\.(?:webp|jpg)$/
const moment = z.iso.datetime('This is no moment.')

const stretchSchema = z.strictObject({
  format: z.literal('throughline-archive', 'This is no archive of Throughline.'),
  version: z.literal(1, 'A newer version of Throughline wrote this archive.'),
  /** By which the key of the installation is recognized, and nothing can be read. */
  keyCheck: z.string().max(64, 'This is no SHA-256.'),
  system: z.string().max(40, 'This is no database.'),
  timeline: z.number().int().positive(),
  segmentBytes: z.number().int().positive(),
  /** The log is here up to this place, which has all that was acknowledged until then. */
  through: place,
  until: moment,
  /** Copies of the folder, the first one first: the part of the log that must be read over it, and from when on it can be used. */
  bases: z
    .array(
      z.strictObject({
        file: z.string().regex(/^base-\d{17}\.zip$/, 'This is no base backup.'),
        start: place,
        end: place,
        at: moment,
        bytes: z.number().nonnegative(),
      }),
    )
    .max(10_000),
  /** Files of photos that are no longer in use, and since when. */
  gone: z.record(z.string().regex(PHOTO, 'This is no file of a photo.'), moment),
})

/** An unbroken part of a log with the base backups that it is read over. */
export type Stretch = z.output<typeof stretchSchema>

/** Where the parts of a stretch are. */
export const partsOf = (folder: string) => ({
  wal: join(folder, 'wal'),
  photos: join(folder, 'photos'),
})

/** Begins a stretch in a folder of its own. @returns its name and what is written of it later */
export async function beginStretch(
  archive: string,
  { at, system, timeline, segmentBytes }: Position,
  keyCheck: string,
): Promise<{ name: string; stretch: Stretch }> {
  const name = `${at.replaceAll(/\D/g, '').slice(0, 14)}-${randomBytes(4).toString('hex')}`
  const { wal, photos } = partsOf(join(archive, name))
  for (const folder of [wal, photos]) await mkdir(folder, { recursive: true, mode: 0o700 })
  return {
    name,
    stretch: {
      ...{ format: 'throughline-archive', version: 1, keyCheck, system, timeline, segmentBytes },
      ...{ through: '0/0', until: at, bases: [], gone: {} },
    },
  }
}

export async function writeStretch(folder: string, stretch: Stretch): Promise<void> {
  await writeWhole(join(folder, FILE), [Readable.from([JSON.stringify(stretch)])])
}

/** @returns null where there is none, or none that can be read */
export async function readStretch(folder: string): Promise<Stretch | null> {
  try {
    const parsed = stretchSchema.safeParse(JSON.parse(await readFile(join(folder, FILE), 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** The stretches of an archive, the oldest first; those that were begun and never written are none. */
export async function listStretches(
  archive: string,
): Promise<{ name: string; folder: string; stretch: Stretch }[]> {
  const found = []
  for (const name of await stretchNames(archive)) {
    const folder = join(archive, name)
    const stretch = await readStretch(folder)
    if (stretch) found.push({ name, folder, stretch })
  }
  return found
}

/** What the folders of an archive are called, the oldest first. */
export async function stretchNames(archive: string): Promise<string[]> {
  return (await readdir(archive)).filter((name) => /^\d{14}-[0-9a-f]{8}$/.test(name)).sort()
}

/** Whether a folder has a stretch that was written at least once, by whichever version. */
export function isBegun(folder: string): boolean {
  return existsSync(join(folder, FILE))
}

/** The bytes of the log and of the base backups in a folder; photos are counted with the data. */
export async function sizeOf(folder: string): Promise<number> {
  const { wal } = partsOf(folder)
  let bytes = 0
  for (const one of [folder, wal])
    for (const entry of await readdir(one, { withFileTypes: true }).catch(() => []))
      if (entry.isFile()) bytes += await sizeOfFile(join(one, entry.name))
  return bytes
}

export async function removeStretch(archive: string, name: string): Promise<void> {
  // First what says that it is there.
  await rm(join(archive, name, FILE), { force: true })
  await rm(join(archive, name), { recursive: true, force: true })
}
