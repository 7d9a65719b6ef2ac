import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { todayIn } from '@/lib/dates/days'
import type { Shown } from '@/lib/people/shown'
import type { Withholder } from '@/lib/people/withholder'
import type { CampaignHead } from '@/lib/record'
import type { SharedDrawing } from '@/lib/shares/drawing/drawing'
import type {
  EntryAround,
  SharedDemand,
  SharedEntry,
  SharedFind,
  SharedHead,
  SharedOnNow,
} from '@/lib/shares/record'
import { isEmptyFilter, noFilter, type TimelineFilter } from '@/lib/timeline/filters'
import { requireShareReader, type ShareReader } from '../../auth/viewer'
import { withViewer, type Tx } from '../../db'
import { notFound } from '../../errors'
import { readClocks } from '../../demands/clock'
import { withholderFor } from '../../people/withheld'
import { plannedOnce } from '../../statement-names'
import { campaignsVisibleSql } from '../../timeline/filter/visible'
import { entryAround } from './around'
import { demandsTouched, sharedDemands } from './demands'
import { sharedDrawing } from './drawing'
import { sharedEntry, sharedWindow, type Window } from './entries'
import { withLinkIds } from './link-ids'
import {
  countsDays,
  publisherIn,
  publisherSql,
  termsOf,
  type OpenTerms,
  type PublisherRow,
  type ShareTerms,
} from './terms'
import { findIn } from './find'
import { sharedOnNow } from './on-now'
import { askable, sharedEntries } from './where'
import { sameAsRecord, wholeRecord } from './whole-record'

/** One page of what a link shows; `count` is of what the reader asked for, `updatedAt` an ISO timestamp. */
export type SharedPage = {
  campaign: SharedHead
  terms: OpenTerms
  demands: SharedDemand[]
  /** All of it over time; null where the page is not the first one, or there is nothing to draw. */
  drawing: SharedDrawing | null
  /** What goes on today; empty where the page is not the first one. */
  onNow: SharedOnNow
  page: { entries: SharedEntry[]; next: string | null }
  count: number
  /** By what to look for entries; null where there are so few that nobody needs to. */
  find: SharedFind | null
  updatedAt: string
}

/**
 * Reads a window of what a link shows. The campaign, the lens and the scope are the link's own;
 * nothing that a reader sends chooses others.
 *
 * @param preview the terms of a link that does not exist yet.
 * @throws AppError `not_found` when the campaign or the link is gone, `invalid` for a cursor that
 *   is not ours.
 */
export async function readShared(
  reader: ShareReader,
  window: Window & { filter?: TimelineFilter },
  preview?: ShareTerms,
): Promise<SharedPage> {
  return readingOf(
    reader,
    async (context) => {
      const { tx, terms } = context
      const { filter = noFilter } = window
      const entries = await context.entriesFor(filter)
      const isLedger = terms.scope === 'ledger'
      const drawn = !window.after && (terms.scope === 'campaign' || terms.scope === 'filter')
      const isAsked = !isEmptyFilter(askable(filter, terms))
      const counted = isLedger ? Promise.resolve(0) : countOf(tx, entries)
      // They stand on the first page alone, and so do their clocks.
      const ledger = window.after ? readSharedDemands(context) : ledgerOf(context)
      // The database reads one part while we are at another.
      const [count, demands, page, onNow, drawing, find, updatedAt] = await Promise.all([
        counted,
        ledger,
        isLedger ? { entries: [], next: null } : sharedWindow({ ...context, entries }, window),
        drawn ? sharedOnNow(context, entries) : { entries: [], more: 0 },
        drawn ? sharedDrawing(context, entries, ledger) : null,
        counted.then((count) => findIn(context, { count, isAsked })),
        context.lastChange(),
      ])
      return {
        ...{ campaign: context.campaign, terms, demands, onNow, drawing, page, count, find },
        updatedAt: updatedAt.toISOString(),
      }
    },
    preview,
  )
}

type OneEntry = { campaign: SharedHead; terms: OpenTerms; entry: SharedEntry }

/** Reads one entry by the id that the link's readers know. @throws AppError `not_found`. */
export async function readSharedEntry(reader: ShareReader, id: string): Promise<OneEntry> {
  return readingOf(reader, (context) => entryOf(context, id))
}

/** The same, with the entries beside it and its thread. @throws AppError `not_found`. */
export async function readEntryPage(
  reader: ShareReader,
  id: string,
): Promise<OneEntry & { around: EntryAround }> {
  return readingOf(reader, async (context) => ({
    ...(await entryOf(context, id)),
    around: await entryAround(context, id),
  }))
}

async function entryOf(context: Context, id: string): Promise<OneEntry> {
  const { campaign, terms } = context
  const entry = terms.scope === 'ledger' ? null : await sharedEntry(context, id)
  if (!entry) throw notFound('entry')
  return { campaign, terms, entry }
}

/** What is known of a link while something behind it is read. */
export type Context = {
  tx: Tx
  reader: ShareReader
  terms: OpenTerms
  rules: ShareTerms['rules']
  campaign: SharedHead
  /** When what the link shows was changed last. */
  lastChange: () => Promise<Date>
  /** The one way out: every text that a reader gets goes through it. */
  names: Withholder
  withhold: (text: string) => Shown
  entries: Prisma.Sql
  entriesFor: (filter: TimelineFilter) => Promise<Prisma.Sql>
}

/**
 * Reads something behind a link in one transaction, with what the link allows at hand.
 *
 * @param preview the terms of a link that does not exist yet.
 * @param door `inSnapshot` where it takes long.
 * @throws AppError `not_found` when the campaign or the link is gone.
 */
export async function readingOf<T>(
  reader: ShareReader,
  work: (context: Context) => Promise<T>,
  preview?: ShareTerms,
  door: typeof withViewer = withViewer,
): Promise<T> {
  requireShareReader(reader)
  return door(reader, async (tx) => {
    const agreement = preview ? Promise.resolve(preview) : termsOf(tx, reader)
    const [agreed, row, names] = await Promise.all([
      agreement,
      campaignOf(tx, reader),
      withholderFor(
        tx,
        reader.workspaceId,
        agreement.then(({ rules }) => rules.people),
      ),
    ])
    const { title, summary, timeZone, createdAt, ...publisher } = row
    const terms = { ...agreed, publisher: names.showAll(publisherIn(publisher, agreed)) }
    const entries = await sharedEntries(tx, reader, terms)
    return work({
      tx,
      reader,
      terms,
      rules: agreed.rules,
      names,
      withhold: (text) => names.show(text),
      entries,
      entriesFor: (filter) => sharedEntries(tx, reader, terms, filter),
      campaign: names.showAll({ title, summary, timeZone }),
      lastChange: () => lastChange(tx, entries, createdAt),
    })
  })
}

type CampaignRow = CampaignHead & PublisherRow & { createdAt: Date }

async function campaignOf(tx: Tx, reader: ShareReader): Promise<CampaignRow> {
  const [row] = await tx.$queryRaw<CampaignRow[]>`${plannedOnce}
    select c.title, c.summary, c.time_zone as "timeZone", c.created_at as "createdAt", ${publisherSql}
    from campaign c join workspace w on w.id = c.workspace_id where ${campaignsVisibleSql(reader)}`
  if (!row) throw notFound('campaign')
  return row
}

// What a link hides could be an answer: no days are counted at a target where the record knows more.
async function ledgerOf(context: Context): Promise<SharedDemand[]> {
  const { tx, reader, campaign, entries, names } = context
  const { timeZone } = campaign
  const ids = await demandsTouched(context)
  const demands = sharedDemands({ ...context, timeZone }, ids)
  if (!countsDays(context.terms)) return names.showAll(withLinkIds(reader, await demands))
  const asOf = todayIn(timeZone)
  const of = { demands: Prisma.sql`d.id = any(${ids}::uuid[])`, asOf }
  const [listed, shown, record] = await Promise.all([
    demands,
    readClocks(tx, reader, { ...of, entries }),
    readClocks(tx, reader, { ...of, entries: wholeRecord(reader) }),
  ])
  const counted = listed.map((demand) => ({
    ...demand,
    targets: demand.targets.map((target) => {
      const clock = shown.at(demand.id, target.id)
      return sameAsRecord(clock, record.at(demand.id, target.id)) ? { ...target, clock } : target
    }),
  }))
  return names.showAll(withLinkIds(reader, counted))
}

export async function readSharedDemands(context: Context): Promise<SharedDemand[]> {
  const { campaign, reader, names } = context
  const ids = await demandsTouched(context)
  const demands = await sharedDemands({ ...context, timeZone: campaign.timeZone }, ids)
  return names.showAll(withLinkIds(reader, demands))
}

// Only what the link shows counts: a change behind it would otherwise be seen by its date.
async function lastChange(tx: Tx, entries: Prisma.Sql, createdAt: Date): Promise<Date> {
  const [row] = await tx.$queryRaw<
    { entry: Date | null; standing: Date | null; dispute: Date | null }[]
  >`
    with shown as (
      select a.workspace_id, a.id, a.decided_at from assessment a
      where a.state = 'confirmed' and a.entry_id in (select e.id from entry e where ${entries}))
    select max(e.updated_at) as entry,
      (select max(s.decided_at) from shown s) as standing,
      (select max(greatest(d.created_at, d.taken_back_at, d.changed_at)) from dispute d
        join shown s on s.workspace_id = d.workspace_id and s.id = d.assessment_id) as dispute
    from entry e where ${entries}`
  const changes = [createdAt, row?.entry, row?.standing, row?.dispute]
  return new Date(Math.max(...changes.map((change) => change?.getTime() ?? 0)))
}

async function countOf(tx: Tx, entries: Prisma.Sql): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from entry e where ${entries}`
  return row?.count ?? 0
}
