import 'server-only'
import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { differences, type Differences } from '@/lib/shares/differences'
import type { ShownOf } from '@/lib/people/shown'
import { editionText, readEdition, type EditionContent } from '@/lib/shares/edition'
import { takenBack, type TakenBack } from '@/lib/shares/taken-back'
import { previewReader } from '../../auth/share-preview'
import { memberIdOf, requireRole, type ShareReader, type Viewer } from '../../auth/viewer'
import { withViewer, type Tx } from '../../db'
import { env } from '../../env'
import { AppError, notFound } from '../../errors'
import { keepAudit } from '../../history/record'
import { announceChange } from '../links/announce'
import { standingEnd } from '../links/ending'
import { hasExpired } from '../links/expiry'
import { readingOf } from '../reading/read'
import { readSharedRecord, shownAmong } from '../reading/record'
import { withoutTakenBack } from './taken-back'
import type { OpenTerms } from '../reading/terms'

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
  const nonce = randomBytes(32).toString('hex')
  const content = editionText({ nonce, frozenAt, updatedAt, campaign, demands, entries, cut })
  const sha256 = sha256Of(content)
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
export async function readSharedEditions(reader: ShareReader): Promise<{
  campaign: ShownOf<EditionContent['campaign']>
  terms: OpenTerms
  editions: Omit<EditionHead, 'sha256'>[]
}> {
  return readingOf(reader, async ({ tx, campaign, terms }) => {
    const heads = await headsOf(tx, reader.workspaceId, reader.shareLinkId)
    // What was taken back from which is known once it is read, and its hash with it.
    const editions = heads.map(({ number, frozenAt }) => ({ number, frozenAt }))
    return { campaign, terms, editions }
  })
}

/** An edition as a reader may see it now. */
export type SharedEdition = Omit<EditionHead, 'sha256'> & {
  terms: OpenTerms
  content: ShownOf<EditionContent>
  /** What was taken back since it was frozen; null where it is all still there. */
  takenBack: TakenBack | null
  /** The very text that was frozen, or what is left of it, for who wants to check it. */
  text: string
  /** Of that text. */
  sha256: string
  /**
   * HMAC of the text that was frozen, where not all of it is left: it says that this is that
   * edition, and confirms no guess of what was taken back.
   */
  keyed: string | null
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
  const inFile = await readSharedRecord(reader)
  return readingOf(reader, async (context) => {
    const { tx, terms, names } = context
    const { workspaceId, shareLinkId } = reader
    const row = await tx.shareEdition.findUnique({
      where: { workspaceId_shareLinkId_number: { workspaceId, shareLinkId, number } },
      select: { number: true, frozenAt: true, sha256: true, content: true },
    })
    if (!row) throw notFound('edition')
    const frozen = readEdition(row.content)
    // Entries that were added since may have pushed others out of what one file holds.
    const held = new Set(inFile.entries.map(({ id }) => id))
    const besides = frozen.entries.map(({ id }) => id).filter((id) => !held.has(id))
    const pushed = inFile.cut ? await shownAmong(context, besides) : []
    const now = { ...inFile, entries: [...inFile.entries, ...pushed] }
    const content = await withoutTakenBack(frozen, { tx, reader, terms, names, now })
    const isWhole = JSON.stringify(content) === JSON.stringify(frozen)
    // Without its nonce: what is left is no key to the hash of what was there.
    const text = isWhole ? row.content : editionText({ ...content, nonce: '' })
    return {
      ...{ number, frozenAt: row.frozenAt.toISOString(), terms, content, text },
      takenBack: isWhole ? null : takenBack(frozen, content),
      sha256: isWhole ? row.sha256 : sha256Of(text),
      keyed: isWhole ? null : keyedOf(row.content),
      since: differences(content, now, frozenIn(frozen, terms)),
    }
  })
}

// A link that shows no demands any more says nothing of which are gone.
function frozenIn({ entries, demands }: EditionContent, { rules }: OpenTerms) {
  return { entries, demands: rules.fields.includes('demands') ? demands : [] }
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function keyedOf(text: string): string {
  const key = Buffer.from(hkdfSync('sha256', env().secret, '', 'editions of links', 32))
  return createHmac('sha256', key).update(text).digest('hex')
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
      revocations: { where: standingEnd, select: { id: true } },
    },
  })
  if (!link) throw notFound('share link')
  if (link.revocations.length > 0 || hasExpired(link.expiresAt, now)) {
    throw new AppError(
      'conflict',
      'This link is no longer active, so nobody could read the edition.',
    )
  }
  return link
}
