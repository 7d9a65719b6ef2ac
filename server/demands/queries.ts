import 'server-only'
import { todayIn } from '@/lib/dates/days'
import type { DemandThread } from '@/lib/directory'
import type { DemandDto } from '@/lib/record'
import { requireMember, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer, type Tx } from '../db'
import { notFound } from '../errors'
import { namesWithheld } from '../people/names-in-text'
import { campaignsVisibleTo, entriesVisibleTo } from '../policy'
import { dayAsked } from './as-of'
import {
  demandSelect,
  demandsVisibleTo,
  toAssessment,
  toDemand,
  type AssessmentRow,
  type DemandEyes,
} from './dto'

const MOST_DEMANDS = 2_000
const MOST_EVIDENCE = 500

/**
 * Lists a campaign's demands by number, each with its standing at each target as this viewer may
 * know it.
 *
 * @param asOf ISO day for which the standings hold; by default today in the campaign's time zone.
 * @throws AppError `not_found` when the campaign is missing or hidden, `invalid` for another day.
 */
export async function listDemands(
  viewer: Viewer,
  campaignId: string,
  { asOf }: { asOf?: string } = {},
): Promise<DemandDto[]> {
  return withViewer(viewer, async (tx) => {
    const campaign = await tx.campaign.findFirst({
      where: { AND: [campaignsVisibleTo(viewer), { id: campaignId }] },
      select: { timeZone: true },
    })
    if (!campaign) throw notFound('campaign')
    const rows = await tx.demand.findMany({
      where: { AND: [demandsVisibleTo(viewer), { campaignId }] },
      select: demandSelect(viewer),
      orderBy: { number: 'asc' },
      take: MOST_DEMANDS,
    })
    const day = dayAsked(asOf, campaign.timeZone)
    const eyes = await eyesOf(
      tx,
      viewer,
      rows.flatMap(({ assessments }) => assessments),
    )
    return rows.map((row) => toDemand(row, day, eyes))
  })
}

/**
 * Reads one demand of a campaign by its number, with the entries that raise, repeat or answer it
 * and the history of its standings.
 *
 * @throws AppError `not_found` when the campaign or the demand is missing or hidden.
 */
export async function getDemand(
  viewer: Viewer,
  slug: string,
  number: number,
): Promise<DemandThread> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const { id, title, timeZone } = await campaignBySlug(tx, viewer, slug)
    if (!Number.isInteger(number) || number < 1 || number > 2 ** 31 - 1) throw notFound('demand')
    const row = await tx.demand.findFirst({
      where: { AND: [demandsVisibleTo(viewer), { campaignId: id, number }] },
      select: demandSelect(viewer),
    })
    if (!row) throw notFound('demand')
    const eyes = await eyesOf(tx, viewer, row.assessments)
    const deciders = await decidersOf(tx, row.assessments)
    const history = [...row.assessments].sort(
      (a, b) =>
        b.firstDay.getTime() - a.firstDay.getTime() ||
        b.createdAt.getTime() - a.createdAt.getTime(),
    )
    return {
      campaign: { id, slug, title, timeZone },
      demand: toDemand(row, todayIn(timeZone), eyes),
      thread: await threadOf(tx, viewer, row.id),
      assessments: history.map((assessment) => toAssessment(assessment, eyes, deciders)),
    }
  })
}

/**
 * Lists the newest entries of a campaign that an assessment may rest on, at most 500.
 *
 * @throws AppError `not_found` when the campaign is missing or hidden.
 */
export async function listEvidence(
  viewer: Viewer,
  slug: string,
): Promise<{ id: string; title: string; edtf: string }[]> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const campaign = await campaignBySlug(tx, viewer, slug)
    return tx.entry.findMany({
      where: { AND: [entriesVisibleTo(viewer), { campaignId: campaign.id }] },
      select: { id: true, title: true, edtf: true },
      orderBy: [{ firstDay: 'desc' }, { id: 'desc' }],
      take: MOST_EVIDENCE,
    })
  })
}

async function threadOf(tx: Tx, viewer: Viewer, demandId: string) {
  const rows = await tx.entryDemand.findMany({
    where: { demandId, entry: entriesVisibleTo(viewer) },
    select: {
      id: true,
      relation: true,
      stance: true,
      organization: { select: { name: true } },
      entry: {
        select: { id: true, title: true, kind: true, lane: true, status: true, edtf: true },
      },
    },
    orderBy: [{ entry: { firstDay: 'asc' } }, { entryId: 'asc' }, { position: 'asc' }],
    take: 1_000,
  })
  return rows.map(({ organization, ...row }) => ({ ...row, at: organization?.name ?? null }))
}

async function decidersOf(tx: Tx, rows: AssessmentRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ decidedBy }) => decidedBy ?? [])
  const members = await tx.member.findMany({
    where: { id: { in: ids } },
    select: { id: true, account: { select: { name: true } } },
  })
  return new Map(members.map(({ id, account }) => [id, account.name]))
}

async function eyesOf(tx: Tx, viewer: Viewer, rows: AssessmentRow[]): Promise<DemandEyes> {
  const withhold = await namesWithheld(tx, viewer)
  const ids = [...new Set(rows.flatMap(({ entryId }) => entryId ?? []))]
  const entries = await tx.entry.findMany({
    where: { AND: [entriesVisibleTo(viewer), { id: { in: ids } }] },
    select: { id: true, title: true },
  })
  return { withhold, titles: new Map(entries.map(({ id, title }) => [id, withhold(title)])) }
}
