import Link from 'next/link'
import { Moment } from '@/components/ui/moment'
import type { FoundComment } from '@/lib/comments/comments'

/** Comments that a search found, each with what it is about. */
export function FoundComments({
  comments,
  zone,
}: {
  comments: readonly FoundComment[]
  zone: string
}) {
  return (
    <ol className="divide-hairline max-w-prose divide-y">
      {comments.map(({ id, by, at, title, body, href }) => (
        <li key={id} className="py-4 first:pt-0">
          <p className="text-muted text-sm">
            <bdi className="text-ink font-semibold">{by ?? 'The operator'}</bdi>,{' '}
            <Moment at={at} zone={zone} />, on
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
