import type { ComponentType, ReactNode } from 'react'
import { LaneMark } from '@/components/ui/lane-mark'
import { Tag } from '@/components/ui/tag'
import { dateInWords } from '@/lib/dates/words'
import { kindOf } from '@/lib/kinds/index'
import { addressOf, type SearchResult } from '@/lib/search/result'
import { entryStatusLabels, organizationKindLabels, sourceKindLabels } from '@/lib/schemas/words'
import { MarkedText } from './marked-text'

type LinkProps = { href: string; className?: string; children: ReactNode }

/** What was found, best first, each with the passages in which the words stand. */
export function SearchResults({
  results,
  slug,
  link: Anchor,
}: {
  results: SearchResult[]
  /** The campaign in which organizations and sources are read. */
  slug: string | undefined
  link: ComponentType<LinkProps>
}) {
  return (
    <ol className="divide-hairline divide-y">
      {results.map((result) => (
        <li key={`${result.record} ${result.id}`} className="py-5 first:pt-0">
          <article className="max-w-prose">
            <p className="text-muted flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
              <About result={result} />
            </p>
            <h2 className="mt-1 text-lg">
              <Title result={result} href={addressOf(result, slug)} link={Anchor} />
            </h2>
            {result.passages.map(({ label, pieces }, index) => (
              <p key={index} className="mt-1.5">
                <span className="text-muted">{label}: </span>
                <bdi>
                  <MarkedText pieces={pieces} />
                </bdi>
              </p>
            ))}
          </article>
        </li>
      ))}
    </ol>
  )
}

function Title({
  result,
  href,
  link: Anchor,
}: {
  result: SearchResult
  href: string | undefined
  link: ComponentType<LinkProps>
}) {
  const title = <MarkedText pieces={result.title} />
  return href ? (
    <Anchor href={href}>
      <bdi>{title}</bdi>
    </Anchor>
  ) : (
    title
  )
}

function About({ result }: { result: SearchResult }): ReactNode {
  switch (result.record) {
    case 'entry':
      return (
        <>
          <span className="inline-flex items-center gap-1.5">
            <LaneMark lane={result.lane} labelled />
            {kindOf(result.kind).label}
          </span>
          <span>{dateInWords(result.edtf)}</span>
          <span dir="auto">{result.campaign.title}</span>
          {result.status !== 'published' && <Tag>{entryStatusLabels[result.status]}</Tag>}
        </>
      )
    case 'demand':
      return (
        <>
          <span className="inline-flex items-center gap-1.5">
            <LaneMark lane="demand" />
            Demand {result.number}
          </span>
          <span dir="auto">{result.campaign.title}</span>
        </>
      )
    case 'organization':
      return <span>Organization: {organizationKindLabels[result.kind].toLowerCase()}</span>
    case 'person':
      return <span>Person</span>
    case 'source':
      return (
        <>
          <span>Source: {sourceKindLabels[result.kind].toLowerCase()}</span>
          {result.publisher && <span dir="auto">{result.publisher}</span>}
          {result.published && <span>{dateInWords(result.published)}</span>}
        </>
      )
  }
}
