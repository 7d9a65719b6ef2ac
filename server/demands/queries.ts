import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import type { DemandThread } from '@/lib/directory'
import type { DemandDto } from '@/lib/record'
import { firstRecordedDay } from '@/lib/demands/first-day'
import { requireMember, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer, type Tx } from '../db'
import { notFound } from '../errors'
import { campaignsVisibleTo } from '../policy'
import { timelineOrder } from '../timeline/cursor'
import { visibleSql } from '../timeline/filter/visible'
import { dayAsked } from './as-of'
import { withClocks } from './with-clocks'
import { demandSelect, demandsVisibleTo, toAssessment, toDemand, type AssessmentRow } from './dto'
import { audienceOf } from './audience'
import { demandsOf } from './of-campaign'
import { threadOf, threadOthers, threadSources, threadSpeakers } from './thread'

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
      select: { id: true, timeZone: true },
    })
    if (!campaign) throw notFound('campaign')
    return demandsOf(tx, viewer, campaign, asOf)
  })
}

/**
 * Reads one demand of a campaign by its number, as of a day: the entries that raise, repeat or answer
 * it, who spoke there, the sources, its clocks, and the history of its standings.
 *
 * @param asOf ISO day; by default today in the campaign's time zone.
 * @throws AppError `not_found` when the campaign or the demand is missing or hidden, `invalid` for
 *   what is not a day.
 */
export async function getDemand(
  viewer: Viewer,
  slug: string,
  number: number,
  { asOf }: { asOf?: string | undefined } = {},
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
    const day = dayAsked(asOf, timeZone)
    const of = { demandId: row.id, asOf: day }
    const [audience, deciders, thread, speakers, others, sources] = await Promise.all([
      audienceOf(tx, viewer, row.assessments),
      decidersOf(tx, row.assessments),
      threadOf(tx, viewer, of),
      threadSpeakers(tx, viewer, of),
      threadOthers(tx, viewer, of),
      threadSources(tx, viewer, of),
    ])
    const [demand] = await withClocks(tx, viewer, [toDemand(row, day, audience)], {
      entries: visibleSql(viewer),
      asOf: day,
    })
    if (!demand) throw notFound('demand')
    const history = row.assessments
      .filter((one) => isoDayOf(one.firstDay) <= day)
      .sort(
        (a, b) =>
          b.firstDay.getTime() - a.firstDay.getTime() ||
          b.createdAt.getTime() - a.createdAt.getTime(),
      )
    return {
      campaign: { id, slug, title, timeZone },
      asOf: day,
      demand,
      begins: firstRecordedDay([demand], day),
      thread,
      speakers,
      others,
      sources,
      assessments: history.map((assessment) => toAssessment(assessment, audience, deciders)),
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
    return tx.$queryRaw`
      select e.id, e.title, e.edtf from entry e
      where ${visibleSql(viewer)} and e.campaign_id = ${campaign.id}::uuid
      order by ${timelineOrder('down')} limit ${MOST_EVIDENCE}`
  })
}

async function decidersOf(tx: Tx, rows: AssessmentRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ decidedBy }) => decidedBy ?? [])
  if (ids.length === 0) return new Map()
  const members = await tx.member.findMany({
    where: { id: { in: ids } },
    select: { id: true, account: { select: { name: true } } },
  })
  return new Map(members.map(({ id, account }) => [id, account.name]))
}
