import 'server-only'
import type { FormValues } from '@/lib/forms/state'
import type { Said } from '@/lib/imports/said'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { entriesRestorableBy, entriesVisibleTo } from '../policy'
import type { GoodRow } from './check'

const AT_ONCE = 5_000
const MOST_GONE = 1_000

/** A row with the entry that an older edition of its file made, and what it said then. */
export type OlderEntry = GoodRow & { entryId: string; older: Said }

/** What the latest edition before said under a key. */
type OlderRow = { hash: string; entryId: string; said: Said; trashed: boolean }

/** Takes away keys that several rows of one file have, since they tell none of them. */
export function forgetSharedKeys(rows: GoodRow[]): void {
  const counts = new Map<string, number>()
  for (const { key } of rows) if (key) counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const row of rows) if (row.key && (counts.get(row.key) ?? 0) > 1) row.key = null
}

/** The rows of older editions that have the keys of these, as far as this viewer may know of them. */
export async function olderRows(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  rows: readonly GoodRow[],
): Promise<Map<string, OlderRow>> {
  const keys = rows.flatMap(({ key }) => key ?? [])
  const older = new Map<string, OlderRow>()
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const some = keys.slice(from, from + AT_ONCE)
    const found = await tx.$queryRaw<(OlderRow & { key: string })[]>`
      select distinct on (r.key) encode(r.key, 'hex') as key, encode(r.hash, 'hex') as hash,
        r.entry_id::text as "entryId", r.said, e.trashed_at is not null as trashed
      from imported_row r
      join import i on i.workspace_id = r.workspace_id and i.id = r.import_id
      join entry e on e.workspace_id = r.workspace_id and e.id = r.entry_id
      where i.campaign_id = ${campaignId}::uuid and i.state = 'done' and r.result <> 'joined'
        and r.taken_back is null and r.key = any(select decode(k, 'hex') from unnest(${some}::text[]) k)
      order by r.key, i.finished_at desc`
    const seen = await tx.entry.findMany({
      where: {
        AND: [
          { id: { in: found.map(({ entryId }) => entryId) } },
          { OR: [entriesVisibleTo(viewer), entriesRestorableBy(viewer)] },
        ],
      },
      select: { id: true },
    })
    const ids = new Set(seen.map(({ id }) => id))
    for (const { key, ...row } of found) if (ids.has(row.entryId)) older.set(key, row)
  }
  return older
}

/** What the rows of a file are told by, also of those that are refused and of those that share a key. */
export class RowsThere {
  readonly hashes: string[] = []
  readonly keys: string[] = []
  readonly addresses: string[] = []

  /** @param refused what a row says that has no readable day, and so no key of its address and day. */
  add(hash: string, key: string | null, refused: FormValues = {}): void {
    this.hashes.push(hash)
    if (key !== null) this.keys.push(key)
    else this.addresses.push(...addressesIn(refused))
  }
}

function addressesIn(values: FormValues): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    /^citations\.\d+\.url$/.test(name) && typeof value === 'string' && value !== '' ? [value] : [],
  )
}

/** Entries that older editions of a file made and that are not in this one, by title. */
export async function goneRows(
  tx: Tx,
  viewer: Viewer,
  { campaignId, series, there }: { campaignId: string; series: string; there: RowsThere },
): Promise<{ id: string; title: string }[]> {
  const { keys, hashes, addresses } = there
  const found = await tx.$queryRaw<{ id: string }[]>`
    select distinct r.entry_id::text as id from imported_row r
    join import i on i.workspace_id = r.workspace_id and i.id = r.import_id
    where i.campaign_id = ${campaignId}::uuid and i.series = ${series} and i.state = 'done'
      and r.result <> 'joined' and r.taken_back is null
    group by r.entry_id
    having not bool_or(coalesce(r.key = any(select decode(k, 'hex') from unnest(${keys}::text[]) k), false)
      or r.hash = any(select decode(h, 'hex') from unnest(${hashes}::text[]) h)
      or coalesce(r.said->>'citations.0.url' = any(${addresses}::text[]), false))
    limit ${MOST_GONE}`
  return tx.entry.findMany({
    where: { AND: [entriesVisibleTo(viewer), { id: { in: found.map(({ id }) => id) } }] },
    select: { id: true, title: true },
    orderBy: [{ firstDay: 'asc' }, { id: 'asc' }],
  })
}
