import type { ComponentType } from 'react'
import { EntryCard, type LinkProps } from '@/components/entry/entry-card'
import { groupByMonth, type MonthGroup } from '@/lib/timeline/months'
import type { EntryDto } from '@/lib/record'
import type { Footnotes } from '@/lib/timeline/footnotes'

type StoryProps = {
  entries: EntryDto[]
  hrefOf?: (entry: EntryDto) => string
  link?: ComponentType<LinkProps>
  /** The path of the share link that shows it; null where there is none yet. */
  share?: string | null
  /** The notes below it. */
  notes?: Footnotes
}

/** The vertical timeline, in the order given, under a heading for each month of the first possible day. */
export function Story({ entries, hrefOf, link, share, notes }: StoryProps) {
  const groups = groupByMonth(entries)
  return (
    <div className="story">
      {groups.map((group, index) => (
        <Month
          key={index}
          {...{ group, hrefOf, link, share, notes }}
          anchored={groups.findIndex(({ month }) => month === group.month) === index}
        />
      ))}
    </div>
  )
}

function Month({
  group,
  hrefOf,
  link,
  share,
  notes,
  anchored,
}: Omit<StoryProps, 'entries'> & {
  group: MonthGroup<EntryDto>
  /** Whether it can be linked to; a month that comes twice is, where it comes first. */
  anchored: boolean
}) {
  const { month, label } = group
  return (
    // No region of its own: hundreds of months would bury a page's few landmarks, and bytes count here.
    <section className="month">
      <h2 className="month-name" id={anchored ? `m-${month}` : undefined}>
        {share && anchored ? <a href={`#m-${month}`}>{label}</a> : label}
      </h2>
      <ol>
        {group.entries.map((entry) => (
          <li key={entry.id}>
            <EntryCard
              entry={entry}
              {...(hrefOf && { href: hrefOf(entry) })}
              {...(link && { link })}
              {...(share !== undefined && { share })}
              notes={notes}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}
