import Link from 'next/link'
import { Moment } from '@/components/ui/moment'
import type { FoundComment } from '@/lib/comments/comments'
import type { Clock } from '@/lib/dates/moments'

/** Comments that a search found, each with what it is about. */
export function FoundComments({
  comments,
  clock,
}: {
  comments: readonly FoundComment[]
  clock: Clock
}) {
  return (
    <ol className="divide-hairline max-w-prose divide-y">
      {comments.map(({ id, by, at, title, body, href }) => (
        <li key={id} className="py-4 first:pt-0">
          <p className="text-muted text-sm">
            <bdi className="text-ink font-semibold">{by ?? 'The operator'}</bdi>,{' '}
            <Moment at={at} clock={clock} />, on
          </p>
          <p>
            <Link href={href} prefetch={false} className="inline-flex min-h-11 items-center">
              <bdi>{title}</bdi>
            </Link>
          </p>
          <p dir="auto" className="line-clamp-3 [overflow-wrap:anywhere] whitespace-pre-line">
            {body}
          </p>
        </li>
      ))}
    </ol>
  )
}
