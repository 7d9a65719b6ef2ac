import Link from 'next/link'
import type { ReactNode } from 'react'
import { Tag } from '@/components/ui/tag'
import { plannedInWords, type PlanListing } from '@/lib/plans'

/**
 * Planned actions, each with its page. One that was called off is struck; one whose day has passed says
 * that nobody knows yet what became of it. `today` is an ISO day.
 */
export function PlanList<P extends PlanListing>({
  plans,
  today,
  hrefOf,
}: {
  plans: readonly P[]
  today: string
  hrefOf: (plan: P) => string
}) {
  return (
    <ul className="divide-hairline divide-y">
      {plans.map((plan) => (
        <li key={plan.id} className="py-3 first:pt-0">
          <p className="flex flex-wrap items-center gap-x-3">
            <Link
              href={hrefOf(plan)}
              prefetch={false}
              className="inline-flex min-h-11 items-center font-semibold"
            >
              <PlanTitle plan={plan} />
            </Link>
            <PlanTag {...{ plan, today }} />
          </p>
          <p className="text-muted">
            <bdi>{plannedInWords(plan)}</bdi>
          </p>
          {plan.state === 'called_off' && plan.reason && (
            <p>
              <bdi>{plan.reason}</bdi>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The title of a plan, struck where it was called off. */
export function PlanTitle({ plan: { title, state } }: { plan: PlanListing }): ReactNode {
  return state === 'called_off' ? (
    <s>
      <bdi>{title}</bdi>
    </s>
  ) : (
    <bdi>{title}</bdi>
  )
}

/** What has become of a plan, or that it is time to say so. */
export function PlanTag({ plan, today }: { plan: PlanListing; today: string }): ReactNode {
  if (plan.state === 'called_off') return <Tag tone="error">Called off</Tag>
  if (plan.state === 'happened') return <Tag tone="success">Happened</Tag>
  if (plan.lastDay < today) return <Tag tone="warning">Did it happen?</Tag>
  return plan.firstDay <= today ? <Tag tone="action">Today</Tag> : null
}
