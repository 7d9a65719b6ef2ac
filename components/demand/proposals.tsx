import Link from 'next/link'
import { dateInWords } from '@/lib/dates/words'
import type { FormAction } from '@/lib/forms/state'
import type { DemandDto } from '@/lib/record'
import { standingLabels } from '@/lib/schemas/words'
import { DecisionForms } from './decision-forms'

/**
 * What responses propose, each to be confirmed, rejected with a reason, or assessed otherwise.
 * Without `decide` a reader sees that they wait.
 */
export function Proposals({
  demands,
  campaignHref,
  decide,
}: {
  demands: DemandDto[]
  campaignHref: string
  decide: FormAction | null
}) {
  return (
    <ul className="divide-hairline border-hairline divide-y border-b">
      {demands.flatMap((demand) =>
        demand.proposals.map((proposal) => (
          <li key={proposal.id} className="py-5">
            <p>
              Demand {demand.number}, <bdi>{demand.wording}</bdi>
            </p>
            <p className="mt-1 font-serif text-lg">
              At {proposal.organization}: {standingLabels[proposal.standing].toLowerCase()},{' '}
              {dateInWords(proposal.edtf, { weekday: false })}
            </p>
            <p className="text-muted">
              {proposal.entry ? (
                <>
                  Proposed by{' '}
                  <Link href={`${campaignHref}/entries/${proposal.entry.id}`}>
                    <bdi>{proposal.entry.title}</bdi>
                  </Link>
                </>
              ) : (
                'The entry that proposed it is in the trash.'
              )}
            </p>
            {decide ? (
              <DecisionForms
                action={decide}
                assessment={proposal.id}
                editHref={`${campaignHref}/demands/${demand.number}?proposal=${proposal.id}#assess`}
              />
            ) : (
              <p className="mt-2">Waiting for an editor.</p>
            )}
          </li>
        )),
      )}
    </ul>
  )
}
