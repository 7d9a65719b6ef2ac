import type { ComponentType, ReactNode } from 'react'
import type { EntryDto } from '@/lib/record'
import type { Footnotes } from '@/lib/timeline/footnotes'
import { DisputeLines, ReplyList } from './answer-lines'
import { CheckedLine } from './checked'
import { CitationList } from './citation-list'
import { ClaimList } from './claim-list'
import { DemandLines } from './demand-lines'
import { DetailLines } from './detail-lines'
import { EntryDate } from './entry-date'
import { EntryKindLine } from './entry-kind'
import { InquiryLines } from './inquiry-lines'
import { LinkLines } from './link-lines'
import { PeopleList } from './people-list'
import { PhotoList } from './photo-list'
import type { Ways } from './ways'

export type LinkProps = { href: string; className?: string; children: ReactNode }

type EntryCardProps = {
  entry: EntryDto
  /** Where the title leads; without it the title is no link. */
  href?: string
  level?: 1 | 2 | 3
  link?: ComponentType<LinkProps>
  /** The path of the share link that shows it, null for one to be made; without it a member looks. */
  share?: string | null
  /** What stands below its title, such as what may be done with it. */
  tools?: ReactNode
  /** Whether its sources are listed at its end; a page may have a better list. */
  cites?: boolean
  /** The notes at the end of the page, to which its sources are marks; without them they stand in it. */
  notes?: Footnotes | undefined
  /** Where what it names leads; without them names are no links. */
  ways?: Ways | undefined
  /** It is what its page is about: its title comes first, and its place stands beside its date. */
  alone?: boolean
}

/**
 * An entry as its readers see it, on the timeline, on its own page and in a share: it has no
 * script and no style of its own beyond public/record.css.
 */
export function EntryCard({
  entry,
  href,
  level = 3,
  link: Anchor = PlainLink,
  share,
  tools,
  cites = true,
  notes,
  ways,
  alone = false,
}: EntryCardProps) {
  const Heading = `h${level}` as const
  const heading = (
    <Heading dir="auto" className="entry-title">
      {href ? <Anchor href={href}>{entry.title}</Anchor> : entry.title}
    </Heading>
  )
  return (
    <article className="entry" data-lane={entry.lane}>
      <EntryKindLine entry={entry} />
      {alone && heading}
      <EntryDate entry={entry} />
      {alone ? entry.place && <p dir="auto">{entry.place}</p> : heading}
      {tools}
      <EntryBody
        {...{ entry, cites, notes, ways, placed: alone }}
        {...(share !== undefined && { share })}
      />
    </article>
  )
}

/** All of an entry below its title. */
export function EntryBody({
  entry,
  share,
  cites = true,
  notes,
  ways,
  placed = false,
}: Pick<EntryCardProps, 'entry' | 'share' | 'cites' | 'notes' | 'ways'> & {
  /** Whether its place was said above. */
  placed?: boolean
}) {
  const markOf = notes?.marksIn(entry) ?? null
  return (
    <>
      <DisputeLines disputes={entry.disputes} markOf={markOf} />
      {entry.sentence && (
        <p dir="auto" className="sentence">
          {entry.sentence}
        </p>
      )}
      {entry.summary && <div className="summary">{paragraphs(entry.summary)}</div>}
      <PhotoList
        photos={entry.photos}
        at={share === undefined ? '/api/photos' : share && `${share}/p`}
      />
      <DetailLines {...{ entry, ways, placed }} />
      <PeopleList appearances={entry.appearances} {...{ markOf, ways }} />
      <DemandLines demands={entry.demands} ways={ways} />
      <InquiryLines inquiries={entry.inquiries} />
      <ReplyList replies={entry.replies} markOf={markOf} />
      <ClaimList claims={entry.claims} markOf={markOf} />
      <LinkLines
        links={entry.links}
        markOf={markOf}
        hrefOf={({ id, campaign }) =>
          share === undefined ? `/campaigns/${campaign}/entries/${id}` : share && `${share}/e/${id}`
        }
      />
      {cites && <CitationList citations={entry.citations} markOf={markOf} />}
      <CheckedLine {...entry} />
    </>
  )
}

function PlainLink(props: LinkProps) {
  return <a {...props} />
}

function paragraphs(text: string): ReactNode {
  return text.split(/\n{2,}/).map((paragraph, index) => (
    <p key={index} dir="auto">
      {paragraph}
    </p>
  ))
}
