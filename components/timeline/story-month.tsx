import type { ReactNode } from 'react'
import type { DrawnMonth } from '@/lib/timeline/drawn'
import { StoryItem } from './story-item'

/** Where the entries of a story lead. */
export type StoryLinks = {
  entryHref: (id: string) => string
  /** The address of what is seen with that entry open, or with none for null. */
  openHref: (id: string | null) => string
}

/** A month of closed entries; some of them may be open, with what stands in them. */
export function StoryMonth({
  group: { month, label, entries },
  id,
  continued = false,
  entryHref,
  openHref,
  bodyOf,
}: StoryLinks & {
  group: DrawnMonth
  /** Of the heading, unlike any other on the page. */
  id: string
  /** Whether the month has begun above, and its name stands there. */
  continued?: boolean
  bodyOf: (id: string) => ReactNode
}) {
  return (
    <section
      className={continued ? 'month continued' : 'month'}
      data-month={month}
      aria-labelledby={continued ? undefined : id}
      aria-label={continued ? label : undefined}
    >
      {!continued && (
        <h2 id={id} className="month-name">
          {label}
        </h2>
      )}
      <ol>
        {entries.map((entry) => {
          const body = bodyOf(entry.id)
          return (
            <li key={entry.id}>
              <StoryItem
                entry={entry}
                href={entryHref(entry.id)}
                openHref={openHref(body ? null : entry.id)}
                body={body}
              />
            </li>
          )
        })}
      </ol>
    </section>
  )
}
