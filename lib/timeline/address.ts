import { filterParams, type TimelineFilter } from './filters'

/** The views of a timeline, by the end of their path. */
export const timelineViews = {
  story: { label: 'Story', path: '/story' },
  lanes: { label: 'Lanes', path: '/lanes' },
  calendar: { label: 'Calendar', path: '/calendar' },
  map: { label: 'Map', path: '/map' },
  table: { label: 'Table', path: '/table' },
  plots: { label: 'Plots', path: '/plots' },
} as const
export type TimelineView = keyof typeof timelineViews

/** What an address may say beside the filter; null and empty values are left out. */
export type Extra = Record<string, string | number | null | undefined>

/** The address of what is seen: a view of a campaign under a filter. */
export function timelineHref(
  slug: string,
  view: TimelineView,
  filter: TimelineFilter,
  extra: Extra = {},
): string {
  return withParams(`/campaigns/${slug}${timelineViews[view].path}`, filterParams(filter), extra)
}

/** A path with parameters; those of `extra` come last. */
export function withParams(path: string, params: URLSearchParams, extra: Extra = {}): string {
  const all = new URLSearchParams(params)
  for (const [name, value] of Object.entries(extra)) {
    if (value !== null && value !== undefined && value !== '') all.append(name, String(value))
  }
  const query = all.toString()
  return query === '' ? path : `${path}?${query}`
}

/** The first value of a parameter as a page has it, or null. */
export function firstParam(
  params: Record<string, string | string[] | undefined>,
  name: string,
): string | null {
  const value = params[name]
  return (Array.isArray(value) ? value[0] : value) || null
}
