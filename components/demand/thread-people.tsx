import Link from 'next/link'
import type { ThreadPerson } from '@/lib/directory'
import { descriptionsOf } from '@/lib/people/described'

/** Who spoke, with their words and where they were said. For members. */
export function ThreadPeople({
  people,
  campaignHref,
  nobody,
}: {
  people: ThreadPerson[]
  /** Said where there is nobody. */
  nobody: string
  campaignHref: string
}) {
  if (people.length === 0) return <p className="text-muted">{nobody}</p>
  return (
    <ul className="divide-hairline border-hairline divide-y border-b">
      {people.map(({ id, personId, name, role, description, affiliation, entry, quotes }) => (
        <li key={id} className="py-3">
          <p>
            {personId !== null && (
              <>
                <Link href={`/people/${personId}`}>
                  <bdi>{name}</bdi>
                </Link>
                ,{' '}
              </>
            )}
            <span className="text-muted">
              <bdi>{descriptionsOf({ name, role, description, affiliation }).join(', ')}</bdi>,
              at{' '}
            </span>
            <Link href={`${campaignHref}/entries/${entry.id}`}>
              <bdi>{entry.title}</bdi>
            </Link>
          </p>
          {quotes.map((quote) => (
            <blockquote key={quote.id} dir="auto" className="mt-1 max-w-prose font-serif text-lg">
              “{quote.text}”
            </blockquote>
          ))}
        </li>
      ))}
    </ul>
  )
}
