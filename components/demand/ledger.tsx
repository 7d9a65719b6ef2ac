import Link from 'next/link'
import { LaneMark } from '@/components/ui/lane-mark'
import type { LedgerDemand } from '@/lib/demands/ledger'
import { TargetStandings } from './target-standings'

/**
 * Demands by target: each demand once, beside it a cell for its standing at each target. All lines
 * run from the ISO day `begins` to `asOf`.
 */
export function Ledger({
  demands,
  campaignHref,
  begins,
  asOf,
}: {
  demands: LedgerDemand[]
  campaignHref: string
  begins: string
  asOf: string
}) {
  return (
    <ol className="divide-hairline border-hairline divide-y border-y">
      {demands.map((demand) => (
        <li key={demand.id} className="grid gap-x-10 gap-y-4 py-5 md:grid-cols-2">
          <div className="flex min-w-0 gap-3">
            <LaneMark lane="demand" className="mt-1.5" />
            <div className="min-w-0">
              <h3 className="text-lg">
                <Link href={`${campaignHref}/demands/${demand.number}`}>
                  {demand.number}. <bdi>{demand.wording}</bdi>
                </Link>
              </h3>
              {demand.counterparties.length > 0 && (
                <p className="text-muted">
                  Concerns ties with {demand.counterparties.map(({ name }) => name).join(', ')}
                </p>
              )}
              {demand.earlier.length > 0 && (
                <p className="text-muted">
                  Wording {demand.earlier.length + 1}.{' '}
                  <Link href={`${campaignHref}/demands/${demand.number}#wordings`}>
                    What changed
                  </Link>
                </p>
              )}
            </div>
          </div>
          <TargetStandings targets={demand.targets} {...{ campaignHref, begins, asOf }} />
        </li>
      ))}
    </ol>
  )
}
