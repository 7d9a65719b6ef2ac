import type { Metadata } from 'next'
import { PlanList } from '@/components/plan/plan-list'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { todayIn } from '@/lib/dates/days'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'
import { listPlans } from '@/server/plans/queries'

export const metadata: Metadata = { title: 'Plans' }

export default async function PlansPage({ params }: PageProps<'/campaigns/[slug]/plans'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const { open, ended } = await listPlans(viewer, slug)
  const today = todayIn(campaign.timeZone)
  const hrefOf = ({ id }: { id: string }) => `/campaigns/${slug}/plans/${id}`
  const add = viewer.role !== 'viewer' && (
    <ButtonLink href={`/campaigns/${slug}/plans/new`}>Plan an action</ButtonLink>
  )
  if (open.length + ended.length === 0)
    return (
      <EmptyState title="No plans yet" action={add}>
        <p>
          Plan a rally, a march or a meeting: who does what on the day, what needs to be prepared,
          and how it turned out. Plans are for members. No link, feed or file for others shows them.
        </p>
      </EmptyState>
    )
  return (
    <div className="max-w-3xl">
      <Section title="Planned" actions={add}>
        {open.length === 0 ? (
          <p className="text-muted">Nothing is planned now.</p>
        ) : (
          <PlanList plans={open} {...{ today, hrefOf }} />
        )}
      </Section>
      {ended.length > 0 && (
        <Section title="Happened or called off">
          <PlanList plans={ended} {...{ today, hrefOf }} />
        </Section>
      )}
    </div>
  )
}
