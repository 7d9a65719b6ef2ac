import 'server-only'
import type { Lens } from '@/lib/schemas/words'
import { rulesOf } from '@/lib/shares/lens'
import { noFilter } from '@/lib/timeline/filters'
import { previewReader } from '../auth/share-preview'
import type { Viewer } from '../auth/viewer'
import { readShared, type SharedPage } from './read'
import type { ShareTerms } from './terms'

const ENTRIES = 100
/** No link has this id, so that ids in a preview are those of no link. */
const NO_LINK = '00000000-0000-0000-0000-000000000000'

/**
 * Reads what a link of this lens to a whole campaign would show, before there is one.
 *
 * @throws AppError `forbidden` below editor, `not_found` for the campaign.
 */
export async function previewShare(
  viewer: Viewer,
  { campaignId, lens }: { campaignId: string; lens: Lens },
): Promise<SharedPage> {
  const reader = previewReader(viewer, { campaignId, shareLinkId: NO_LINK, lens })
  const terms: ShareTerms = {
    rules: rulesOf(lens, null),
    scope: 'campaign',
    entryId: null,
    filter: noFilter,
    indexed: false,
    frames: [],
  }
  return readShared(reader, { order: 'newest', after: null, limit: ENTRIES }, terms)
}
