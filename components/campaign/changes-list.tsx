import Link from 'next/link'
import { ActionForm } from '@/components/form/action-form'
import { LocalMoment } from '@/components/ui/moment'
import { Section } from '@/components/ui/section'
import type { Clock } from '@/lib/dates/moments'
import type { Change, Changes } from '@/lib/front'
import type { FormAction } from '@/lib/forms/state'
import { SeenMark } from './seen-mark'

const AT_ONCE = 6

/** What others changed since the member's last visit. */
export function ChangesList({
  changes: { count, first },
  slug,
  clock,
  noteSeen,
  markRead,
}: {
  changes: Changes
  slug: string
  clock: Clock
  /** Notes that the list was seen, once it was in view. */
  noteSeen: FormAction
  /** Takes what is on the list off it. */
  markRead: FormAction
}) {
  const line = (change: Change) => (
    <ChangeLine key={`${change.record} ${change.id}`} {...{ change, slug, clock }} />
  )
  const rest = first.slice(AT_ONCE)
  if (count === 0) return null
  return (
    <Section
      title={
        count === 1 ? '1 change since your last visit' : `${count} changes since your last visit`
      }
    >
      <ul className="space-y-2">{first.slice(0, AT_ONCE).map(line)}</ul>
      {rest.length > 0 && (
        <details>
          <summary className="min-h-11 py-2.5 underline underline-offset-4">
            {count > first.length
              ? `${rest.length} of ${count - AT_ONCE} more`
              : `${rest.length} more`}
          </summary>
          <ul className="space-y-2">{rest.map(line)}</ul>
        </details>
      )}
      <ActionForm
        action={markRead}
        submitLabel="Mark as read"
        pendingLabel="Marking …"
        submitTone="quiet"
      />
      <SeenMark action={noteSeen} />
    </Section>
  )
}

function ChangeLine({
  change: { title, path, done, times, by, at },
  slug,
  clock,
}: {
  change: Change
  slug: string
  clock: Clock
}) {
  const what = done || (times === 1 ? 'changed' : `changed ${times} times`)
  return (
    <li>
      <Link href={`/campaigns/${slug}${path}`} className="inline-block py-1.5">
        <bdi>{title}</bdi>
      </Link>
      <span className="text-muted block text-sm">
        {what.charAt(0).toUpperCase() + what.slice(1)}
        {by.length > 0 && (
          <>
            {' '}
            by <bdi>{by.join(', ')}</bdi>
          </>
        )}
        , <LocalMoment at={at} clock={clock} />
      </span>
    </li>
  )
}
