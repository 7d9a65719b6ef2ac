import 'server-only'
import type { Lens } from '@/lib/schemas/words'
import { atThreshold, type Tx } from '../db'
import { hasExpired } from '../shares/links/expiry'
import { hashShareToken, isShareToken } from '../shares/links/token'
import { handleCookie, handleOf, handleValue, isHandle, openHandle } from '../shares/links/private'
import { unlockCookie, unlocks, type Lock } from '../shares/links/unlock'
import { plannedOnce } from '../statement-names'
import { requireEpoch } from './epoch'
import { mint } from './mint'
import type { ShareReader } from './viewer'

/**
 * What is behind a link's address. `locked` asks for a password; its `lock` names the cookie that
 * opens it. `isForAll` says that everybody with the address gets the same.
 */
export type OpenedShare =
  | {
      state: 'open'
      reader: ShareReader
      tokenHash: Buffer
      isForAll: boolean
      expiresAt: Date | null
    }
  | { state: 'locked'; lock: Lock; workspaceId: string; passwordHash: string }

/**
 * Opens the link of an address: by its token, or, for a private link, by its handle and the cookie
 * that goes with it. Null for a link that is unknown, revoked, expired or paused, whose keeper has left, or
 * whose campaign is in the trash. What is malformed costs no query.
 *
 * Nothing is remembered between requests: a link that was ended is dead from the next one on.
 *
 * @param segment what follows `/s/` in the address.
 * @param cookie gives the value of a cookie by its name, where the browser sent one.
 */
export async function openShare(
  segment: string,
  cookie: (name: string) => string | undefined,
  now = new Date(),
): Promise<OpenedShare | null> {
  const byHandle = isHandle(segment)
  const tokenHash = byHandle
    ? openHandle(segment, cookie(handleCookie(segment)), now)
    : isShareToken(segment)
      ? hashShareToken(segment)
      : null
  if (tokenHash === null) return null
  const found = await findLink(tokenHash, now)
  // The token of a private link stands in no address: whoever puts it there finds nothing.
  if (!found || found.private !== byHandle) return null
  if (byHandle && handleOf(found.reader.shareLinkId) !== segment) return null
  const { reader, passwordHash, passwordVersion, expiresAt } = found
  const open = { state: 'open', reader, tokenHash, expiresAt } as const
  if (passwordHash === null) return { ...open, isForAll: !byHandle }
  const lock = { shareLinkId: reader.shareLinkId, passwordVersion }
  return unlocks(cookie(unlockCookie(lock)), lock, now)
    ? { ...open, isForAll: false }
    : { state: 'locked', lock, workspaceId: reader.workspaceId, passwordHash }
}

/**
 * Where the link of a token is read: a private one at its handle, with the cookie that opens it.
 * Null for a token that opens nothing.
 */
export async function whereToRead(
  token: string,
  now = new Date(),
): Promise<{ segment: string; cookie: { name: string; value: string } | null } | null> {
  if (!isShareToken(token)) return null
  const tokenHash = hashShareToken(token)
  const found = await findLink(tokenHash, now)
  if (!found) return null
  if (!found.private) return { segment: token, cookie: null }
  const segment = handleOf(found.reader.shareLinkId)
  const value = handleValue(segment, tokenHash, now)
  return { segment, cookie: { name: handleCookie(segment), value } }
}

type FoundLink = {
  reader: ShareReader
  private: boolean
  passwordHash: string | null
  passwordVersion: number
  expiresAt: Date | null
}

type LinkRow = Omit<FoundLink, 'reader'> & {
  workspaceId: string
  campaignId: string
  shareLinkId: string
  lens: Lens
  pausedAt: Date | null
  keptBy: string | null
}

async function findLink(shareTokenHash: Buffer<ArrayBuffer>, now: Date): Promise<FoundLink | null> {
  requireEpoch()
  return atThreshold({ shareTokenHash }, async (tx) => {
    const [link] = await tx.$queryRaw<LinkRow[]>`${plannedOnce}
      select s.workspace_id as "workspaceId", s.campaign_id as "campaignId", s.id as "shareLinkId",
        s.lens::text as lens, s.private, s.expires_at as "expiresAt", s.paused_at as "pausedAt",
        s.kept_by as "keptBy", s.password_hash as "passwordHash",
        s.password_version as "passwordVersion"
      from share_link s where s.token_hash = ${shareTokenHash}::bytea`
    if (!link || link.pausedAt !== null || hasExpired(link.expiresAt, now)) return null
    const { workspaceId, campaignId, shareLinkId, lens } = link
    // The token shows the link alone; whether it was ended is the workspace's to tell.
    const [, , ended] = await Promise.all([
      tx.$queryRaw`${plannedOnce} select set_config('app.workspace_id', ${workspaceId}, true)`,
      tx.$queryRaw`${plannedOnce}
        select set_config('app.hidden_campaigns', campaigns_hidden_from(null, ${campaignId}::uuid)::text, true)`,
      hasEnded(tx, link),
    ])
    if (ended) return null
    const reader = { kind: 'share', workspaceId, campaignId, shareLinkId, lens } as const
    return { ...link, reader: mint<ShareReader>(reader) }
  })
}

/** Who reads with a token that asks for no password; null for every other. */
export async function shareReaderFor(token: string, now = new Date()): Promise<ShareReader | null> {
  const opened = await openShare(token, () => undefined, now)
  return opened?.state === 'open' ? opened.reader : null
}

async function hasEnded(
  tx: Tx,
  { workspaceId, campaignId, shareLinkId, keptBy }: LinkRow,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ ended: boolean }[]>`${plannedOnce}
    select exists (
        select 1 from share_revocation r
         where r.workspace_id = ${workspaceId}::uuid and r.share_link_id = ${shareLinkId}::uuid
           and not exists (
             select 1 from share_revival v
              where v.workspace_id = r.workspace_id and v.revocation_id = r.id))
      or not exists (
        select 1 from campaign
         where workspace_id = ${workspaceId}::uuid and id = ${campaignId}::uuid and trashed_at is null)
      or (${keptBy}::uuid is not null and not exists (
        select 1 from member
         where workspace_id = ${workspaceId}::uuid and id = ${keptBy}::uuid and removed_at is null))
      as ended`
  return row?.ended ?? true
}
