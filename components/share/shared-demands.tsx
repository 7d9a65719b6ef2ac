import { LaneMark } from '@/components/ui/lane-mark'
import { dateInWords, isExact } from '@/lib/dates/words'
import { nameList } from '@/lib/kinds/define'
import type { DemandDto } from '@/lib/record'
import { standingLabels } from '@/lib/schemas/words'

/** What is demanded of whom, and where each demand stands at each of its targets. */
export function SharedDemands({ demands }: { demands: DemandDto[] }) {
  if (demands.length === 0) return null
  return (
    <section aria-labelledby="demands">
      <h2 id="demands">What is demanded</h2>
      <ol className="asked">
        {demands.map((demand) => (
          <li key={demand.id}>
            <p className="asked-wording">
              <LaneMark lane="demand" />
              <span>
                <span className="asked-number">{demand.number}.</span> <bdi>{demand.wording}</bdi>
              </span>
            </p>
            {demand.counterparties.length > 0 && (
              <p className="asked-about">
                About ties with {nameList(demand.counterparties.map(({ name }) => name))}
              </p>
            )}
            <dl>
              {demand.targets.map((target) => (
                <div key={target.id}>
                  <dt>
                    <bdi>{target.name}</bdi>
                  </dt>
                  <dd>
                    <Standing target={target} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Standing({
  target: { standing, since, evidence, note },
}: {
  target: DemandDto['targets'][number]
}) {
  return (
    <>
      <strong>{standingLabels[standing]}</strong>
      {since && sinceInWords(since)}
      {evidence && (
        <span className="asked-evidence">
          Rests on: <bdi>{evidence.title}</bdi>
        </span>
      )}
      {note && (
        <span className="asked-evidence">
          <bdi>{note}</bdi>
        </span>
      )}
    </>
  )
}

// "since by 13 Feb 2026" is no English: what is not an exact day brings its own preposition.
function sinceInWords(edtf: string): string {
  const words = dateInWords(edtf, { weekday: false })
  return isExact(edtf) ? ` since ${words}` : `, ${words}`
}
