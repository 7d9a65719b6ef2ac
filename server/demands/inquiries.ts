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
import { visibleSql } from '../timeline/filter/visible'
import { dayAsked } from './as-of'

const PAGE = 25

/** The inquiries that this viewer may see: those that an entry tells of which they may see. */
export function inquiriesVisibleTo(viewer: Viewer): Prisma.InquiryWhereInput {
  return {
    workspaceId: viewer.workspaceId,
    OR: [{ entryId: null }, { entry: entriesVisibleTo(viewer) }],
  }
}

/** Which inquiries are listed. */
export type InquiriesRequest = {
  /** The id of the inquiry that the page begins with; by default, or where it is not there, the newest. */
  from?: string | null
  /** ISO day: what was asked later is left out. */
  asOf?: string
}

/**
 * Lists a campaign's inquiries, newest first, 25 a page: who asked whom, when, through what, and all
 * that came of it at each. `next` is the id with which the next page begins, or null.
 *
 * @throws AppError `not_found` for the campaign.
 */
export async function listInquiries(
  viewer: Viewer,
  slug: string,
  { from = null, asOf }: InquiriesRequest = {},
): Promise<{ inquiries: InquiryRecord[]; next: string | null; count: number }> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const campaign = await campaignBySlug(tx, viewer, slug)
    const where: Prisma.InquiryWhereInput = {
      AND: [
        inquiriesVisibleTo(viewer),
        { campaignId: campaign.id, ...(asOf && { firstDay: { lte: new Date(asOf) } }) },
      ],
    }
    const begins =
      from === null
        ? null
        : await tx.inquiry.findFirst({
            where: { AND: [where, { id: from }] },
            select: { id: true, firstDay: true },
          })
    const onwards = begins && {
      OR: [
        { firstDay: { lt: begins.firstDay } },
        { firstDay: begins.firstDay, id: { lte: begins.id } },
      ],
    }
    const rows = await tx.inquiry.findMany({
      where: { AND: [where, onwards ?? {}] },
      select: inquirySelect(viewer),
      orderBy: [{ firstDay: 'desc' }, { id: 'desc' }],
      take: PAGE + 1,
    })
    return {
      inquiries: rows.slice(0, PAGE).map(toInquiry),
      next: rows[PAGE]?.id ?? null,
      count: await tx.inquiry.count({ where }),
    }
  })
}

/**
 * Lists the inquiries that are still out on a day, newest first, with those alone who have neither
 * answered nor declined.
 *
 * @param limit how many of those who were asked, at most 100.
 * @throws AppError `not_found` for the campaign, `invalid` for what is not a day.
 */
export async function listInquiriesOut(
  viewer: Viewer,
  slug: string,
  { asOf, limit = 5 }: { asOf?: string; limit?: number } = {},
): Promise<InquiryRecord[]> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const campaign = await campaignBySlug(tx, viewer, slug)
    const day = dayAsked(asOf, campaign.timeZone)
    const out = await tx.$queryRaw<{ id: string; organization: string }[]>`
      select i.id, r.organization_id as organization
      from inquiry i
      join inquiry_recipient r on r.workspace_id = i.workspace_id and r.inquiry_id = i.id
      left join lateral (
        select u.outcome from inquiry_update u
        where u.workspace_id = r.workspace_id and u.inquiry_id = r.inquiry_id
          and u.organization_id = r.organization_id and u.taken_back_at is null
          and u.first_day <= ${day}::date
        order by u.first_day desc, u.created_at desc, u.id desc limit 1
      ) u on true
      where i.workspace_id = ${viewer.workspaceId}::uuid and i.campaign_id = ${campaign.id}::uuid
        and i.first_day <= ${day}::date
        and coalesce(u.outcome, r.outcome) in ('waiting', 'did_not_immediately_respond')
        and (i.entry_id is null or exists (
          select from entry e where e.workspace_id = i.workspace_id and e.id = i.entry_id
            and ${visibleSql(viewer)}))
      order by i.first_day desc, i.id desc
      limit ${Math.min(Math.max(limit, 1), 100)}`
    const rows = await tx.inquiry.findMany({
      where: { AND: [inquiriesVisibleTo(viewer), { id: { in: out.map(({ id }) => id) } }] },
      select: inquirySelect(viewer),
      orderBy: [{ firstDay: 'desc' }, { id: 'desc' }],
    })
    return rows.map(toInquiry).map((inquiry) => ({
      ...inquiry,
      recipients: inquiry.recipients.filter((one) =>
        out.some(({ id, organization }) => id === inquiry.id && organization === one.id),
      ),
    }))
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
  const now = new Date()
  await withViewer(viewer, async (tx) => {
    const { count } = await tx.inquiryUpdate.updateMany({
      where: { id, inquiry: inquiriesVisibleTo(viewer) },
      data: { takenBackAt: takenBack ? now : null, changedAt: now },
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
