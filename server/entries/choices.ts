import 'server-only'
import type { EntryKind } from '@/lib/kinds/names'
import type { LookupItem } from '@/lib/search/result'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { demandsVisibleTo } from '../demands/dto'
import { idsInCampaign } from '../in-campaign'
import { dayOf } from '../search/offers'
import { talliesVisibleSql } from '../timeline/filter/visible'
import { named } from '../trash/references'
import { currentWording } from '../demands/current-wording'

/** What the entry form offers before anything is typed; everything else is looked up as one types. */
export type EntryChoices = {
  organizations: LookupItem[]
  people: LookupItem[]
  /** The kinds that the campaign uses most, the most used first. */
  usedKinds: EntryKind[]
  demands: { id: string; number: number; wording: string; targets: string[] }[]
  sources: LookupItem[]
}

const MOST_OFFERED = 40
const MOST_DEMANDS = 300
const MOST_KINDS = 5

/**
 * Reads what the entry form of a campaign offers, all of it the campaign's own: organizations,
 * demands, and the people and sources that were added last.
 */
export async function listEntryChoices(viewer: Viewer, campaignId: string): Promise<EntryChoices> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => ({
    usedKinds: await usedKinds(tx, viewer, campaignId),
    organizations: await organizationsOf(tx, campaignId),
    people: (
      await tx.person.findMany({
        where: { trashedAt: null, id: { in: await idsOf(tx, 'person', campaignId) } },
        select: { id: true, name: true },
        orderBy: { createdAt: 'desc' },
        take: MOST_OFFERED,
      })
    ).map(({ id, name }) => ({ id, name, note: '' })),
    demands: await demandsOf(tx, viewer, campaignId),
    sources: (
      await tx.source.findMany({
        where: { trashedAt: null, id: { in: await idsOf(tx, 'source', campaignId) } },
        select: { id: true, title: true, publisher: true, published: true },
        orderBy: { createdAt: 'desc' },
        take: MOST_OFFERED,
      })
    ).map(({ id, title, publisher, published }) => ({
      ...{ id, name: title, note: publisher },
      ...dayOf(published),
    })),
  }))
}

async function usedKinds(tx: Tx, viewer: Viewer, campaignId: string): Promise<EntryKind[]> {
  const rows = await tx.$queryRaw<{ kind: EntryKind }[]>`
    select kind from entry_tally t
    where ${talliesVisibleSql(viewer)} and t.campaign_id = ${campaignId}::uuid
    group by kind having sum(entries) > 0 order by sum(entries) desc, kind limit ${MOST_KINDS}`
  return rows.map(({ kind }) => kind)
}

async function idsOf(tx: Tx, record: 'person' | 'source', campaignId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from ${named(record)} where id in (${idsInCampaign(record, campaignId)})
    order by created_at desc limit ${MOST_OFFERED}`
  return rows.map(({ id }) => id)
}

async function organizationsOf(tx: Tx, campaignId: string): Promise<LookupItem[]> {
  const rows = await tx.campaignOrganization.findMany({
    where: { campaignId, organization: { trashedAt: null } },
    select: { organization: { select: { id: true, name: true, otherNames: true } } },
    orderBy: [{ role: 'asc' }, { organization: { name: 'asc' } }],
    take: MOST_OFFERED,
  })
  const offered = new Map(rows.map(({ organization }) => [organization.id, organization]))
  return [...offered.values()].map(({ id, name, otherNames }) => ({
    ...{ id, name },
    note: otherNames.join(', '),
  }))
}

async function demandsOf(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
): Promise<EntryChoices['demands']> {
  const rows = await tx.demand.findMany({
    where: { AND: [demandsVisibleTo(viewer), { campaignId }] },
    select: {
      id: true,
      number: true,
      ...currentWording,
      targets: { select: { organization: { select: { name: true } } } },
    },
    orderBy: { number: 'asc' },
    take: MOST_DEMANDS,
  })
  return rows.map(({ id, number, versions, targets }) => ({
    ...{ id, number },
    wording: versions[0]?.wording ?? '',
    targets: targets.map(({ organization }) => organization.name),
  }))
}
