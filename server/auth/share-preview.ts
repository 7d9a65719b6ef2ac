import 'server-only'
import { mint } from './mint'
import { requireRole, type ShareReader, type Viewer } from './viewer'

/**
 * A reader as a link of this campaign and lens would have, for an editor who wants to see what it
 * will show. There is no such link, so nothing can be opened with it from outside.
 *
 * @throws AppError `forbidden` below editor.
 */
export function previewReader(
  viewer: Viewer,
  link: { campaignId: string; shareLinkId: string; lens: ShareReader['lens'] },
): ShareReader {
  requireRole(viewer, 'editor')
  return mint<ShareReader>({ kind: 'share', workspaceId: viewer.workspaceId, ...link })
}
