import type { EntryKind, Lane } from '../kinds/names'
import type { EntryStatus, OrganizationKind, SourceKind } from '../schemas/words'
import type { FoundRecord } from './filters'
import type { Passage, Piece } from './passage'

type Found<R extends FoundRecord> = {
  record: R
  id: string
  title: Piece[]
  /** Where else the words stand; empty when the title says it all. */
  passages: Passage[]
}
type InCampaign = { campaign: { slug: string; title: string } }

/** One record that was found, with where the words stand in it. */
export type SearchResult =
  | (Found<'entry'> &
      InCampaign & { kind: EntryKind; lane: Lane; status: EntryStatus; edtf: string })
  | (Found<'demand'> & InCampaign & { number: number })
  | (Found<'organization'> & { kind: OrganizationKind })
  | Found<'person'>
  | (Found<'source'> & { kind: SourceKind; publisher: string; published: string })

/** A page of what was found, best first. */
export type SearchPage = {
  results: SearchResult[]
  /** The cursor of the next page, or null on the last. */
  next: string | null
  /** Whether words that only begin like or look like the typed ones were taken as well. */
  loosened: boolean
}

/** One thing that a field offers while a name is typed. */
export type LookupItem = {
  id: string
  name: string
  /** What tells it from others of the same name, such as its other names or its publisher. */
  note: string
  /** Of a source, the day on which it was published (ISO), where that is known. */
  day?: string
}

/**
 * Where a record that was found is read. Organizations and sources belong to the workspace and are
 * read within a campaign; `slug` names the one to read them in, and without any there is no page.
 */
export function addressOf(result: SearchResult, slug: string | undefined): string | undefined {
  switch (result.record) {
    case 'entry':
      return `/campaigns/${result.campaign.slug}/entries/${result.id}`
    case 'demand':
      return `/campaigns/${result.campaign.slug}/demands/${result.number}`
    case 'organization':
      return slug ? `/campaigns/${slug}/organizations/${result.id}` : `/organizations/${result.id}`
    case 'person':
      return `/people/${result.id}`
    case 'source':
      return slug ? `/campaigns/${slug}/sources/${result.id}` : `/sources/${result.id}`
  }
}
