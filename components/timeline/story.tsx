import type { ComponentType } from 'react'
import { EntryCard, type LinkProps } from '@/components/entry/entry-card'
import { groupByMonth, type MonthGroup } from '@/lib/timeline/months'
import type { EntryDto } from '@/lib/record'

type StoryProps = {
  entries: EntryDto[]
  hrefOf?: (entry: EntryDto) => string
  link?: ComponentType<LinkProps>
  /** The path of the share link that shows it; null where there is none yet. */
  share?: string | null
}

/** The vertical timeline, in the order given, under a heading for each month of the first possible day. */
export function Story({ entries, hrefOf, link, share }: StoryProps) {
  return (
    <div className="story">
      {groupByMonth(entries).map((group, index) => (
        <Month key={index} group={group} hrefOf={hrefOf} link={link} share={share} />
      ))}
    </div>
  )
}

function Month({
  group,
  hrefOf,
  link,
  share,
}: Omit<StoryProps, 'entries'> & { group: MonthGroup<EntryDto> }) {
  return (
    // No region of its own: hundreds of months would bury a page's few landmarks, and bytes count here.
    <section className="month">
      <h2 className="month-name">{group.label}</h2>
      <ol>
        {group.entries.map((entry) => (
          <li key={entry.id}>
            <EntryCard
              entry={entry}
              {...(hrefOf && { href: hrefOf(entry) })}
              {...(link && { link })}
              {...(share !== undefined && { share })}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}
