import Link from 'next/link'
import { dateInWords } from '@/lib/dates/words'
import type { Waiting } from '@/lib/front'
import { kindOf } from '@/lib/kinds/index'
import { standingLabels } from '@/lib/schemas/words'
import { timelineHref } from '@/lib/timeline/address'
import { noFilter } from '@/lib/timeline/filters'

/** What waits for this member: drafts to finish, entries to review, proposals to decide. */
export function WaitingList({ waiting, slug }: { waiting: Waiting; slug: string }) {
  const { drafts, inReview, proposals, decides } = waiting
  const home = `/campaigns/${slug}`
  return (
    <div className="space-y-5">
      {proposals.count > 0 && (
        <div>
          <h3 className="text-lg">
            {proposals.count === 1 ? '1 proposal' : `${proposals.count} proposals`}{' '}
            {decides ? 'to decide' : 'for an editor to decide'}
          </h3>
          <ul>
            {proposals.first.map(({ id, standing, at, demand }) => (
              <li key={id}>
                <Link
                  href={`${home}/demands/${demand}#proposals`}
                  className="inline-flex min-h-11 items-center"
                >
                  Demand {demand} at {at}: {standingLabels[standing].toLowerCase()}?
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Entries
        {...{ slug, of: inReview, status: 'in_review' }}
        title={decides ? 'in review' : 'in review, for an editor'}
      />
      <Entries {...{ slug, of: drafts, status: 'draft' }} title="in your drafts" />
    </div>
  )
}

function Entries({
  slug,
  of,
  title,
  status,
}: {
  slug: string
  of: Waiting['drafts']
  title: string
  status: 'draft' | 'in_review'
}) {
  if (of.count === 0) return null
  return (
    <div>
      <h3 className="text-lg">
        {of.count === 1 ? '1 entry' : `${of.count} entries`} {title}
      </h3>
      <ul>
        {of.first.map(({ id, title: name, kind, edtf }) => (
          <li key={id} className="py-1">
            <Link href={`/campaigns/${slug}/entries/${id}`} className="inline-block py-1.5">
              <bdi>{name}</bdi>
            </Link>
            <span className="text-muted">
              {' '}
              {kindOf(kind).label}, {dateInWords(edtf, { weekday: false })}
            </span>
          </li>
        ))}
      </ul>
      {of.count > of.first.length && (
        <p>
          <Link
            href={timelineHref(slug, 'story', { ...noFilter, statuses: [status] })}
            className="inline-flex min-h-11 items-center"
          >
            All {of.count}
          </Link>
        </p>
      )}
    </div>
  )
}
