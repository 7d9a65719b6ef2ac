import 'server-only'
import type { InquiryRecord, InquiryStep } from '@/lib/demands/ledger'
import { byName } from '@/lib/people/by-name'
import type { InquiryOutcomeInput } from '@/lib/schemas/demand'
import type { Prisma } from '@/prisma/generated/client'
import { memberIdOf, requireMember, requireRole, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer } from '../db'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { entriesVisibleTo } from '../policy'

const MOST_INQUIRIES = 200

/** The inquiries that this viewer may see: those that an entry tells of which they may see. */
export function inquiriesVisibleTo(viewer: Viewer): Prisma.InquiryWhereInput {
  return {
    workspaceId: viewer.workspaceId,
    OR: [{ entryId: null }, { entry: entriesVisibleTo(viewer) }],
  }
}

/**
 * Lists a campaign's inquiries, newest first, at most 200: who asked whom, when, through what, and
 * all that came of it at each.
 *
 * @throws AppError `not_found` for the campaign.
 */
export async function listInquiries(viewer: Viewer, slug: string): Promise<InquiryRecord[]> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const campaign = await campaignBySlug(tx, viewer, slug)
    const rows = await tx.inquiry.findMany({
      where: { AND: [inquiriesVisibleTo(viewer), { campaignId: campaign.id }] },
      select: inquirySelect(viewer),
      orderBy: [{ firstDay: 'desc' }, { id: 'desc' }],
      take: MOST_INQUIRIES,
    })
    return rows.map(toInquiry)
  })
}

/**
 * Records what came of an inquiry at one organization later on. What was recorded before stays.
 *
 * @throws AppError `forbidden` below editor, `not_found` for the inquiry, `invalid` for an
 *   organization that was not asked or an entry of another campaign.
 */
export async function recordOutcome(viewer: Viewer, input: InquiryOutcomeInput): Promise<void> {
  requireRole(viewer, 'editor')
  await withViewer(viewer, async (tx) => {
    const inquiry = await tx.inquiry.findFirst({
      where: { AND: [inquiriesVisibleTo(viewer), { id: input.inquiry }] },
      select: { id: true, campaignId: true, recipients: { select: { organizationId: true } } },
    })
    if (!inquiry) throw notFound('inquiry')
    const { organization: organizationId, entry: entryId = null } = input
    if (!inquiry.recipients.some((one) => one.organizationId === organizationId))
      throw new AppError('invalid', 'Choose one of those who were asked.', ['organization'])
    if (entryId) {
      const known = await tx.entry.count({
        where: { AND: [entriesVisibleTo(viewer), { id: entryId, campaignId: inquiry.campaignId }] },
      })
      if (known === 0)
        throw new AppError('invalid', 'Choose an entry of this campaign, or none.', ['entry'])
    }
    const { edtf, firstDay, lastDay } = input.date
    const { id } = await tx.inquiryUpdate.create({
      data: {
        ...{ workspaceId: viewer.workspaceId, inquiryId: inquiry.id, organizationId, entryId },
        ...{ outcome: input.outcome, note: input.note, createdBy: memberIdOf(viewer) },
        ...{ edtf, firstDay: new Date(firstDay), lastDay: new Date(lastDay) },
      },
      select: { id: true },
    })
    await keepAudit(tx, viewer, 'create', 'inquiry', id)
  })
}

/**
 * Takes back an outcome that was recorded by mistake, or puts it back. It stays in the history.
 *
 * @throws AppError `forbidden` below editor, `not_found`.
 */
export async function takeBackOutcome(viewer: Viewer, id: string, takenBack = true): Promise<void> {
  requireRole(viewer, 'editor')
  await withViewer(viewer, async (tx) => {
    const { count } = await tx.inquiryUpdate.updateMany({
      where: { id, inquiry: inquiriesVisibleTo(viewer) },
      data: { takenBackAt: takenBack ? new Date() : null },
    })
    if (count === 0) throw notFound('outcome')
    await keepAudit(tx, viewer, takenBack ? 'trash' : 'restore', 'inquiry', id)
  })
}

function inquirySelect(viewer: Viewer) {
  const seen = { where: entriesVisibleTo(viewer), select: { id: true, title: true } } as const
  return {
    id: true,
    through: true,
    edtf: true,
    entry: seen,
    askedBy: { select: { name: true } },
    recipients: {
      select: { outcome: true, organization: { select: { id: true, name: true } } },
    },
    updates: {
      select: {
        ...{ id: true, organizationId: true, outcome: true, edtf: true, note: true },
        takenBackAt: true,
        entry: seen,
        creator: { select: { account: { select: { name: true } } } },
      },
      orderBy: [{ firstDay: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    },
  } satisfies Prisma.InquirySelect
}

type Row = Prisma.InquiryGetPayload<{ select: ReturnType<typeof inquirySelect> }>

function toInquiry({ askedBy, recipients, updates, ...row }: Row): InquiryRecord {
  return {
    ...row,
    askedBy: askedBy?.name ?? null,
    recipients: recipients
      .map(({ outcome, organization }) => ({
        ...organization,
        steps: [
          first(outcome, row.edtf, row.entry),
          ...updates
            .filter(({ organizationId }) => organizationId === organization.id)
            .map(({ organizationId: _of, takenBackAt, creator, ...update }) => ({
              ...update,
              by: creator?.account.name ?? null,
              takenBack: takenBackAt !== null,
            })),
        ],
      }))
      .sort(byName),
  }
}

function first(
  outcome: InquiryStep['outcome'],
  edtf: string,
  entry: InquiryStep['entry'],
): InquiryStep {
  return { ...{ id: null, outcome, edtf, entry }, note: '', by: null, takenBack: false }
}
