import 'server-only'
import type { ShareInput } from '@/lib/schemas/share'
import type { Lens } from '@/lib/schemas/words'
import { rulesOf, type LensChoices, type LensRules } from '@/lib/shares/lens'
import { noFilter, readFilter } from '@/lib/timeline/filters'
import { previewReader } from '../../auth/share-preview'
import type { Viewer } from '../../auth/viewer'
import { withViewer } from '../../db'
import { notFound } from '../../errors'
import { campaignsVisibleTo } from '../../policy'
import type { Window } from './entries'
import { readShared, type SharedPage } from './read'
import { scopeFrom } from './scope'
import type { ShareTerms } from './terms'

const ENTRIES = 100
/** No link has this id, so that ids in a preview are those of no link. */
export const NO_LINK = '00000000-0000-0000-0000-000000000000'

/** A link that does not exist yet, or one that does as it might become. */
export type Previewed = Pick<ShareInput, 'scope' | 'entry' | 'filter'> & {
  campaignId: string
  lens: Lens
  choices: LensChoices | null
}

/**
 * Reads what a link would show, before there is one or before it is changed.
 *
 * @throws AppError `forbidden` below editor, `not_found` for the campaign, `invalid` for a scope
 *   that is of nothing.
 */
export async function previewShare(
  viewer: Viewer,
  link: Previewed,
  window: Window = { order: 'newest', after: null, limit: ENTRIES },
): Promise<SharedPage> {
  const { campaignId, lens, choices } = link
  const reader = previewReader(viewer, { campaignId, shareLinkId: NO_LINK, lens })
  const scope = await withViewer(viewer, async (tx) => {
    const campaign = await tx.campaign.findFirst({
      where: { ...campaignsVisibleTo(viewer), id: campaignId },
      select: { id: true },
    })
    if (!campaign) throw notFound('campaign')
    return scopeFrom(tx, viewer, campaignId, link)
  })
  return readShared(reader, window, termsFor(rulesOf(lens, choices), scope))
}

/** The terms of a link that there is not yet. */
export function termsFor(
  rules: LensRules,
  { scope, entryId, filter }: Awaited<ReturnType<typeof scopeFrom>>,
): ShareTerms {
  return {
    ...{ rules, scope, entryId },
    filter: scope === 'filter' ? readFilter(new URLSearchParams(filter)) : noFilter,
    ...{ indexed: false, frames: [], named: true, cards: false, edition: null },
  }
}
