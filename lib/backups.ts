/** The backups that an installation made: moments are ISO 8601, sizes bytes. */
export type BackupsMade = {
  /** The last one that was made and read back, wherever it was written. */
  last: { at: string; bytes: number } | null
  /** Those that are kept, newest first. */
  retained: { at: string; bytes: number; name: string }[]
  /** How many are kept; none are made by themselves where it is 0. */
  most: number
  folder: string
  /** The archive of the last days; null where the database is the operator's own, or was never archived. */
  archive: ArchiveRange | null
}

/** How far the archive of the last days reaches: `from` and `until` are null while there is nothing. */
export type ArchiveRange = {
  /** How many days it is to reach back; nothing is archived where it is 0. */
  days: number
  from: string | null
  until: string | null
  bytes: number
  folder: string
  /** Folders of earlier archives that are still there. */
  former: readonly string[]
  /** What keeps it from being written, in a sentence. */
  trouble: string | null
}

const UNITS = [
  { ms: 86_400_000, one: 'a day', many: 'days' },
  { ms: 3_600_000, one: 'an hour', many: 'hours' },
  { ms: 60_000, one: 'a minute', many: 'minutes' },
] as const

/** How long ago a moment was, in words: `3 hours ago`. */
export function agoInWords(at: string, now: Date): string {
  const passed = now.getTime() - Date.parse(at)
  for (const { ms, one, many } of UNITS) {
    const units = Math.floor(passed / ms)
    if (units >= 1) return units === 1 ? `${one} ago` : `${units} ${many} ago`
  }
  return 'just now'
}

/** A size of a file in words: `12 KB`, `3.4 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} KB`
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
}
