import type { ReactNode } from 'react'
import { DemandLines } from '@/components/entry/demand-lines'
import { SignLine } from '@/components/ui/entry-signs'
import { LaneMark } from '@/components/ui/lane-mark'
import type { DrawnEntry } from '@/lib/timeline/drawn'

/** An entry of the story, closed or with its body open in place. */
export function StoryItem({
  entry,
  href,
  openHref,
  body,
}: {
  entry: DrawnEntry
  href: string
  openHref: string
  body: ReactNode
}) {
  const { id, lane, kind, status, title, date, machine } = entry
  return (
    <article
      id={`e-${id}`}
      className="entry"
      data-entry={id}
      data-lane={lane}
      data-day={entry.day ?? machine?.slice(0, 10)}
    >
      <p className="entry-kind">
        <LaneMark lane={lane} />
        <span>{kind}</span>
        {status && <span className="status">{status}</span>}
      </p>
      <span className="entry-date">
        {machine ? (
          <time dateTime={machine}>{date}</time>
        ) : (
          <span className={entry.lasts ? undefined : 'date-soft'}>{date}</span>
        )}
      </span>
      <h3 className="entry-title">
        <a dir="auto" href={href}>
          {title}
        </a>
      </h3>
      {body ?? <Closed entry={entry} />}
      <p className="foot">
        {!body && entry.source && <span className="source">{`Source: ${entry.source}`}</span>}
        <a
          className="chrome opener"
          href={openHref}
          data-open={body ? '' : id}
          data-stay
          aria-label={`${body ? 'Close' : entry.holds}: ${title}`}
        >
          {body ? 'Close' : entry.holds}
        </a>
      </p>
    </article>
  )
}

function Closed({ entry }: { entry: DrawnEntry }) {
  const { signs, sentence, summary, account, people, demands } = entry
  return (
    <>
      {signs && <SignLine words={signs} />}
      {account && (
        <p className="sentence">
          According to <bdi>{account}</bdi>
        </p>
      )}
      {summary && <p dir="auto">{summary}</p>}
      {sentence && <p className="sentence">{sentence}</p>}
      {people && (
        <p>
          With <bdi>{people}</bdi>
        </p>
      )}
      {demands && <DemandLines demands={demands} />}
    </>
  )
}
