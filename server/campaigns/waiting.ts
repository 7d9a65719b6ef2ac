import 'server-only'
import type { Waiting } from '@/lib/front'
import type { Prisma } from '@/prisma/generated/client'
import { mayPublish, memberIdOf, requireMember, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { assessmentsVisibleTo, demandsVisibleTo } from '../demands/dto'
import { entriesVisibleTo } from '../policy'
import { campaignBySlug } from './queries'

const SHOWN = 5

/**
 * What waits for somebody in a campaign: this member's own drafts, the entries in review that they
 * may see, and the assessments that responses propose; a few of each, with their numbers.
 *
 * @throws AppError `not_found` for the campaign.
 */
export async function listWaiting(viewer: Viewer, slug: string): Promise<Waiting> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const { id: campaignId } = await campaignBySlug(tx, viewer, slug)
    const entries = async (more: Prisma.EntryWhereInput) => {
      const where = { AND: [entriesVisibleTo(viewer), { campaignId }, more] }
      return {
        count: await tx.entry.count({ where }),
        first: await tx.entry.findMany({
          where,
          select: { id: true, title: true, kind: true, edtf: true },
          orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
          take: SHOWN,
        }),
      }
    }
    const proposed: Prisma.AssessmentWhereInput = {
      AND: [
        assessmentsVisibleTo(viewer),
        { state: 'proposed', demand: { AND: [demandsVisibleTo(viewer), { campaignId }] } },
      ],
    }
    const rows = await tx.assessment.findMany({
      where: proposed,
      select: {
        id: true,
        standing: true,
        organization: { select: { name: true } },
        demand: { select: { number: true } },
      },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: SHOWN,
    })
    return {
      drafts: await entries({ status: 'draft', createdBy: memberIdOf(viewer) }),
      inReview: await entries({ status: 'in_review' }),
      proposals: {
        count: await tx.assessment.count({ where: proposed }),
        first: rows.map(({ demand, organization, ...row }) => ({
          ...row,
          ...{ demand: demand.number, at: organization.name },
        })),
      },
      decides: mayPublish(viewer),
    }
  })
}
