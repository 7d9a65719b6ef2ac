import Link from 'next/link'
import { EntryDate } from '@/components/entry/entry-date'
import { EntryKindLine } from '@/components/entry/entry-kind'
import { SignLine } from '@/components/ui/entry-signs'
import { signsInWords } from '@/lib/entries/signs'
import type { StoryEntry } from '@/lib/timeline/story'

/**
 * The last entries as a front page has them: the newest large, the others below it in brief. Of one
 * day the action leads, since the rest answers or explains it.
 */
export function Latest({ entries, campaignHref }: { entries: StoryEntry[]; campaignHref: string }) {
  return (
    <ol className="latest">
      {withActionFirst(entries).map((entry, index) => (
        <li key={entry.id}>
          <article className="entry" data-lane={entry.lane}>
            <EntryKindLine entry={entry} />
            <h3 className={index === 0 ? 'font-serif text-3xl' : 'font-serif text-lg'}>
              <Link href={`${campaignHref}/entries/${entry.id}`}>
                <bdi>{entry.title}</bdi>
              </Link>
            </h3>
            <EntryDate entry={{ ...entry, claims: [] }} />
            {entry.sentence && (
              <p className={index === 0 ? 'text-lg' : 'sentence'}>{entry.sentence}</p>
            )}
            <SignLine words={signsInWords(entry.signs)} />
          </article>
        </li>
      ))}
    </ol>
  )
}

function withActionFirst(entries: StoryEntry[]): StoryEntry[] {
  const day = entries[0]?.lastDay
  const leading = entries.find(({ lane, lastDay }) => lane === 'action' && lastDay === day)
  return leading ? [leading, ...entries.filter((entry) => entry !== leading)] : entries
}
