import Link from 'next/link'
import type { ReactNode } from 'react'
import type { LedgerCell } from '@/lib/demands/ledger'
import { sinceInWords } from '@/lib/demands/stretches'
import { DisputeLines } from '@/components/entry/answer-lines'
import { CheckedLine } from '@/components/entry/checked'
import { ClockLines } from './clock-lines'
import { HistoryLine } from './history-line'
import { StandingWords } from './standing-words'

/**
 * Where a demand stands at each of its targets: since when, how it came there as a small line, how
 * long they have been silent, and what it rests on. `begins` and `asOf` are ISO days.
 */
export function TargetStandings({
  targets,
  campaignHref,
  begins,
  asOf,
  actions,
}: {
  targets: LedgerCell[]
  campaignHref: string
  begins: string
  asOf: string
  /** What can be done at a target, below its cell. */
  actions?: (target: LedgerCell) => ReactNode
}) {
  return (
    <dl className="divide-hairline min-w-0 divide-y">
      {targets.map((target) => (
        <div
          key={target.id}
          className="grid gap-x-4 py-3 first:pt-0 last:pb-0 sm:grid-cols-[8rem_minmax(0,1fr)]"
        >
          <dt className="min-w-0">
            <Link href={`${campaignHref}/organizations/${target.id}`}>
              <bdi>{target.name}</bdi>
            </Link>
          </dt>
          <dd className="min-w-0">
            <p>
              <StandingWords standing={target.standing} since={target.since} />
              {!target.since && target.clock.raised && (
                <span className="text-muted"> {sinceInWords(target.clock.raised.edtf)}</span>
              )}
            </p>
            <HistoryLine cell={target} begins={begins} asOf={asOf} />
            <ClockLines cell={target} asOf={asOf} />
            <Evidence target={target} campaignHref={campaignHref} />
            {target.note && (
              <p className="text-muted">
                <bdi>{target.note}</bdi>
              </p>
            )}
            <DisputeLines disputes={target.disputes} />
            <CheckedLine {...target} />
            {actions?.(target)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Evidence({
  target: { evidence, since },
  campaignHref,
}: {
  target: LedgerCell
  campaignHref: string
}) {
  if (evidence) {
    return (
      <p>
        Supported by{' '}
        <Link href={`${campaignHref}/entries/${evidence.id}`}>
          <bdi>{evidence.title}</bdi>
        </Link>
      </p>
    )
  }
  return since ? <p className="text-muted">No supporting entry</p> : null
}
