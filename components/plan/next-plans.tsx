import Link from 'next/link'
import { Section } from '@/components/ui/section'
import type { PlanListing } from '@/lib/plans'
import { PlanList } from './plan-list'

const MOST = 3

/** The next actions that are planned, on a campaign's overview; nothing where none is. */
export function NextPlans({
  plans,
  today,
  href,
}: {
  plans: readonly PlanListing[]
  today: string
  href: string
}) {
  if (plans.length === 0) return null
  return (
    <Section
      title="Planned"
      actions={
        <Link href={href} className="inline-flex min-h-11 items-center">
          {plans.length > MOST ? `All ${plans.length}` : 'All plans'}
        </Link>
      }
    >
      <PlanList plans={plans.slice(0, MOST)} today={today} hrefOf={({ id }) => `${href}/${id}`} />
    </Section>
  )
}
