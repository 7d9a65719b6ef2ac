import 'server-only'
import { todayIn } from '@/lib/dates/days'
import type { EntryFieldName } from '@/lib/entries/fields/index'
import { changesInWords } from '@/lib/shares/changed-fields'
import type { SharedEntry, SharedHead } from '@/lib/shares/record'
import { Prisma } from '@/prisma/generated/client'
import type { ShareReader } from '../../auth/viewer'
import { placePrecisionFor } from '../../entries/present-place'
import { outcomesShown } from '../reading/changed-rows'
import { sharedEntriesOf } from '../reading/entries'
import { readingOf, type Context } from '../reading/read'
import type { OpenTerms } from '../reading/terms'
import { changedBesides, MOST, type ChangeBesides } from './changes-besides'
import { seenChanges } from './seen-changes'

/** An entry that was corrected: which parts, in words, and on which day (ISO) last. */
type Correction = { entry: SharedEntry; fields: string[]; day: string }

/** What changed in what a link shows since the beginning of a day (ISO) in the campaign's time zone. */
export type ChangesSince = {
  campaign: SharedHead
  terms: OpenTerms
  since: string
  added: SharedEntry[]
  corrected: Correction[]
  /** Entries that were published and no longer are, where the link would have shown them. */
  gone: number
  /** Whether it can be told that entries were taken out: not of a link to a part of the record. */
  tellsGone: boolean
  /** What else it shows that changed: demands' wordings and statuses, the campaign's own text. */
  besides: ChangeBesides[]
  /** Whether there is more than one page tells. */
  cut: boolean
}

/**
 * Reads what changed behind a link, from the kept revisions: of a correction no more is told than
 * which parts it touched, and only of those that the link shows.
 *
 * @param since a day (ISO); null for thirty days ago.
 * @throws AppError `not_found`.
 */
export async function readChangesSince(
  reader: ShareReader,
  since: string | null,
): Promise<ChangesSince> {
  return readingOf(reader, async (context) => {
    const { campaign, terms } = context
    const { timeZone } = campaign
    const day = since ?? todayIn(timeZone, new Date(Date.now() - 30 * 24 * 60 * 60_000))
    const begin = Prisma.sql`(${day}::date::timestamp at time zone ${timeZone})`
    const { besides, cut } = await changedBesides(context, begin)
    const head = { campaign, terms, since: day, besides, tellsGone: terms.scope === 'campaign' }
    if (terms.scope === 'ledger') return { ...head, added: [], corrected: [], gone: 0, cut }
    const found = await changedEntries(context, begin)
    const ids = found.map(({ id }) => id)
    const entries = await sharedEntriesOf(context, ids)
    const places = await placesOf(context, ids)
    const seen = await seenChanges(
      context,
      found.map(({ id, fields }) => ({ id, fields, precision: places.get(id) ?? 'hidden' })),
      begin,
    )
    const added: SharedEntry[] = []
    const corrected: Correction[] = []
    found.forEach((row, index) => {
      const entry = entries[index]
      if (!entry) return
      if (!row.before) return void added.push(entry)
      const compared = seen.get(row.id)
      const fields = changesInWords(row.fields, terms.rules, {
        // What came of an inquiry is no part of the entry's own states.
        seen: compared && row.outcome ? new Set([...compared, INQUIRY]) : (compared ?? null),
        exactPlace: places.get(row.id) === 'exact',
        people: entry.appearances.length > 0,
        hours: places.get(row.id) !== 'hidden',
      })
      if (fields.length > 0)
        corrected.push({ entry, fields, day: todayIn(timeZone, row.at ?? new Date()) })
    })
    const gone = await goneSince(context, begin)
    return { ...head, added, corrected, gone, cut: cut || found.length === MOST }
  })
}

// What came of an inquiry is recorded beside its entry, of which no revision tells.
const INQUIRY: EntryFieldName = 'inquiry'

type Changed = {
  id: string
  before: boolean
  fields: string[]
  /** Whether something came of an inquiry. */
  outcome: boolean
  at: Date | null
}

/** Entries that the link shows and that were written since: whether they were published before, and what changed. */
function changedEntries(
  { tx, reader, rules, entries }: Context,
  begin: Prisma.Sql,
): Promise<Changed[]> {
  return tx.$queryRaw<Changed[]>`
    with outcome as (
      select o.entry_id, max(o.at) as at from (${outcomesShown({ reader, rules, entries })}) o
       where o.at >= ${begin} group by o.entry_id)
    select e.id, greatest(r.at, o.at) as at,
           coalesce(r.fields, '{}') || case when o.at is null then '{}'::text[] else array[${INQUIRY}::text] end as fields,
           o.at is not null as outcome,
           coalesce(b.published, e.created_at < ${begin}) as before
      from entry e
      left join outcome o on o.entry_id = e.id
      left join lateral (
        select max(r.at) as at, array_agg(distinct f.name) filter (where f.name is not null) as fields
          from revision r left join lateral jsonb_object_keys(r.changes) f(name) on true
         where r.workspace_id = e.workspace_id and r.record = 'entry' and r.record_id = e.id
           and r.at >= ${begin}) r on true
      left join lateral (
        select r.snapshot->>'status' = 'published' as published
          from revision r
         where r.workspace_id = e.workspace_id and r.record = 'entry' and r.record_id = e.id
           and r.at < ${begin}
         order by r.version desc limit 1) b on true
     where ${entries} and (r.at is not null or o.at is not null or e.created_at >= ${begin})
     order by coalesce(greatest(r.at, o.at), e.created_at) desc, e.id
     limit ${MOST}`
}

async function placesOf({ tx, reader, rules }: Context, ids: string[]) {
  const rows = await tx.entry.findMany({
    where: { workspaceId: reader.workspaceId, id: { in: ids } },
    select: { id: true, placePrecision: true, placeHiddenUntil: true },
  })
  const audience = { now: new Date(), rules }
  return new Map(rows.map((row) => [row.id, placePrecisionFor(row, audience)]))
}

// Whether a filter let them through cannot be told any more, so only links without one count them.
async function goneSince(
  { tx, reader, terms: { scope, rules } }: Context,
  begin: Prisma.Sql,
): Promise<number> {
  if (scope !== 'campaign') return 0
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from entry e
     where e.workspace_id = ${reader.workspaceId}::uuid and e.campaign_id = ${reader.campaignId}::uuid
       and e.lane = any(${[...rules.lanes]}::lane[]) and e.kind = any(${[...rules.kinds]}::entry_kind[])
       and (
         (e.status = 'published' and e.trashed_at >= ${begin})
         or (e.status <> 'published' and exists (
           select 1 from revision r
            where r.workspace_id = e.workspace_id and r.record = 'entry' and r.record_id = e.id
              and r.at >= ${begin} and r.changes->'status'->>'from' = 'published')))`
  return row?.count ?? 0
}
