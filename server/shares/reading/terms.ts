import 'server-only'
import { rulesOf, type LensRules } from '@/lib/shares/lens'
import { choicesFrom } from '@/lib/shares/choices'
import { noFilter, readFilter, type TimelineFilter } from '@/lib/timeline/filters'
import type { ShareScope } from '@/prisma/generated/client'
import type { ShareReader } from '../../auth/viewer'
import type { Tx } from '../../db'
import { notFound } from '../../errors'

/** What a link lets its readers see: through which rules, and how much of the campaign. */
export type ShareTerms = {
  rules: LensRules
  scope: ShareScope
  /** The one entry of the scope `entry`. */
  entryId: string | null
  /** The filter of the scope `filter`, chosen by a member; it asks nothing otherwise. */
  filter: TimelineFilter
  indexed: boolean
  frames: string[]
  /** The number of its latest edition, or null where it has none. */
  edition: number | null
}

/**
 * The terms of the link that somebody reads by, as they are at this moment.
 *
 * @throws AppError `not_found` when the link is gone.
 */
export async function termsOf(tx: Tx, viewer: ShareReader): Promise<ShareTerms> {
  const { workspaceId, shareLinkId: id } = viewer
  const link = await tx.shareLink.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      choices: true,
      scope: true,
      entryId: true,
      filter: true,
      indexed: true,
      frames: true,
      editions: { select: { number: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  })
  if (!link) throw notFound('share link')
  return {
    rules: rulesOf(viewer.lens, choicesFrom(link.choices)),
    scope: link.scope,
    entryId: link.entryId,
    filter: link.scope === 'filter' ? readFilter(new URLSearchParams(link.filter)) : noFilter,
    indexed: link.indexed,
    frames: link.frames,
    edition: link.editions[0]?.number ?? null,
  }
}

/**
 * Whether a link may show enough to count the days without an answer: a whole campaign's actions and
 * responses. They are counted only where the whole record says the same (`sameAsRecord`).
 */
export function countsDays({ scope, rules }: ShareTerms): boolean {
  const whole = scope === 'campaign' || scope === 'ledger'
  return (
    whole &&
    rules.fields.includes('standings') &&
    rules.lanes.includes('action') &&
    rules.lanes.includes('response')
  )
}
