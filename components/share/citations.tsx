import { dateInWords } from '@/lib/dates/words'
import type { CitationDto } from '@/lib/record'
import { OuterLink } from './outer-link'

/** What something rests on: each source with its publisher, its date, and the exact passage. */
export function Citations({ citations }: { citations: CitationDto[] }) {
  if (citations.length === 0) return null
  return (
    <ul className="citations">
      {citations.map(({ id, exact, source }) => (
        <li key={id}>
          <cite>
            <OuterLink href={source.url}>{source.title}</OuterLink>
          </cite>
          {source.publisher && `, ${source.publisher}`}
          {source.published && `, ${dateInWords(source.published, { weekday: false })}`}
          {exact && (
            <>
              : <q dir="auto">{exact}</q>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
