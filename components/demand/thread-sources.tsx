import Link from 'next/link'
import { dateInWords } from '@/lib/dates/words'
import type { ThreadSource } from '@/lib/directory'

/** The sources that a demand's record rests on. */
export function ThreadSources({
  sources,
  campaignHref,
}: {
  sources: ThreadSource[]
  campaignHref: string
}) {
  if (sources.length === 0) return <p className="text-muted">No sources cited yet.</p>
  return (
    <ul className="space-y-1">
      {sources.map(({ id, title, publisher, published }) => (
        <li key={id}>
          <Link href={`${campaignHref}/sources/${id}`}>
            <bdi>{title}</bdi>
          </Link>
          <span className="text-muted">
            {publisher && `, ${publisher}`}
            {published && `, ${dateInWords(published, { weekday: false })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
