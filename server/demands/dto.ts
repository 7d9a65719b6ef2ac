import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import type { DemandDto } from '@/lib/record'
import { byName } from '@/lib/people/by-name'
import type { AssessmentDto } from '@/lib/directory'
import type { Prisma } from '@/prisma/generated/client'
import { campaignsInReach, type Viewer } from '../auth/viewer'
import { checkOf, checkSelect } from '../entries/checked'
import { toDisputes } from '../entries/present-answers'
import { entriesVisibleTo } from '../policy'
import { disputeSelect } from './dispute-select'
import { historyAsOf } from './standing'

const named = { select: { id: true, name: true } }

/**
 * The demands that this viewer may see. Who sees drafts sees all; to others a demand that drafts
 * alone raise would tell of the drafts, so it needs an entry that they may see. A demand that an
 * editor wrote down for itself is there whatever drafts say of it.
 */
export function demandsVisibleTo(viewer: Viewer): Prisma.DemandWhereInput {
  const ids = campaignsInReach(viewer)
  const present: Prisma.DemandWhereInput = {
    workspaceId: viewer.workspaceId,
    trashedAt: null,
    campaign: { trashedAt: null },
    ...(ids && { campaignId: { in: ids } }),
  }
  if (seesDrafts(viewer)) return present
  const own = viewer.kind === 'share' ? { campaignId: viewer.campaignId } : {}
  return {
    ...present,
    ...own,
    OR: [{ forItself: true }, { entries: { some: { entry: entriesVisibleTo(viewer) } } }],
  }
}

/**
 * The assessments that this viewer may know of.
 *
 * Everybody sees every confirmed standing, with its evidence only where they may see that: another
 * standing than the record's would be false. A link whose maker keeps standings back says none.
 */
export function assessmentsVisibleTo(viewer: Viewer): Prisma.AssessmentWhereInput {
  if (seesDrafts(viewer)) return {}
  if (viewer.kind === 'share') return { state: 'confirmed' }
  const evident = { OR: [{ entryId: null }, { entry: entriesVisibleTo(viewer) }] }
  return { OR: [{ state: 'confirmed' }, evident] }
}

function seesDrafts(viewer: Viewer): boolean {
  if (viewer.kind !== 'organizer') return viewer.kind === 'system'
  return viewer.role === 'owner' || viewer.role === 'editor'
}

const assessmentSelect = {
  id: true,
  organizationId: true,
  organization: named,
  standing: true,
  state: true,
  edtf: true,
  firstDay: true,
  note: true,
  entryId: true,
  decidedBy: true,
  decidedAt: true,
  decisionReason: true,
  createdAt: true,
  ...checkSelect,
  disputes: {
    select: disputeSelect,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.AssessmentSelect

/** An assessment's row, before anything is kept from a reader. */
export type AssessmentRow = Prisma.AssessmentGetPayload<{ select: typeof assessmentSelect }>

/** What is read of a demand, for this viewer. */
export function demandSelect(viewer: Viewer) {
  return {
    id: true,
    number: true,
    version: true,
    versions: {
      select: { number: true, wording: true, note: true, createdAt: true },
      orderBy: { number: 'desc' },
    },
    targets: { select: { organization: named } },
    counterparties: { select: { organization: named } },
    assessments: { where: assessmentsVisibleTo(viewer), select: assessmentSelect },
  } satisfies Prisma.DemandSelect
}

type DemandRow = Prisma.DemandGetPayload<{ select: ReturnType<typeof demandSelect> }>

/** What a presentation needs to know of its reader: the titles of the entries they may see, by id. */
export type DemandAudience = {
  titles: Map<string, string>
  withhold: (text: string) => string
  viewer: Viewer
}

/** A row as this viewer may see it, with the standings of an ISO day. */
export function toDemand(row: DemandRow, asOf: string, audience: DemandAudience): DemandDto {
  const { withhold } = audience
  const toMembers = audience.viewer.kind !== 'share'
  const [current, ...earlier] = row.versions
  const dated = row.assessments.map((assessment) => ({
    ...assessment,
    firstDay: isoDayOf(assessment.firstDay),
  }))
  const confirmed = dated.filter(({ state }) => state === 'confirmed')
  return {
    id: row.id,
    number: row.number,
    wording: withhold(current?.wording ?? ''),
    version: row.version,
    earlier: earlier.map(({ number, wording, note, createdAt }) => ({
      number,
      wording: withhold(wording),
      note: withhold(note),
      createdAt: createdAt.toISOString(),
    })),
    counterparties: organizationsOf(row.counterparties),
    targets: organizationsOf(row.targets).map((organization) => {
      const history = historyAsOf(confirmed, organization.id, asOf)
      const found = history.at(-1)
      return {
        ...organization,
        standing: found?.standing ?? 'open',
        since: found?.edtf ?? null,
        evidence: found ? evidenceOf(found, audience) : null,
        ...(found?.entryId && !audience.titles.has(found.entryId) && { evidenceKept: true }),
        note: withhold(found?.note ?? ''),
        ...(found && checkOf(found, { toMembers })),
        disputes: found ? toDisputes(found.disputes.filter(holds), audience) : [],
        history: history.map(({ standing, edtf, firstDay }) => ({ standing, edtf, day: firstDay })),
      }
    }),
    proposals: dated
      .filter(({ state }) => state === 'proposed')
      .map((proposal) => ({
        id: proposal.id,
        organization: proposal.organization.name,
        standing: proposal.standing,
        edtf: proposal.edtf,
        entry: evidenceOf(proposal, audience),
        note: proposal.note,
      })),
  }
}

/** An assessment of a history; `deciders` are members' names by id. */
export function toAssessment(
  row: AssessmentRow,
  audience: DemandAudience,
  deciders: Map<string, string>,
): AssessmentDto {
  return {
    id: row.id,
    organization: row.organization,
    standing: row.standing,
    state: row.state,
    edtf: row.edtf,
    firstDay: isoDayOf(row.firstDay),
    note: audience.withhold(row.note),
    entry: evidenceOf(row, audience),
    decidedBy: row.decidedBy ? (deciders.get(row.decidedBy) ?? null) : null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decisionReason: row.decisionReason,
    ...checkOf(row, { toMembers: true }),
    disputes: toDisputes(row.disputes, audience).map((dispute, index) => ({
      ...dispute,
      takenBack: row.disputes[index]?.takenBackAt !== null,
    })),
  }
}

const holds = ({ takenBackAt }: { takenBackAt: Date | null }) => takenBackAt === null

function organizationsOf(rows: { organization: { id: string; name: string } }[]) {
  return rows.map(({ organization }) => organization).sort(byName)
}

function evidenceOf({ entryId }: { entryId: string | null }, { titles }: DemandAudience) {
  const title = entryId ? titles.get(entryId) : undefined
  return entryId && title !== undefined ? { id: entryId, title } : null
}
