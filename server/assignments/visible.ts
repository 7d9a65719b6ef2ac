import 'server-only'
import type { AssignedToMe } from '@/lib/assignments'
import { roleInWords } from '@/lib/plans'
import type { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import { followUpsVisibleTo } from '../demands/follow-ups'
import { listingSelect } from '../plans/dto'
import { plansVisibleTo } from '../plans/visible'
import { entriesVisibleTo } from '../policy'

/** The assignments that are still to be done, about what this viewer may see. No link shows one. */
export function assignmentsVisibleTo(viewer: Viewer): Prisma.AssignmentWhereInput {
  if (viewer.kind === 'share') return { id: { in: [] } }
  const inStatus = (status: 'draft' | 'in_review') => ({
    entryStatus: status,
    entry: { AND: [entriesVisibleTo(viewer), { status }] },
  })
  const planned = { AND: [plansVisibleTo(viewer), { outcome: null }] }
  return {
    workspaceId: viewer.workspaceId,
    endedAt: null,
    member: { removedAt: null },
    OR: [
      inStatus('draft'),
      inStatus('in_review'),
      { followUp: { AND: [followUpsVisibleTo(viewer), { ending: null }] } },
      { planRole: { removedAt: null, plan: planned } },
      { planTask: { removedAt: null, doneAt: null, plan: planned } },
    ],
  }
}

/** The roles and tasks that members have in plans that this viewer may see, whatever became of the plan. */
export function partsVisibleTo(viewer: Viewer): Prisma.AssignmentWhereInput {
  const plan = plansVisibleTo(viewer)
  return {
    workspaceId: viewer.workspaceId,
    endedAt: null,
    OR: [{ planRole: { removedAt: null, plan } }, { planTask: { removedAt: null, plan } }],
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
  planRole: { select: { duty: true, words: true, plan: { select: plan() } } },
  planTask: { select: { task: true, plan: { select: plan() } } },
} satisfies Prisma.AssignmentSelect

/** What an assignment is about, in words, and the address of its page. */
export function assignedPlace({
  entryStatus,
  entry,
  followUp,
  planRole,
  planTask,
}: Prisma.AssignmentGetPayload<{ select: typeof assignedSelect }>): Pick<
  AssignedToMe,
  'what' | 'title' | 'href'
> & { campaign: { title: string; timeZone: string } } {
  if (entry) {
    const { campaign, id, title } = entry
    const what = entryStatus === 'in_review' ? 'in_review' : 'draft'
    return { what, title, href: `/campaigns/${campaign.slug}/entries/${id}`, campaign }
  }
  const part = planRole ?? planTask
  if (part) {
    const { id, title, campaign } = part.plan
    const words = planRole ? roleInWords(planRole) : (planTask?.task ?? '')
    return {
      what: planRole ? 'plan_role' : 'plan_task',
      title: `${words}: ${title}`,
      href: `/campaigns/${campaign.slug}/plans/${id}`,
      campaign,
    }
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

function plan() {
  return { ...listingSelect, campaign: { select: campaign() } } as const
}

function campaign() {
  return { slug: true, title: true, timeZone: true } as const
}
