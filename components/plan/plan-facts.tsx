import Link from 'next/link'
import { DefinitionList } from '@/components/ui/definition-list'
import { Moment } from '@/components/ui/moment'
import type { Clock } from '@/lib/dates/moments'
import { kindOf } from '@/lib/kinds/index'
import { plannedInWords, type PlanDto } from '@/lib/plans'
import { nameList } from '@/lib/kinds/define'
import { dateInWords } from '@/lib/dates/words'

/** When, where and what a plan is for. */
export function PlanFacts({ plan, campaignHref }: { plan: PlanDto; campaignHref: string }) {
  const named = (part: 'actor' | 'target') => {
    const names = plan.organizations.filter((one) => one.part === part).map(({ name }) => name)
    return names.length > 0 ? <bdi>{nameList(names)}</bdi> : null
  }
  const meets = [plan.meetsAt, plan.meetsWhere].filter((one) => one !== '').join(', ')
  return (
    <DefinitionList
      items={[
        { term: 'Kind', detail: kindOf(plan.kind).label },
        { term: 'When', detail: dateInWords(plan.edtf, { time: plan.time }) },
        { term: 'Where', detail: plan.place && <bdi>{plan.place}</bdi> },
        { term: 'Helpers meet', detail: meets && <bdi>{meets}</bdi> },
        { term: 'Organized by', detail: named('actor') },
        { term: 'Aimed at', detail: named('target') },
        {
          term: 'Demands',
          detail: plan.demands.length > 0 && (
            <ul>
              {plan.demands.map(({ id, number, wording }) => (
                <li key={id}>
                  <Link href={`${campaignHref}/demands/${number}`} className="inline-block py-1.5">
                    <bdi>
                      {number}. {wording}
                    </bdi>
                  </Link>
                </li>
              ))}
            </ul>
          ),
        },
        {
          term: 'Notes',
          detail: plan.note && (
            <p dir="auto" className="whitespace-pre-line">
              {plan.note}
            </p>
          ),
        },
      ].map(({ term, detail }) => ({ term, detail: detail || null }))}
    />
  )
}

/** When and where an action was planned before it was moved, the last first. */
export function EarlierPlans({ moves, clock }: { moves: PlanDto['moves']; clock: Clock }) {
  return (
    <ul className="text-muted mt-3">
      {moves.map((move) => (
        <li key={move.id} className="py-1">
          Moved from <bdi>{plannedInWords(move)}</bdi>
          {move.reason && (
            <>
              : <bdi>{move.reason}</bdi>
            </>
          )}{' '}
          (<bdi>{move.by ?? 'the operator'}</bdi>, <Moment at={move.at} clock={clock} />)
        </li>
      ))}
    </ul>
  )
}
