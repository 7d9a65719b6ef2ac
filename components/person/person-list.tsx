import Link from 'next/link'
import { Tag } from '@/components/ui/tag'
import type { PersonListing } from '@/lib/directory'
import { consentLabels } from '@/lib/schemas/words'

/** People by name, each with how shares may show them. */
export function PersonList({ people }: { people: PersonListing[] }) {
  return (
    <ul className="divide-hairline border-hairline divide-y border-b">
      {people.map(({ id, name, otherNames, consent, appearances }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
          <Link
            href={`/people/${id}`}
            className="inline-flex min-h-11 min-w-0 items-center font-semibold"
          >
            <bdi>{name}</bdi>
          </Link>
          {otherNames.length > 0 && <span className="text-muted">{otherNames.join('; ')}</span>}
          <span className="text-muted">
            {appearances} {appearances === 1 ? 'appearance' : 'appearances'}
          </span>
          <Tag>{consentLabels[consent]}</Tag>
        </li>
      ))}
    </ul>
  )
}
