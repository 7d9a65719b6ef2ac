import type { LinkedEntry, ManyEntries, SharedEntry, SharedRecord } from '../shares/record'
import { PARTS, type Part, type PartOf, type RecordHead } from './parts'

/** Where a record is read: the address of the page, and of one entry's page where there is one. */
export type Origin = { page: string; file: string; entry: (id: string) => string }

/** A file that was written: its text, its media type, and what of the record it cannot carry. */
export type Download = { text: string; type: string; loss: string[] }

/** A record as it is written: its entries are gone through one at a time. */
export type Written = SharedRecord<ManyEntries>

/** A writer of one format. */
export type Writer = (record: Written, origin: Origin) => Download

/** A file in pieces, so that a long one never stands in memory; null for an entry that is not in it. */
type Pieces = {
  open: string
  entry: (entry: LinkedEntry) => string | null
  between: string
  close: string
  /** What it had to leave out of the entries that it wrote, in words. */
  lost?: () => string[]
}

/** A format that is written entry by entry, for members and for readers of a link alike. */
export type Format = {
  type: string
  /** Set where what is written here is the sheet of a workbook, packed as it is sent. */
  packed?: 'workbook'
  /** The parts of a record that it has no place for. */
  missing: readonly Part[]
  /** What the entries are that it leaves out. */
  leavesOut?: string
  /** How many entries it holds at most: those that changed last, the newest change first. */
  newest?: number
  /** @param entries all that will be written, where they are known before. */
  pieces: (head: RecordHead, origin: Origin, entries?: Iterable<LinkedEntry>) => Pieces
}

/** What a format cannot carry of any record, in words. */
export function cannotCarry({
  missing,
  leavesOut,
}: Pick<Format, 'missing' | 'leavesOut'>): string[] {
  return [...(leavesOut ? [leavesOut] : []), ...missing.map((part) => PARTS[part].words)]
}

/** What a format loses, in words, and of how many entries; null where it is no matter of entries. */
export type Loss = { words: string; entries: number | null }

/** Finds what a format loses of a record while its entries go by: parts that it has none of are not named. */
export class Losses {
  private readonly found = new Map<Part, number>()
  private written = 0

  constructor(private readonly missing: readonly Part[]) {}

  see(entry: LinkedEntry, isWritten = true): void {
    if (isWritten) this.written += 1
    for (const part of this.missing) {
      const { inEntry }: PartOf = PARTS[part]
      if (inEntry?.(entry)) this.found.set(part, (this.found.get(part) ?? 0) + 1)
    }
  }

  /** @param all how many entries there are; @param leavesOut what those are that were not written. */
  counted(head: RecordHead, all: number, leavesOut = 'entries'): Loss[] {
    const left = all - this.written
    const lost = this.missing.flatMap((part): Loss[] => {
      const { words, inHead }: PartOf = PARTS[part]
      const entries = this.found.get(part) ?? null
      return entries !== null || inHead?.(head) ? [{ words, entries }] : []
    })
    return [...(left > 0 ? [{ words: leavesOut, entries: left }] : []), ...lost]
  }

  /** @param all how many entries there are; @param leavesOut what those are that were not written. */
  inWords(head: RecordHead, all: number, leavesOut = 'entries'): string[] {
    const left = all - this.written
    const [first, ...others] = this.counted(head, all, leavesOut).map(({ words }) => words)
    if (first === undefined) return []
    return [left > 0 ? `${first} (${left})` : first, ...others]
  }
}

/** What of this record a format loses that cannot carry these parts. */
export function lossOf(record: Written, ...missing: Part[]): string[] {
  const losses = new Losses(missing)
  for (const entry of record.entries) losses.see(entry)
  return [...losses.inWords(record, record.entries.length), ...cutOff(record)]
}

/** What was not read of a record that is longer than a download. */
export function cutOff({ cut, entries }: Written): string[] {
  return cut ? [`all entries after the first ${entries.length}`] : []
}

/** Writes a record as a link's readers see it. */
export function writerOf(format: Format): Writer {
  return (record, origin) => {
    const entries = chosen(format, record.entries)
    const { open, entry, between, close } = format.pieces(record, origin, entries)
    const losses = new Losses(format.missing)
    const parts: string[] = []
    for (const one of entries) {
      const part = entry(one)
      losses.see(one, part !== null)
      if (part !== null) parts.push(part)
    }
    return {
      text: `${open}${parts.join(between)}${close}`,
      type: format.type,
      loss: [...losses.inWords(record, record.entries.length, format.leavesOut), ...cutOff(record)],
    }
  }
}

function chosen({ newest }: Format, entries: ManyEntries): Iterable<SharedEntry> {
  if (newest === undefined) return entries
  const at = (entry: LinkedEntry) => entry.updatedAt
  return [...entries].sort((a, b) => (at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : 0)).slice(0, newest)
}
