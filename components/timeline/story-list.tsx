import type { ReactNode } from 'react'
import { groupByMonth } from '@/lib/timeline/months'
import type { StoryEntry } from '@/lib/timeline/story'
import { StoryItem } from './story-item'

/**
 * The story as a list of closed entries under their months and years. One of them may be open: the
 * page gives what stands in it.
 */
export function StoryList({
  entries,
  entryHref,
  openHref,
  opened,
}: {
  entries: StoryEntry[]
  entryHref: (id: string) => string
  /** The address of this window with that entry open, or with none for null. */
  openHref: (id: string | null) => string
  opened: { id: string; body: ReactNode } | null
}) {
  return (
    <div className="story">
      {groupByMonth(entries).map(({ month, label, entries: inMonth }, index) => (
        <section key={`${month} ${index}`} className="month" aria-labelledby={`m-${month}`}>
          <h2 id={`m-${month}`} className="month-name">
            {label}
          </h2>
          <ol>
            {inMonth.map((entry) => (
              <li key={entry.id}>
                <StoryItem
                  entry={entry}
                  href={entryHref(entry.id)}
                  openHref={openHref(opened?.id === entry.id ? null : entry.id)}
                  body={opened?.id === entry.id ? opened.body : null}
                />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
