import Link from 'next/link'
import type { CitedPassage } from '@/lib/directory'
import { matchPassage } from '@/lib/passages'

const CARRIES: Record<CitedPassage['carries'], string> = {
  entry: 'Supports the entry',
  quote: 'Supports words quoted in',
  claim: 'Supports a claim in',
  dispute: 'Cited for a dispute of',
  reply: 'A statement on',
  link: 'Supports a link from',
  assessment: 'Supports an assessment of',
}

/** What rests on a source: each cited passage, and the entry or demand that it carries. */
export function PassageList({ passages, text }: { passages: CitedPassage[]; text: string }) {
  return (
    <ul className="divide-hairline border-hairline divide-y border-b">
      {passages.map((passage) => (
        <li key={passage.id} className="py-3">
          {passage.exact && (
            <blockquote dir="auto" className="max-w-prose text-lg">
              “{passage.exact}”
            </blockquote>
          )}
          <p>
            {CARRIES[passage.carries]} <Carried passage={passage} />
          </p>
          {passage.exact && text !== '' && <Place passage={passage} text={text} />}
        </li>
      ))}
    </ul>
  )
}

function Carried({ passage: { entry, demand } }: { passage: CitedPassage }) {
  if (entry) {
    return (
      <Link href={`/campaigns/${entry.campaign}/entries/${entry.id}`}>
        <bdi>{entry.title}</bdi>
      </Link>
    )
  }
  if (!demand) return null
  return (
    <Link href={`/campaigns/${demand.campaign}/demands/${demand.number}`}>
      demand {demand.number}
    </Link>
  )
}

function Place({ passage, text }: { passage: CitedPassage; text: string }) {
  const match = matchPassage(text, passage)
  if (match !== 'found')
    return (
      <p className="text-warning">
        {match === 'absent'
          ? 'Not found in the captured text.'
          : 'No longer found where it was marked.'}
      </p>
    )
  return (
    <a href={`#passage-${passage.id}`} className="inline-flex min-h-11 items-center">
      Show it in the text
    </a>
  )
}
