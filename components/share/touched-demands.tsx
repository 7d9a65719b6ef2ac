import type { TouchedDemandDto } from '@/lib/record'
import { relationLabels, stanceLabels } from '@/lib/schemas/words'

/** The demands that an entry raises, repeats or answers, each with a way to its standing. */
export function TouchedDemands({ demands, page }: { demands: TouchedDemandDto[]; page: string }) {
  if (demands.length === 0) return null
  return (
    <div>
      <p className="label">Demands</p>
      <ul className="touched">
        {demands.map(({ id, number, wording, relation, stance, at }) => (
          <li key={id}>
            {stance ? `${at ? `${at}: ` : ''}${stanceLabels[stance]}` : relationLabels[relation]}
            {', '}
            <a href={`${page}#demand-${number}`}>demand {number}</a>:{' '}
            <span dir="auto">{wording}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
