import Link from 'next/link'
import type { ReactNode } from 'react'
import { EntryDate } from '@/components/entry/entry-date'
import { LaneMark } from '@/components/ui/lane-mark'
import { kindOf, laneLabels } from '@/lib/kinds/index'
import { nameList } from '@/lib/kinds/define'
import { entryStatusLabels } from '@/lib/schemas/words'
import type { StoryEntry } from '@/lib/timeline/story'

const VERBS = { raises: 'Demanded', repeats: 'Demanded again', answers: 'Answers' } as const
const STANCES = {
  meets: 'meets it',
  partly_meets: 'partly meets it',
  refuses: 'refuses it',
  deflects: 'deflects',
  gives_no_reply: 'gives no reply',
} as const
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
      <p className="entry-kind">
        <LaneMark lane={entry.lane} />
        <span>
          {laneLabels[entry.lane]}: {kindOf(entry.kind).label.toLowerCase()}
        </span>
        {entry.status !== 'published' && (
          <span className="status">{entryStatusLabels[entry.status]}</span>
        )}
      </p>
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
      {entry.demands.length > 0 && (
        <ul className="demands">
          {entry.demands.map((demand, index) => (
            <li key={index}>
              <LaneMark lane="demand" />
              <span>
                <span className="verb">
                  {VERBS[demand.relation]} {demand.number}:
                </span>{' '}
                {demand.wording}
                {demand.stance && (
                  <span className="stance">
                    {' '}
                    At {demand.at}: {STANCES[demand.stance]}.
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
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
