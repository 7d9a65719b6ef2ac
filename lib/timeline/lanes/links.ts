import type { Span } from './levels'
import type { Gathered, Rowing, SheetRow } from './sheet'
import { pannedWindow, writeWindow, zoomedWindow } from './window'
import { dayText } from './words'

/** What the address of the lanes says beside its window. */
export type LanesPlace = {
  slug: string
  /** The filter's parameters, as `filterParams` writes them. */
  query: string
  by: Rowing
  skip: number
}

/** The address of a window of the lanes; null stands for all. */
export function lanesHref({ slug, query, by, skip }: LanesPlace, window: Span | null): string {
  const params = new URLSearchParams(query)
  if (by !== 'lane') params.set('by', by)
  if (skip > 0) params.set('skip', String(skip))
  if (window) params.set('window', writeWindow(window))
  return withQuery(`/campaigns/${slug}/lanes`, params)
}

/**
 * Where a counted mark leads: nearer to it, where its entries can be told apart there, and otherwise
 * to the story of its days.
 */
export function gatheredHref(place: LanesPlace, mark: Gathered, row: SheetRow): string {
  if (mark.id) return entryHref(place, mark.id)
  if (mark.early) return lanesHref(place, pannedWindow(mark, -1))
  if (mark.parts) return lanesHref(place, zoomedWindow(mark, 1.2))
  const params = new URLSearchParams(place.query)
  params.set('from', dayText(mark.from))
  params.set('to', dayText(mark.to - 1e-6))
  if (row.lane && row.lane !== 'demand') params.set('lane', row.lane)
  else if (row.key !== '') params.append(PARAMS[row.lane ?? place.by], row.key)
  return withQuery(`/campaigns/${place.slug}/story`, params)
}

/** The page of an entry. */
export function entryHref({ slug }: Pick<LanesPlace, 'slug'>, id: string): string {
  return `/campaigns/${slug}/entries/${id}`
}

const PARAMS: Record<Rowing, string> = {
  lane: 'lane',
  organization: 'org',
  person: 'person',
  demand: 'demand',
  place: 'place',
}

function withQuery(path: string, params: URLSearchParams): string {
  const query = params.toString()
  return query === '' ? path : `${path}?${query}`
}
