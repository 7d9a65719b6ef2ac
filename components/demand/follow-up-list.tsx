import Link from 'next/link'
import type { ReactNode } from 'react'
import { daysBetween } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import type { FollowUpDto } from '@/lib/demands/ledger'
import type { FormAction } from '@/lib/forms/state'
import { FollowUpEnding } from './follow-up-ending'

/**
 * Days on which somebody wants to ask again, the next due first. Those that ended lately can be
 * brought back. `today` is an ISO day.
 */
export function FollowUpList({
  open,
  ended,
  campaignHref,
  today,
  end,
  assign = null,
}: {
  open: FollowUpDto[]
  ended: (FollowUpDto & { ending: 'done' | 'cleared' })[]
  campaignHref: string
  today: string
  /** Left out for those who may only read. */
  end: FormAction | null
  /** The form by which one of them is handed over; left out likewise. */
  assign?: ((followUp: FollowUpDto) => ReactNode) | null
}) {
  return (
    <ul className="divide-hairline divide-y">
      {open.map((followUp) => (
        <li key={followUp.id} className="py-3 first:pt-0">
          <p className={followUp.dueOn <= today ? 'font-semibold' : undefined}>
            <time dateTime={followUp.dueOn}>{dateInWords(followUp.dueOn)}</time>
            <span className={followUp.dueOn <= today ? 'text-action' : 'text-muted'}>
              , {dueInWords(followUp.dueOn, today)}
            </span>
          </p>
          <About {...{ followUp, campaignHref }} />
          {followUp.note && (
            <p>
              <bdi>{followUp.note}</bdi>
            </p>
          )}
          {end && (
            <div className="chrome mt-1 flex flex-wrap gap-2">
              <FollowUpEnding action={end} id={followUp.id} ending="done" />
              <FollowUpEnding action={end} id={followUp.id} ending="cleared" />
            </div>
          )}
          {assign
            ? assign(followUp)
            : followUp.assigned && (
                <p className="text-muted">
                  Assigned to <bdi>{followUp.assigned.member.name}</bdi>
                </p>
              )}
        </li>
      ))}
      {ended.map((followUp) => (
        <li key={followUp.id} className="text-muted py-3 first:pt-0">
          <p>
            {followUp.ending === 'done' ? 'Done' : 'Cleared'}: {dateInWords(followUp.dueOn)}
          </p>
          <About {...{ followUp, campaignHref }} />
          {end && (
            <div className="chrome mt-1">
              <FollowUpEnding action={end} id={followUp.id} ending="reopened" />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function About({ followUp, campaignHref }: { followUp: FollowUpDto; campaignHref: string }) {
  const { organization, demand, inquiry } = followUp
  return (
    <p>
      Ask <bdi>{organization.name}</bdi> again:{' '}
      {demand ? (
        <Link href={`${campaignHref}/demands/${demand.number}`}>
          <bdi>
            {demand.number}. {demand.wording}
          </bdi>
        </Link>
      ) : inquiry?.entry ? (
        <Link href={`${campaignHref}/entries/${inquiry.entry.id}`}>
          <bdi>{inquiry.entry.title}</bdi>
        </Link>
      ) : (
        'an inquiry'
      )}
    </p>
  )
}

function dueInWords(day: string, today: string): string {
  const days = daysBetween(today, day)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days > 0) return `in ${days} days`
  return days === -1 ? 'due yesterday' : `due ${-days} days ago`
}
