import type { Metadata } from 'next'
import { PlanForm } from '@/components/plan/plan-form'
import { EmptyState } from '@/components/ui/empty-state'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf } from '@/lib/dates/habits'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { listOrganizationNames } from '@/server/organizations/queries'
import { orNotFound } from '@/server/pages'
import { addPlan } from '../actions'
import { planChoices } from '../plan-choices'

export const metadata: Metadata = { title: 'Plan an action' }

export default async function NewPlanPage({ params }: PageProps<'/campaigns/[slug]/plans/new'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  if (viewer.role === 'viewer')
    return <EmptyState title="Only contributors and editors can plan actions" />
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const habits = dateHabitsOf(campaign, todayIn(campaign.timeZone))
  return (
    <div className="max-w-prose">
      <h2 className="mb-6 text-2xl">Plan an action</h2>
      <PlanForm
        action={addPlan.bind(null, { slug, habits })}
        initial={{}}
        {...await planChoices(viewer, campaign.id)}
        organizations={await listOrganizationNames(viewer)}
      />
    </div>
  )
}
