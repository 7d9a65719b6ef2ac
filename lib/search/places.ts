import type { LookupItem } from './result'

/** One record that somebody can go to. */
export type Place = LookupItem & { record: PlaceRecord; href: string }

/** The kinds of record in the order in which they are offered. */
export const placeLabels = {
  campaign: 'Campaigns',
  demand: 'Demands',
  organization: 'Organizations',
  person: 'People',
  entry: 'Entries',
  source: 'Sources',
} as const
export type PlaceRecord = keyof typeof placeLabels

/** What an address of ours says of the record that is read there. */
export type PlaceAddress =
  | { record: 'campaign'; slug: string }
  | { record: 'demand'; slug: string; number: number }
  | { record: 'entry' | 'organization' | 'person' | 'source'; id: string }

const ID = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'
const SLUG = '([^\\s/?#\\\\]{1,200})'
const CAMPAIGN = new RegExp(`^/campaigns/(?!new$)${SLUG}$`, 'u')
const DEMAND = new RegExp(`^/campaigns/${SLUG}/demands/([1-9]\\d{0,8})$`, 'u')
const OTHERS = {
  entry: new RegExp(`^/campaigns/${SLUG}/entries/${ID}$`, 'u'),
  organization: new RegExp(`^(?:/campaigns/${SLUG})?/organizations/${ID}$`, 'u'),
  person: new RegExp(`^()/people/${ID}$`, 'u'),
  source: new RegExp(`^(?:/campaigns/${SLUG})?/sources/${ID}$`, 'u'),
} as const

/** The record that a path leads to, or null for every other page. */
export function placeAt(path: string): PlaceAddress | null {
  const [, campaign] = CAMPAIGN.exec(path) ?? []
  if (campaign) return { record: 'campaign', slug: decoded(campaign) }
  const [, slug, number] = DEMAND.exec(path) ?? []
  if (slug) return { record: 'demand', slug: decoded(slug), number: Number(number) }
  for (const record of ['entry', 'organization', 'person', 'source'] as const) {
    const [, , id] = OTHERS[record].exec(path) ?? []
    if (id) return { record, id }
  }
  return null
}

/** The campaign that a path lies in, or null. */
export function campaignAt(path: string): string | null {
  const [, slug] = /^\/campaigns\/(?!new(?:\/|$))([^\s/?#\\]{1,200})(?:\/|$)/u.exec(path) ?? []
  return slug ?? null
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
