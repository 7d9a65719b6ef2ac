import 'server-only'
import { Prisma } from '@/prisma/generated/client'
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
  SharedRequests,
} from '@/lib/shares/record'
import type { FilterNames } from '@/lib/timeline/filter-words'
import { isEmptyFilter, noFilter, type TimelineFilter } from '@/lib/timeline/filters'
import { requireShareReader, type ShareReader } from '../../auth/viewer'
import { withViewer, type Tx } from '../../db'
import { notFound } from '../../errors'
import { withholderFor } from '../../people/withheld'
import { plannedOnce } from '../../statement-names'
import type { Stamp } from '../../timeline/counts/stamp'
import { campaignsVisibleSql } from '../../timeline/filter/visible'
import { entryAround } from './around'
import { sharedDrawing } from './drawing'
import { countEntries, sharedEntry, sharedWindow, type Window } from './entries'
import {
  publisherIn,
  publisherSql,
  soleDemand,
  termsOf,
  type OpenTerms,
  type PublisherRow,
  type ShareTerms,
} from './terms'
import { findIn } from './find'
import { lastChange } from './last-change'
import { hasMap } from './has-map'
import { readSharedDemands, sharedLedger } from './ledger'
import { stampOnce } from './link-cache'
import { sharedRequests } from './requests'
import { sharedOnNow } from './on-now'
import { narrowedEntries, sharedEntries, type Narrowed } from './where'

/** One page of what a link shows; `count` is of what the reader asked for, `updatedAt` an ISO timestamp. */
export type SharedPage = {
  campaign: SharedHead
  terms: OpenTerms
  demands: SharedDemand[]
  /** The one demand that the link is about, or null. */
  subject: SharedDemand | null
  /** How many requests are unanswered; null where that is not known of the whole record. */
  requests: SharedRequests | null
  /** All of it over time; null where the page is not the first one, or there is nothing to draw. */
  drawing: SharedDrawing | null
  /** What goes on today; empty where the page is not the first one. */
  onNow: SharedOnNow
  page: { entries: SharedEntry[]; next: string | null }
  count: number
  /** Whether it has a map. */
  map: boolean
  /** What of the reader's filter was listened to, and what it is called. */
  filter: TimelineFilter
  filterNames: FilterNames
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
      // A single entry is its page, which cannot be turned nor narrowed.
      const isEntry = terms.scope === 'entry'
      const shown = isEntry ? { ...window, after: null, limit: 1 } : window
      const narrowed = await context.narrowed((!isEntry && window.filter) || noFilter)
      const { entries, filter } = narrowed
      const isLedger = terms.scope === 'ledger'
      const drawn = !window.after && (terms.scope === 'campaign' || terms.scope === 'filter')
      const isAsked = !isEmptyFilter(filter)
      const counted = isLedger ? Promise.resolve(0) : countEntries(tx, entries)
      // They stand on the first page alone, and so do their clocks.
      const ledger = window.after ? readSharedDemands(context) : sharedLedger(context)
      // The database reads one part while we are at another.
      const [count, demands, page, onNow, drawing, requests, map, find, updatedAt] =
        await Promise.all([
          counted,
          ledger,
          isLedger ? { entries: [], next: null } : sharedWindow({ ...context, entries }, shown),
          drawn ? sharedOnNow(context, entries) : { entries: [], more: 0 },
          drawn ? sharedDrawing(context, entries, ledger) : null,
          window.after ? null : sharedRequests(context),
          hasMap(context),
          counted.then((count) => findIn(context, { count, isAsked })),
          context.lastChange(),
        ])
      return {
        ...{ campaign: context.campaign, terms, demands, onNow, drawing, page, count, find },
        ...{ requests, map, filter, filterNames: narrowed.names },
        subject: demands.find(({ number }) => number === soleDemand(terms)) ?? null,
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
  preview?: ShareTerms,
): Promise<OneEntry & { around: EntryAround }> {
  return readingOf(
    reader,
    async (context) => ({
      ...(await entryOf(context, id)),
      around: await entryAround(context, id),
    }),
    preview,
  )
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
  /** Names the state of the workspace that is read. */
  stamp: () => Promise<Stamp>
  /** When what the link shows was changed last. */
  lastChange: () => Promise<Date>
  /** The one way out: every text that a reader gets goes through it. */
  names: Withholder
  withhold: (text: string) => Shown
  entries: Prisma.Sql
  /** Those of them that a reader's filter asks for. */
  narrowed: (filter: TimelineFilter) => Promise<Narrowed>
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
      ...{ tx, reader, terms, names, entries, rules: agreed.rules, stamp: stampOnce(tx, reader) },
      withhold: (text) => names.show(text),
      narrowed: (filter) => narrowedEntries({ tx, reader, terms, names, entries }, filter),
      campaign: names.showAll({ title, summary, timeZone }),
      lastChange: () => lastChange({ tx, reader, terms, entries, createdAt, timeZone }),
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
