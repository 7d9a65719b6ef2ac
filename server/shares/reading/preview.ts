import 'server-only'
import type { ShareInput } from '@/lib/schemas/share'
import type { Lens } from '@/lib/schemas/words'
import { rulesOf, type LensChoices, type LensRules } from '@/lib/shares/lens'
import { ownPublisher } from '@/lib/shares/publisher'
import { noFilter, readFilter } from '@/lib/timeline/filters'
import { previewReader } from '../../auth/share-preview'
import type { ShareReader, Viewer } from '../../auth/viewer'
import { withViewer } from '../../db'
import { notFound } from '../../errors'
import type { PhotoFile } from '../../photos/files'
import { campaignsVisibleTo } from '../../policy'
import type { Window } from './entries'
import { readSharedPhoto } from './photos'
import { readShared, type SharedPage } from './read'
import { scopeFrom } from './scope'
import { termsOf, type ShareTerms } from './terms'

const ENTRIES = 100
/** No link has this id, so that ids in a preview are those of no link. */
export const NO_LINK = '00000000-0000-0000-0000-000000000000'

/** A link that does not exist yet, or one that does as it might become. */
export type Previewed = Pick<ShareInput, 'scope' | 'entry' | 'filter'> & {
  campaignId: string
  lens: Lens
  choices: LensChoices | null
  /** The id of the one that exists: how much it shows, and who may frame it, stay as they are. */
  share?: string | undefined
}

/** What a link would show, and how a picture of it is read, by the ids that are in it. */
type SharedPreview = SharedPage & { photo: (id: string, name: string) => Promise<PhotoFile> }

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
): Promise<SharedPreview> {
  const { reader, terms } = await openPreview(viewer, link)
  return {
    ...(await readShared(reader, window, terms)),
    photo: (id, name) => readSharedPhoto(reader, id, name, terms),
  }
}

/**
 * A reader as such a link would have, and its terms, by which everything behind it is read.
 *
 * @throws AppError as `previewShare`.
 */
export async function openPreview(
  viewer: Viewer,
  link: Previewed,
): Promise<{ reader: ShareReader; terms: ShareTerms }> {
  const { campaignId, lens, choices, share = NO_LINK } = link
  const reader = previewReader(viewer, { campaignId, shareLinkId: share, lens })
  const rules = rulesOf(lens, choices)
  const terms = await withViewer(viewer, async (tx) => {
    const campaign = await tx.campaign.findFirst({
      where: { ...campaignsVisibleTo(viewer), id: campaignId },
      select: { id: true },
    })
    if (!campaign) throw notFound('campaign')
    if (share === NO_LINK) return termsFor(rules, await scopeFrom(tx, viewer, campaignId, link))
    const { workspaceId } = viewer
    const row = await tx.shareLink.findFirst({
      where: { workspaceId, id: share, campaignId },
      select: { id: true },
    })
    if (!row) throw notFound('share link')
    return { ...(await termsOf(tx, reader)), rules }
  })
  return { reader, terms }
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
    own: ownPublisher({}),
  }
}
