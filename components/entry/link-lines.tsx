import { dateInWords } from '@/lib/dates/words'
import { entryRelations } from '@/lib/entries/relations'
import type { LinkDto } from '@/lib/record'
import { SourceLine } from './citation-list'

/**
 * What an entry is to others, and they to it. That one thing caused another is an account: whose it
 * is stands beside it.
 */
export function LinkLines({
  links,
  hrefOf,
}: {
  links: LinkDto[]
  hrefOf: (entry: LinkDto['entry']) => string
}) {
  if (links.length === 0) return null
  return (
    <ul className="links">
      {links.map((link) => (
        <li key={`${link.id} ${link.says}`}>
          <span className="verb">
            {entryRelations[link.relation][link.says ? 'label' : 'reverse']}:
          </span>{' '}
          <a href={hrefOf(link.entry)}>
            <bdi>{link.entry.title}</bdi>
          </a>
          , {dateInWords(link.entry.edtf)}
          {link.note && <span className="link-note"> {link.note}</span>}
          {link.accordingTo && <span> According to {link.accordingTo}.</span>}
          {link.citations.map((citation) => (
            <span key={citation.id} className="claim-source">
              <SourceLine source={citation.source} />
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
