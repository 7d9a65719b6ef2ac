import Link from 'next/link'
import { Moment } from '@/components/ui/moment'
import { Tag } from '@/components/ui/tag'
import { notificationLabels, type NotificationDto } from '@/lib/comments/comments'
import type { Clock } from '@/lib/dates/moments'
import type { FormAction } from '@/lib/forms/state'
import { SeenForm } from './seen-form'

/** What a member is told, the new first; each leads to where it was said. */
export function NotificationList({
  notifications,
  clock,
  open,
}: {
  notifications: readonly NotificationDto[]
  clock: Clock
  /** Marks one as seen and goes where it leads. */
  open: FormAction
}) {
  return (
    <ol className="divide-hairline max-w-prose divide-y">
      {notifications.map(({ id, kind, by, at, seen, title, body, href }) => (
        <li key={id} className="py-4 first:pt-0">
          <p className="text-muted flex flex-wrap items-center gap-x-2 text-sm">
            {!seen && <Tag tone="action">New</Tag>}
            <span>
              <bdi className="text-ink font-semibold">{by ?? 'The operator'}</bdi>{' '}
              {notificationLabels[kind]}, <Moment at={at} clock={clock} />
            </span>
          </p>
          <p className="mt-1">
            {seen ? (
              <Link href={href} prefetch={false} className="inline-flex min-h-11 items-center">
                <bdi>{title}</bdi>
              </Link>
            ) : (
              <bdi className="font-semibold">{title}</bdi>
            )}
          </p>
          <p dir="auto" className="line-clamp-3 [overflow-wrap:anywhere] whitespace-pre-line">
            {body}
          </p>
          {!seen && (
            <div className="chrome mt-1">
              <SeenForm action={open} id={id} label="Open" />
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
