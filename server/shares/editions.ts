import 'server-only'
import { createHash } from 'node:crypto'
import { differences, type Differences } from '@/lib/shares/differences'
import { editionText, readEdition, type EditionContent } from '@/lib/shares/edition'
import { previewReader } from '../auth/share-preview'
import { memberIdOf, requireRole, type ShareReader, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { announceChange } from './announce'
import { hasExpired } from './expiry'
import { readSharedRecord, readingOf } from './read'
import { withoutTakenBack } from './taken-back'
import type { ShareTerms } from './terms'

const MOST_EDITIONS = 200

/** An edition beside others: its number, when it was frozen (ISO timestamp), SHA-256 in hexadecimal. */
export type EditionHead = { number: number; frozenAt: string; sha256: string }

/**
 * Freezes what a link shows now. The edition is added to the link for good: it can be read for as
 * long as the link lives.
 *
 * @throws AppError `forbidden` below editor, `not_found` for the link, `conflict` for one that has
 *   ended or has as many editions as a link may have.
 */
export async function freezeShare(
  viewer: Viewer,
  { share }: { share: string },
  now = new Date(),
): Promise<EditionHead> {
  requireRole(viewer, 'editor')
  const { workspaceId } = viewer
  const link = await withViewer(viewer, (tx) => liveLink(tx, viewer, share, now))
  const { campaignId, lens } = link
  const reader = previewReader(viewer, { campaignId, shareLinkId: link.id, lens })
  const { campaign, demands, entries, updatedAt, cut } = await readSharedRecord(reader)
  const frozenAt = now.toISOString()
  const content = editionText({ frozenAt, updatedAt, campaign, demands, entries, cut })
  const sha256 = createHash('sha256').update(content).digest('hex')
  return withViewer(viewer, async (tx) => {
    // One at a time for each link, so that numbers follow each other.
    await tx.$queryRaw`
      select id from share_link where workspace_id = ${workspaceId}::uuid and id = ${link.id}::uuid for update`
    const last = await tx.shareEdition.findFirst({
      where: { workspaceId, shareLinkId: link.id },
      select: { number: true },
      orderBy: { number: 'desc' },
    })
    const number = (last?.number ?? 0) + 1
    if (number > MOST_EDITIONS) {
      throw new AppError('conflict', `A link has at most ${MOST_EDITIONS} editions.`)
    }
    await tx.shareEdition.create({
      data: {
        ...{ workspaceId, shareLinkId: link.id, number, content, sha256 },
        ...{ frozenAt: now, frozenBy: memberIdOf(viewer) },
      },
      select: { id: true },
    })
    await keepAudit(tx, viewer, 'update', 'share', link.id, ['editions'])
    await announceChange(tx, link.tokenHash)
    return { number, frozenAt, sha256 }
  })
}

/** The editions of a link for members, newest first. @throws AppError `forbidden` below editor. */
export async function listEditions(viewer: Viewer, share: string): Promise<EditionHead[]> {
  requireRole(viewer, 'editor')
  return withViewer(viewer, (tx) => headsOf(tx, viewer.workspaceId, share))
}

/** The editions of a link as its readers find them, newest first. @throws AppError `not_found`. */
export async function readSharedEditions(
  reader: ShareReader,
): Promise<{ campaign: EditionContent['campaign']; terms: ShareTerms; editions: EditionHead[] }> {
  return readingOf(reader, async ({ tx, campaign, terms }) => ({
    ...{ campaign, terms },
    editions: await headsOf(tx, reader.workspaceId, reader.shareLinkId),
  }))
}

/** An edition as a reader may see it now. */
export type SharedEdition = EditionHead & {
  terms: ShareTerms
  content: EditionContent
  /** Whether it is all that was frozen: nothing of it was taken back since. */
  isWhole: boolean
  /** The very text that was frozen, for who wants to check it; null where something was taken back. */
  text: string | null
  since: Differences
}

/**
 * Reads an edition of a link, without what was taken back since it was frozen.
 *
 * @throws AppError `not_found` for a number that the link does not have.
 */
export async function readSharedEdition(
  reader: ShareReader,
  number: number,
): Promise<SharedEdition> {
  const now = await readSharedRecord(reader)
  return readingOf(reader, async ({ tx, terms, withhold }) => {
    const { workspaceId, shareLinkId } = reader
    const row = await tx.shareEdition.findUnique({
      where: { workspaceId_shareLinkId_number: { workspaceId, shareLinkId, number } },
      select: { number: true, frozenAt: true, sha256: true, content: true },
    })
    if (!row) throw notFound('edition')
    const frozen = readEdition(row.content)
    const content = await withoutTakenBack(frozen, { tx, reader, terms, withhold, now })
    const isWhole = JSON.stringify(content) === JSON.stringify(frozen)
    return {
      ...{ number, frozenAt: row.frozenAt.toISOString(), sha256: row.sha256, terms, content },
      ...{ isWhole, text: isWhole ? row.content : null },
      since: differences(content, now),
    }
  })
}

async function headsOf(tx: Tx, workspaceId: string, shareLinkId: string): Promise<EditionHead[]> {
  const rows = await tx.shareEdition.findMany({
    where: { workspaceId, shareLinkId },
    select: { number: true, frozenAt: true, sha256: true },
    orderBy: { number: 'desc' },
    take: MOST_EDITIONS,
  })
  return rows.map(({ frozenAt, ...head }) => ({ ...head, frozenAt: frozenAt.toISOString() }))
}

async function liveLink(tx: Tx, { workspaceId }: Viewer, id: string, now: Date) {
  const link = await tx.shareLink.findFirst({
    where: { workspaceId, id },
    select: {
      ...{ id: true, campaignId: true, lens: true, tokenHash: true, expiresAt: true },
      revocation: { select: { revokedAt: true } },
    },
  })
  if (!link) throw notFound('share link')
  if (link.revocation || hasExpired(link.expiresAt, now)) {
    throw new AppError('conflict', 'This link has ended, so that nobody could read the edition.')
  }
  return link
}
