import { noFilter, type Params, type TimelineFilter, paramsNamed } from './filters'

/** The lists that a filter is chosen from, by their name in the address. */
export const facetNames = [
  'lane',
  'kind',
  'org',
  'person',
  'demand',
  'place',
  'tag',
  'date',
  'source',
  'checked',
  'status',
] as const
export type FacetName = (typeof facetNames)[number]

/** Facets whose choices are records or words: as many as the campaign has. */
const longFacets = [
  'org',
  'person',
  'demand',
  'place',
  'tag',
] as const satisfies readonly FacetName[]
export type LongFacet = (typeof longFacets)[number]

const FIELDS = {
  lane: 'lanes',
  kind: 'kinds',
  org: 'organizations',
  person: 'people',
  demand: 'demands',
  place: 'places',
  tag: 'tags',
  date: 'certainty',
  source: 'sourced',
  checked: 'checks',
  status: 'statuses',
} as const satisfies Record<FacetName, keyof TimelineFilter>

/** What else a filter asks: a choice of a facet is counted under this, since it would widen its own. */
export function withoutFacet(filter: TimelineFilter, facet: FacetName): TimelineFilter {
  return { ...filter, [FIELDS[facet]]: noFilter[FIELDS[facet]] }
}

/** What a filter chooses of a facet, as the address writes it. */
export function chosenOf(filter: TimelineFilter, facet: FacetName): string[] {
  const value = filter[FIELDS[facet]]
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  return Array.isArray(value) ? value.map(String) : []
}

/** The panel of filters when it is open, with what is looked for in its long lists. */
export type PanelRequest = { find: Partial<Record<LongFacet, string>> }

/** Nothing is looked for. */
export const plainPanel: PanelRequest = { find: {} }

/** Reads from an address whether the panel of filters is open, and what is looked for in it. */
export function readPanel(params: Params): PanelRequest | null {
  if (paramsNamed(params, 'panel')[0] !== 'filters') return null
  const find: PanelRequest['find'] = {}
  for (const facet of longFacets) {
    const [text = ''] = paramsNamed(params, findName(facet))
    const words = text.trim().replaceAll(/\s+/g, ' ').slice(0, LONGEST)
    if (words !== '' && words.isWellFormed() && !words.includes('\0')) find[facet] = words
  }
  return { find }
}

/** The parameter that says what is looked for in a long list. */
export function findName(facet: LongFacet): string {
  return `find-${facet}`
}

const LONGEST = 100
