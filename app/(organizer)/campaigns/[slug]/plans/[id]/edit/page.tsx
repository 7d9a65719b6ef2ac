import type { Metadata } from 'next'
import { PlanForm } from '@/components/plan/plan-form'
import { EmptyState } from '@/components/ui/empty-state'
import { namesIn } from '@/lib/plans'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { listOrganizationNames } from '@/server/organizations/queries'
import { orNotFound } from '@/server/pages'
import { getPlan } from '@/server/plans/queries'
import { savePlan } from '../../actions'
import { planChoices } from '../../plan-choices'

export const metadata: Metadata = { title: 'Edit a plan' }

type Props = PageProps<'/campaigns/[slug]/plans/[id]/edit'>

export default async function EditPlanPage({ params }: Props) {
  const viewer = await requireViewer()
  const { slug, id } = await params
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const plan = await orNotFound(getPlan(viewer, id))
  if (!plan.mayChange)
    return <EmptyState title="Only editors and whoever made this plan can change it" />
  const { kind, title, meetsAt, meetsWhere, note, organizations } = plan
  return (
    <div className="max-w-prose">
      <h2 className="mb-6 text-2xl">Edit a plan</h2>
      <PlanForm
        action={savePlan.bind(null, { slug, id })}
        initial={{
          ...{ version: String(plan.version), kind, title, meetsAt, meetsWhere, note },
          organizers: namesIn(organizations, 'actor'),
          targets: namesIn(organizations, 'target'),
          'demands[]': plan.demands.map((demand) => demand.id),
        }}
        {...await planChoices(viewer, campaign.id)}
        organizations={await listOrganizationNames(viewer)}
      />
    </div>
  )
}
