import 'server-only'
import { createHash } from 'node:crypto'
import { DAYS_NEAR, likeness, type Comparable } from '@/lib/entries/alike'
import type { LookAlike } from '@/lib/forms/state'
import { textOf } from '@/lib/imports/cells'
import { REASON } from '@/lib/imports/give-back'
import type { TableRow } from '@/lib/imports/table'
import type { EntryInput } from '@/lib/schemas/entry'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { isoDayOf } from '@/lib/dates/days'
import { entriesRestorableBy, entriesVisibleTo, entriesWritableBy } from '../policy'

const DAY_MS = 86_400_000
/** The most entries that a row is compared with. */
export const MOST_ALIKE = 3
// What lasts longer is looked for among what began with it alone.
const MOST_WEEKS = 9
const HASHES_AT_ONCE = 5_000

/** SHA-256 of what stands in a row and under which names, as lower-case hexadecimal. */
export function rowHash({ cells }: TableRow, columns: readonly string[]): string {
  const filled = columns.flatMap((column, index) => {
    const text = textOf(cells[index] ?? '', '\n')
    return text === '' || column === REASON ? [] : [[column, text] as const]
  })
  filled.sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(filled)).digest('hex')
}

/** SHA-256 of what a row is told by in a newer edition of its file; null where nothing does. */
export function keyOf(series: string, recordId: string, input: EntryInput | null): string | null {
  const url = input?.citations.find((citation) => citation.url !== '')?.url
  const own = recordId || (url && [url, input?.date.edtf])
  if (series === '' || !own) return null
  return createHash('sha256')
    .update(JSON.stringify([series, own]))
    .digest('hex')
}

/**
 * Which of these rows the campaign has entries of already, as far as this viewer may know. What was undone with its import is made
 * anew; what somebody put into the trash is not.
 */
export async function importedBefore(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  hashes: readonly string[],
): Promise<Map<string, string>> {
  const known = new Map<string, string>()
  for (let from = 0; from < hashes.length; from += HASHES_AT_ONCE) {
    const some = hashes.slice(from, from + HASHES_AT_ONCE)
    const rows = await tx.$queryRaw<{ hash: string; entryId: string }[]>`
      select encode(r.hash, 'hex') as hash, r.entry_id::text as "entryId" from imported_row r
      join import i on i.workspace_id = r.workspace_id and i.id = r.import_id
      join entry e on e.workspace_id = r.workspace_id and e.id = r.entry_id
      where i.campaign_id = ${campaignId}::uuid
        and r.taken_back is null
        and (i.state <> 'undone' or (r.result = 'made' and e.trashed_at is null))
        and r.hash = any(select decode(h, 'hex') from unnest(${some}::text[]) h)`
    // Another member's hidden draft is not told, neither by its row.
    const seen = await tx.entry.findMany({
      where: {
        AND: [
          { id: { in: rows.map(({ entryId }) => entryId) } },
          { OR: [entriesVisibleTo(viewer), entriesRestorableBy(viewer)] },
        ],
      },
      select: { id: true },
    })
    const ids = new Set(seen.map(({ id }) => id))
    for (const { hash, entryId } of rows) if (ids.has(entryId)) known.set(hash, entryId)
  }
  return known
}

type Candidate = Comparable & LookAlike & { addresses: string[] }

/** Entries that rows may be the same as. */
export type Candidates = {
  /** By the weeks around which they lie. */
  byWeek: Map<number, Candidate[]>
  /** The ids of those that this viewer may change. */
  changeable: Set<string>
}

/**
 * Reads the campaign's entries that this viewer sees and that lie about the days of these.
 *
 * @param butOf an import of which the entries that it made are left out.
 */
export async function candidatesFor(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  inputs: readonly EntryInput[],
  butOf: string | null = null,
): Promise<Candidates> {
  const days = inputs.flatMap(({ date }) => [date.firstDay, date.lastDay]).sort()
  const [first, last] = [days[0], days[days.length - 1]]
  const found: Candidates = { byWeek: new Map(), changeable: new Set() }
  if (first === undefined || last === undefined) return found
  const near = {
    AND: [
      { campaignId },
      ...(butOf ? [{ importedRows: { none: { importId: butOf, result: 'made' as const } } }] : []),
      {
        firstDay: { lte: shifted(last, DAYS_NEAR) },
        lastDay: { gte: shifted(first, -DAYS_NEAR) },
      },
    ],
  }
  const own = await tx.entry.findMany({
    where: { AND: [entriesWritableBy(viewer), near] },
    select: { id: true },
  })
  for (const { id } of own) found.changeable.add(id)
  const rows = await tx.entry.findMany({
    where: { AND: [entriesVisibleTo(viewer), near] },
    select: {
      ...{ id: true, kind: true, title: true, place: true, edtf: true },
      ...{ firstDay: true, lastDay: true },
      citations: {
        where: { source: { url: { not: '' } } },
        select: { source: { select: { url: true } } },
      },
    },
  })
  for (const { citations, ...row } of rows) {
    const [firstDay, lastDay] = [isoDayOf(row.firstDay), isoDayOf(row.lastDay)]
    const addresses = citations.map(({ source }) => source.url)
    const candidate = { ...row, firstDay, lastDay, addresses }
    for (const week of weeksOf(candidate)) {
      const others = found.byWeek.get(week)
      if (others) others.push(candidate)
      else found.byWeek.set(week, [candidate])
    }
  }
  return found
}

/**
 * The entries that a row is likely to be the same as, the likest first: near in time and with a like
 * title or place, as the form asks, or on the same days with a source in common.
 */
export function likeRow({ byWeek }: Candidates, input: EntryInput): LookAlike[] {
  const { kind, title, place, date, citations } = input
  const row: Comparable = { kind, title, place, firstDay: date.firstDay, lastDay: date.lastDay }
  const addresses = new Set(citations.map(({ url }) => url).filter((url) => url !== ''))
  const near = new Set(weeksOf(row).flatMap((week) => byWeek.get(week) ?? []))
  return [...near]
    .map((candidate) => ({ candidate, score: likenessTo(row, addresses, candidate) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_ALIKE)
    .map(({ candidate: { id, kind: other, title: called, place: where, edtf } }) => ({
      ...{ id, kind: other, title: called, place: where, edtf },
    }))
}

function likenessTo(row: Comparable, addresses: Set<string>, candidate: Candidate): number {
  const score = likeness(row, candidate)
  const sameDays = row.firstDay <= candidate.lastDay && candidate.firstDay <= row.lastDay
  if (sameDays && candidate.addresses.some((url) => addresses.has(url))) return Math.max(score, 0.9)
  return score
}

/** The weeks in which an entry's days or those near them lie; of a long one the first. */
function weeksOf({ firstDay, lastDay }: { firstDay: string; lastDay: string }): number[] {
  const week = (day: string) => Math.floor(Date.parse(day) / DAY_MS / DAYS_NEAR)
  const first = week(firstDay) - 1
  const last = Math.min(week(lastDay) + 1, first + MOST_WEEKS)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function shifted(day: string, days: number): Date {
  const moved = new Date(Date.parse(day) + days * DAY_MS)
  const year = moved.getUTCFullYear()
  return year < 1 || year > 9999 ? new Date(day) : moved
}
