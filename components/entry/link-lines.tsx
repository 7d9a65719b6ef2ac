import { dateInWords } from '@/lib/dates/words'
import { entryRelations } from '@/lib/entries/relations'
import type { LinkDto } from '@/lib/record'
import type { MarkOf } from '@/lib/timeline/footnotes'
import { MissingPassage } from './source-line'
import { CitedSource } from './notes'

/**
 * What an entry is to others, and they to it. That one thing caused another is an account: whose it
 * is stands beside it.
 */
export function LinkLines({
  links,
  hrefOf,
  markOf = null,
}: {
  links: LinkDto[]
  /** Null where the other entry has no address. */
  hrefOf: (entry: LinkDto['entry']) => string | null
  markOf?: MarkOf
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
              <CitedSource {...{ citation, markOf }} />
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
