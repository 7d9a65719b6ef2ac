import 'server-only'
import { shareSchema } from '@/lib/schemas/share'
import { addImport } from '../imports/mutations'
import { createShare } from '../shares/links/mutations'
import { CANARY, type Target } from '../testing/target'
import type { Endpoint } from './endpoint'

/** What stands in the places of paths for a target's own records, by their names. */
export type Places = Record<string, string>

/** Makes what a target misses, so that every path leads to a record of its own. */
export async function placesOf({ owner, campaign, entryId, demand }: Target): Promise<Places> {
  const bytes = new TextEncoder().encode(`title,date\n${CANARY} row,2026-02-01\n`)
  const share = await createShare(owner, shareSchema.parse({ campaign: campaign.id }))
  return {
    ...{ campaign: campaign.slug, entry: entryId, number: String(demand.number) },
    ...{ format: 'json', share: share.id, assessment: entryId },
    import: await addImport(owner, campaign.slug, { name: 'rows.csv', bytes }),
  }
}

const ids: Record<string, (of: Target) => string> = {
  Organizations: ({ organizationId }) => organizationId,
  People: ({ personId }) => personId,
  Sources: ({ sourceId }) => sourceId,
}

/** The address of an endpoint at a target's records, below /api/v1. */
export function addressOf({ path, group }: Endpoint, of: Target, places: Places): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name] ?? ids[group]?.(of) ?? '')
}
