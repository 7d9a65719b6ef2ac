import { Fragment } from 'react'
import { nameList } from '@/lib/kinds/define'
import type { AppearanceDto } from '@/lib/record'
import { appearanceRoleLabels } from '@/lib/schemas/words'
import { MissingPassage, SourceLine } from './citation-list'

/** Who appeared and what they said, word for word; everybody as they were described that day. */
export function PeopleList({ appearances }: { appearances: AppearanceDto[] }) {
  if (appearances.length === 0) return null
  return (
    <div className="people">
      {appearances.map((appearance) =>
        appearance.quotes.length === 0 ? (
          <p key={appearance.id} className="person">
            <Who appearance={appearance} />
          </p>
        ) : (
          appearance.quotes.map((quote) => (
            <figure key={quote.id} className="quote">
              <blockquote>
                <p>
                  “<bdi>{quote.text}</bdi>”
                </p>
              </blockquote>
              <figcaption>
                <Who appearance={appearance} />
                {quote.citations.map((citation) => (
                  <Fragment key={citation.id}>
                    <SourceLine source={citation.source} />
                    <MissingPassage citation={citation} />
                  </Fragment>
                ))}
                {quote.demands.length > 0 && (
                  <span className="about">
                    On {quote.demands.length === 1 ? 'demand' : 'demands'}{' '}
                    {nameList(quote.demands.map(({ number }) => String(number)))}
                  </span>
                )}
              </figcaption>
            </figure>
          ))
        ),
      )}
    </div>
  )
}

// Names are isolated, so that the direction of one cannot turn what stands around it.
function Who({ appearance: { name, role, description } }: { appearance: AppearanceDto }) {
  const label = appearanceRoleLabels[role]
  if (name === '')
    return <span className="who">{description ? <bdi>{description}</bdi> : label}</span>
  return (
    <span className="who">
      <bdi className="name">{name}</bdi>,{' '}
      {description ? <bdi>{description}</bdi> : label.toLowerCase()}
    </span>
  )
}
