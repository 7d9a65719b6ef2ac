import Link from 'next/link'
import type { ReactNode } from 'react'
import { DemandLines } from '@/components/entry/demand-lines'
import { EntryDate } from '@/components/entry/entry-date'
import { EntryKindLine } from '@/components/entry/entry-kind'
import { nameList } from '@/lib/kinds/define'
import type { StoryEntry } from '@/lib/timeline/story'

const MOST_PEOPLE = 6

/** An entry of the story, closed or with its body open in place. */
export function StoryItem({
  entry,
  href,
  openHref,
  body,
}: {
  entry: StoryEntry
  href: string
  openHref: string
  body: ReactNode
}) {
  return (
    <article
      id={`e-${entry.id}`}
      className="entry"
      data-entry={entry.id}
      data-lane={entry.lane}
      data-day={entry.firstDay}
    >
      <EntryKindLine entry={entry} />
      <EntryDate entry={{ ...entry, claims: [] }} />
      <h3 className="entry-title">
        <Link href={href} prefetch={false}>
          {entry.title}
        </Link>
      </h3>
      {body ?? <Closed entry={entry} />}
      <p className="chrome">
        <Link
          href={openHref}
          prefetch={false}
          scroll={false}
          className="text-muted inline-flex min-h-11 items-center text-sm"
        >
          {body ? 'Close' : holds(entry)}
          <span className="sr-only">: {entry.title}</span>
        </Link>
      </p>
    </article>
  )
}

function Closed({ entry }: { entry: StoryEntry }) {
  const more = entry.people.length - MOST_PEOPLE
  return (
    <>
      {entry.differ && (
        <p>
          <span className="differ">sources differ on the date</span>
        </p>
      )}
      {entry.sentence && <p className="sentence">{entry.sentence}</p>}
      {entry.people.length > 0 && (
        <p>
          With{' '}
          <bdi>
            {nameList([
              ...entry.people.slice(0, MOST_PEOPLE),
              ...(more > 0 ? [`${more} more`] : []),
            ])}
          </bdi>
        </p>
      )}
      <DemandLines demands={entry.demands} />
      {entry.source && (
        <p className="source">
          Source: {entry.source.name}
          {entry.source.more > 0 && ` and ${entry.source.more} more`}
        </p>
      )}
    </>
  )
}

function holds({ summarized, quotes, source, demands }: StoryEntry): string {
  const parts = [
    summarized && 'the account',
    quotes > 0 && (quotes === 1 ? 'a quote' : `${quotes} quotes`),
    source && 'sources',
    demands.length > 0 && 'demands',
  ].filter((part) => part !== false && part !== null)
  return parts.length === 0 ? 'Open' : `Open ${nameList(parts)}`
}
