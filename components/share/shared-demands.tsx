import { dateInWords } from '@/lib/dates/words'
import type { DemandDto } from '@/lib/record'
import { standingLabels } from '@/lib/schemas/words'

type Target = DemandDto['targets'][number]

/** What is demanded, with each target's standing; `anchors` finds an entry on this page by its id. */
export function SharedDemands({
  demands,
  anchors,
}: {
  demands: DemandDto[]
  anchors: Map<string, string>
}) {
  if (demands.length === 0) return null
  return (
    <section aria-labelledby="demands">
      <h2 id="demands">What is demanded</h2>
      <ol className="demands">
        {demands.map((demand) => (
          <li key={demand.id} id={`demand-${demand.number}`} value={demand.number}>
            <p dir="auto">{demand.wording}</p>
            <dl>
              {demand.targets.map((target) => (
                <div key={target.id}>
                  <dt>{target.name}</dt>
                  <dd>
                    <Standing target={target} anchor={anchorOf(target, anchors)} />
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

function Standing({ target, anchor }: { target: Target; anchor: string | undefined }) {
  const { standing, since, evidence, note } = target
  return (
    <>
      <strong className={`standing standing-${standing}`}>{standingLabels[standing]}</strong>
      {since && ` since ${dateInWords(since, { weekday: false })}`}
      {evidence && (
        <>
          , resting on{' '}
          {anchor ? <a href={`#${anchor}`}>{evidence.title}</a> : <span>{evidence.title}</span>}
        </>
      )}
      {note && <span className="note"> {note}</span>}
    </>
  )
}

function anchorOf({ evidence }: Target, anchors: Map<string, string>): string | undefined {
  return evidence ? anchors.get(evidence.id) : undefined
}
