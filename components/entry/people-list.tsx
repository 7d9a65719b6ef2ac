import { Fragment } from 'react'
import { nameList } from '@/lib/kinds/define'
import type { AppearanceDto } from '@/lib/record'
import { descriptionsOf } from '@/lib/people/described'
import type { MarkOf } from '@/lib/timeline/footnotes'
import { DisputeLines } from './answer-lines'
import { CheckedWords } from './checked'
import { MissingPassage } from './source-line'
import { CitedSource } from './notes'
import { WayTo, type Ways } from './ways'

/** Who appeared and what they said, word for word; everybody as they were described that day. */
export function PeopleList({
  appearances,
  markOf = null,
  ways,
}: {
  appearances: AppearanceDto[]
  markOf?: MarkOf
  ways?: Ways | undefined
}) {
  if (appearances.length === 0) return null
  return (
    <div className="people">
      {appearances.map((appearance) =>
        appearance.quotes.length === 0 ? (
          <p key={appearance.id} className="person">
            <Who {...{ appearance, ways }} />
          </p>
        ) : (
          appearance.quotes.map((quote) => (
            <figure key={quote.id} className="quote">
              <blockquote>
                <p dir="auto">“{quote.text}”</p>
              </blockquote>
              <figcaption>
                <Who {...{ appearance, ways }} />
                {quote.citations.map((citation) => (
                  <Fragment key={citation.id}>
                    <CitedSource {...{ citation, markOf }} />
                    <MissingPassage citation={citation} />
                  </Fragment>
                ))}
                {quote.demands.length > 0 && (
                  <span className="about">
                    On {quote.demands.length === 1 ? 'demand' : 'demands'}{' '}
                    {nameList(quote.demands.map(({ number }) => String(number)))}
                  </span>
                )}
                {quote.checked && (
                  <span className="source">
                    <CheckedWords checked={quote.checked} />
                  </span>
                )}
              </figcaption>
              <DisputeLines disputes={quote.disputes} markOf={markOf} />
            </figure>
          ))
        ),
      )}
    </div>
  )
}

// Names are isolated, so that the direction of one cannot turn what stands around it.
function Who({ appearance, ways }: { appearance: AppearanceDto; ways?: Ways | undefined }) {
  const { name, personId } = appearance
  const described = descriptionsOf(appearance)
  const [first = '', ...others] = name === '' ? described : [name, ...described]
  return (
    <span className="who">
      <WayTo href={ways && name !== '' && personId ? ways.person(personId) : null}>
        <bdi className={name === '' ? undefined : 'name'}>{first}</bdi>
      </WayTo>
      {others.map((text) => (
        <Fragment key={text}>
          , <bdi>{text}</bdi>
        </Fragment>
      ))}
    </span>
  )
}
