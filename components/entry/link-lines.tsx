import { dateInWords } from '@/lib/dates/words'
import { entryRelations } from '@/lib/entries/relations'
import type { LinkDto } from '@/lib/record'
import { MissingPassage, SourceLine } from './citation-list'

/**
 * What an entry is to others, and they to it. That one thing caused another is an account: whose it
 * is stands beside it.
 */
export function LinkLines({
  links,
  hrefOf,
}: {
  links: LinkDto[]
  /** Null where the other entry has no address. */
  hrefOf: (entry: LinkDto['entry']) => string | null
}) {
  if (links.length === 0) return null
  return (
    <ul className="links">
      {links.map((link) => (
        <li key={`${link.id} ${link.says}`}>
          <span className="verb">
            {entryRelations[link.relation][link.says ? 'label' : 'reverse']}:
          </span>{' '}
          <Other title={link.entry.title} href={hrefOf(link.entry)} />,{' '}
          {dateInWords(link.entry.edtf)}
          {link.note && (
            <span dir="auto" className="link-note">
              {' '}
              {link.note}
            </span>
          )}
          {link.accordingTo && (
            <span>
              {' '}
              According to <bdi>{link.accordingTo}</bdi>.
            </span>
          )}
          {link.citations.map((citation) => (
            <span key={citation.id} className="claim-source">
              <SourceLine source={citation.source} />
              <MissingPassage citation={citation} />
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

function Other({ title, href }: { title: string; href: string | null }) {
  if (href === null) return <bdi>{title}</bdi>
  return (
    <a href={href}>
      <bdi>{title}</bdi>
    </a>
  )
}
