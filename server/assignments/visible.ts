import 'server-only'
import type { AssignedToMe } from '@/lib/assignments'
import type { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import { followUpsVisibleTo } from '../demands/follow-ups'
import { entriesVisibleTo } from '../policy'

/** The assignments that are still to be done, about what this viewer may see. No link shows one. */
export function assignmentsVisibleTo(viewer: Viewer): Prisma.AssignmentWhereInput {
  if (viewer.kind === 'share') return { id: { in: [] } }
  const inStatus = (status: 'draft' | 'in_review') => ({
    entryStatus: status,
    entry: { AND: [entriesVisibleTo(viewer), { status }] },
  })
  return {
    workspaceId: viewer.workspaceId,
    endedAt: null,
    member: { removedAt: null },
    OR: [
      inStatus('draft'),
      inStatus('in_review'),
      { followUp: { AND: [followUpsVisibleTo(viewer), { ending: null }] } },
    ],
  }
}

/** What is assigned, with all that its title and address are made of. */
export const assignedSelect = {
  entryStatus: true,
  dueOn: true,
  entry: { select: { id: true, title: true, campaign: { select: campaign() } } },
  followUp: {
    select: {
      organization: { select: { name: true } },
      demand: {
        select: {
          number: true,
          versions: { select: { wording: true }, orderBy: { number: 'desc' }, take: 1 },
        },
      },
      campaign: { select: campaign() },
    },
  },
} satisfies Prisma.AssignmentSelect

/** What an assignment is about, in words, and the address of its page. */
export function assignedPlace({
  entryStatus,
  entry,
  followUp,
}: Prisma.AssignmentGetPayload<{ select: typeof assignedSelect }>): Pick<
  AssignedToMe,
  'what' | 'title' | 'href'
> & { campaign: { title: string; timeZone: string } } {
  if (entry) {
    const { campaign, id, title } = entry
    const what = entryStatus === 'in_review' ? 'in_review' : 'draft'
    return { what, title, href: `/campaigns/${campaign.slug}/entries/${id}`, campaign }
  }
  const { demand, organization, campaign } = followUp ?? {}
  const about = demand ? `: ${demand.versions[0]?.wording ?? `demand ${demand.number}`}` : ''
  return {
    what: 'follow_up',
    title: `${organization?.name ?? ''}${about}`,
    href: `/campaigns/${campaign?.slug ?? ''}#due`,
    campaign: campaign ?? { title: '', timeZone: 'UTC' },
  }
}

function campaign() {
  return { slug: true, title: true, timeZone: true } as const
}
