import 'server-only'
import { isoDayOf, todayIn } from '@/lib/dates/days'
import { readClock } from '@/lib/demands/clock'
import type { ScoreCell, ScoreEntry, ScoreInquiry, Scorecard } from '@/lib/organizations/scorecard'
import { Prisma } from '@/prisma/generated/client'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { isIsoDay } from '../demands/as-of'
import { readClocks } from '../demands/clock'
import { demandsVisibleTo } from '../demands/dto'
import { historyAsOf, type Assessed } from '../demands/standing'
import { AppError, notFound } from '../errors'
import { isUuid } from '../ids'
import { campaignsVisibleTo, entriesVisibleTo } from '../policy'
import { visibleSql } from '../timeline/filter/visible'
import { withDivisions } from './divisions'

const MOST = 10_000

type Asked = { id: string; divisions: boolean; asOf?: string | undefined }

/**
 * Reads an organization over all campaigns, as far as this member may see them.
 *
 * @param asked `divisions`: whether what belongs to it counts too; `asOf`: an ISO day, today in each
 *   campaign's time zone by default.
 * @throws AppError `not_found` when it is missing or in the trash, `invalid` for what is not a day.
 */
export async function readScorecard(viewer: Viewer, asked: Asked): Promise<Scorecard> {
  requireMember(viewer)
  const { id, divisions, asOf } = asked
  if (!isUuid(id)) throw notFound('organization')
  if (asOf !== undefined && !isIsoDay(asOf))
    throw new AppError('invalid', 'Give the day as year, month and day.', ['asOf'])
  return withViewer(viewer, async (tx) => {
    const organization = await tx.organization.findFirst({
      where: { id, trashedAt: null },
      select: { id: true, name: true },
    })
    if (!organization) throw notFound('organization')
    const below = (await withDivisions(tx, [id])).filter((one) => one !== id)
    const names = await tx.organization.findMany({
      where: { id: { in: below }, trashedAt: null },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    })
    const counted = divisions ? [id, ...names.map((one) => one.id)] : [id]
    const campaigns = await tx.campaign.findMany({
      where: campaignsVisibleTo(viewer),
      select: { id: true, slug: true, title: true, timeZone: true },
      orderBy: { title: 'asc' },
    })
    const known = new Map(
      campaigns.map((campaign) => [
        campaign.id,
        { slug: campaign.slug, asOf: asOf ?? todayIn(campaign.timeZone) },
      ]),
    )
    const scope: Scope = { tx, viewer, counted, campaigns: known }
    const facts = {
      cells: await cellsOf(scope),
      entries: await entriesOf(scope),
      inquiries: await inquiriesOf(scope),
    }
    const used = new Set(
      Object.values(facts).flatMap((list) => list.map(({ campaign }) => campaign)),
    )
    return {
      ...{ organization, divisions: names, withDivisions: divisions, facts },
      asOf: asOf ?? latest([...known.values()].map((campaign) => campaign.asOf)),
      campaigns: campaigns
        .filter(({ slug }) => used.has(slug))
        .map(({ slug, title }) => ({ slug, title })),
    }
  })
}

type Scope = {
  tx: Tx
  viewer: Viewer
  /** The ids of the organizations that count. */
  counted: string[]
  campaigns: Map<string, { slug: string; asOf: string }>
}

function latest(days: string[]): string {
  return days.sort().at(-1) ?? todayIn('UTC')
}

async function cellsOf({ tx, viewer, counted, campaigns }: Scope): Promise<ScoreCell[]> {
  const demands = await tx.demand.findMany({
    where: {
      AND: [
        demandsVisibleTo(viewer),
        {
          campaignId: { in: [...campaigns.keys()] },
          targets: { some: { organizationId: { in: counted } } },
        },
      ],
    },
    select: {
      id: true,
      campaignId: true,
      number: true,
      versions: { select: { wording: true }, orderBy: { number: 'desc' }, take: 1 },
      targets: {
        where: { organizationId: { in: counted } },
        select: { organization: { select: { id: true, name: true } } },
      },
    },
    orderBy: [{ campaignId: 'asc' }, { number: 'asc' }],
    take: MOST,
  })
  const assessed = await assessmentsOf(
    tx,
    demands.map(({ id }) => id),
    counted,
  )
  const cells: ScoreCell[] = []
  // Campaigns of one day are read at once; there are seldom more than two days on earth.
  for (const asOf of new Set([...campaigns.values()].map((campaign) => campaign.asOf))) {
    const ofDay = demands.filter(({ campaignId }) => campaigns.get(campaignId)?.asOf === asOf)
    if (ofDay.length === 0) continue
    const ids = ofDay.map(({ id }) => id)
    const clocks = await readClocks(tx, viewer, {
      demands: Prisma.sql`d.id = any(${ids}::uuid[])`,
      ...{ entries: visibleSql(viewer), asOf },
    })
    for (const { id, campaignId, number, versions, targets } of ofDay) {
      const own = assessed.get(id) ?? []
      for (const { organization: target } of targets) {
        const facts = clocks.at(id, target.id)
        const { toAnswer, silence } = readClock(facts, asOf)
        const history = historyAsOf(own, target.id, asOf)
        const now = history.at(-1)
        const point = (one: typeof facts.raised) => one && { ...one.entry, edtf: one.edtf }
        cells.push({
          campaign: campaigns.get(campaignId)?.slug ?? '',
          demand: { number, wording: versions[0]?.wording ?? '' },
          ...{ target: target.name, raised: point(facts.raised), answered: point(facts.answered) },
          span: facts.answered ? toAnswer : silence,
          ...{ standing: now?.standing ?? 'open', since: now?.edtf ?? null },
          reversed: history.some(({ standing }) => standing === 'reversed'),
        })
      }
    }
  }
  return cells
}

async function assessmentsOf(
  tx: Tx,
  demands: string[],
  counted: string[],
): Promise<Map<string, (Assessed & { edtf: string })[]>> {
  const rows = await tx.assessment.findMany({
    where: {
      ...{ demandId: { in: demands }, organizationId: { in: counted } },
      // A confirmed standing is the same for every member.
      state: 'confirmed',
    },
    select: {
      ...{ id: true, demandId: true, organizationId: true, standing: true },
      ...{ edtf: true, firstDay: true, createdAt: true },
    },
  })
  const found = new Map<string, (Assessed & { edtf: string })[]>()
  for (const { demandId, firstDay, ...row } of rows) {
    const one = { ...row, firstDay: isoDayOf(firstDay) }
    const list = found.get(demandId)
    if (list) list.push(one)
    else found.set(demandId, [one])
  }
  return found
}

async function entriesOf({ tx, viewer, counted, campaigns }: Scope): Promise<ScoreEntry[]> {
  const rows = await tx.entry.findMany({
    where: {
      AND: [
        entriesVisibleTo(viewer),
        {
          kind: { in: ['win', 'partial_win', 'retaliation'] },
          campaignId: { in: [...campaigns.keys()] },
          organizations: { some: { organizationId: { in: counted } } },
        },
      ],
    },
    select: {
      ...{ id: true, campaignId: true, title: true, kind: true, edtf: true, firstDay: true },
      accordingTo: { select: { name: true } },
    },
    orderBy: [{ firstDay: 'desc' }, { id: 'desc' }],
    take: MOST,
  })
  return rows.flatMap(({ campaignId, accordingTo, firstDay, ...entry }) => {
    const campaign = campaigns.get(campaignId)
    if (!campaign || isoDayOf(firstDay) > campaign.asOf) return []
    return [{ ...entry, campaign: campaign.slug, accordingTo: accordingTo?.name ?? null }]
  })
}

async function inquiriesOf({ tx, viewer, counted, campaigns }: Scope): Promise<ScoreInquiry[]> {
  const rows = await tx.inquiryRecipient.findMany({
    where: {
      organizationId: { in: counted },
      inquiry: {
        campaignId: { in: [...campaigns.keys()] },
        OR: [{ entryId: null }, { entry: entriesVisibleTo(viewer) }],
      },
    },
    select: {
      outcome: true,
      organization: { select: { name: true } },
      inquiry: {
        select: {
          ...{ campaignId: true, entryId: true, edtf: true, firstDay: true, through: true },
          askedBy: { select: { name: true } },
        },
      },
    },
    orderBy: [{ inquiry: { firstDay: 'desc' } }, { inquiryId: 'desc' }, { organizationId: 'asc' }],
    take: MOST,
  })
  return rows.flatMap(({ outcome, organization, inquiry }) => {
    const campaign = campaigns.get(inquiry.campaignId)
    if (!campaign || isoDayOf(inquiry.firstDay) > campaign.asOf) return []
    return [
      {
        ...{ campaign: campaign.slug, entry: inquiry.entryId, edtf: inquiry.edtf, outcome },
        ...{ askedBy: inquiry.askedBy?.name ?? null, through: inquiry.through },
        recipient: organization.name,
      },
    ]
  })
}
