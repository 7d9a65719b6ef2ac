import { resolve } from 'node:path'
import { root } from '../paths'
import { Trouble } from '../trouble'

/** How far back the archive reaches, how large it may become, and where it is. */
export type ArchiveSettings = { days: number; bytes: number; folder: string }

/**
 * The settings of the archive.
 *
 * @returns days 0 where none is wanted
 */
export function archiveSettings(dataFolder: string): ArchiveSettings {
  const days = numberIn('THROUGHLINE_ARCHIVE', 3, { least: 0, most: 366, whole: true })
  const gigabytes = numberIn('THROUGHLINE_ARCHIVE_GB', 4, { least: 0.1, most: 100_000 })
  return { days, bytes: gigabytes * 1e9, folder: archiveFolder() ?? resolve(dataFolder, 'archive') }
}

/** The folder that THROUGHLINE_ARCHIVE_FOLDER names. */
export function archiveFolder(): string | null {
  const named = process.env.THROUGHLINE_ARCHIVE_FOLDER
  return named ? resolve(root, named) : null
}

function numberIn(
  name: string,
  otherwise: number,
  { least, most, whole = false }: { least: number; most: number; whole?: boolean },
): number {
  const text = process.env[name]
  if (!text) return otherwise
  const value = Number(text)
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value
  throw new Trouble(
    `${name} is "${text}". It must be a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`,
  )
}
