import 'server-only'
import { themeOf, type AccountSettings } from '@/lib/account'
import { Prisma } from '@/prisma/generated/client'
import { atThreshold, type Tx } from '../db'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import { plannedOnce } from '../statement-names'
import { mint } from './mint'
import { hashToken, newToken } from './tokens'
import type { Organizer } from './viewer'

const MINUTE = 60_000
const IDLE_MS = 24 * 60 * MINUTE
const ABSOLUTE_MS = 14 * 24 * 60 * MINUTE
const SEEN_EVERY_MS = MINUTE

/** Who is signed in, with the names that the header shows. */
export type SignedInMember = {
  viewer: Organizer
  accountName: string
  workspaceName: string
  sessionId: string
  /** When the password was last given, or a passkey used. */
  signedInAt: Date
  settings: AccountSettings
  /** Whether the workspace asks this role for a second factor, and this browser has shown none. */
  owesCodes: boolean
  /** The other workspaces of this account, by name. */
  otherWorkspaces: { id: string; name: string }[]
}

/**
 * Opens a session for an account whose password, code or passkey was just right.
 *
 * @param workspaceId where the browser starts, for somebody who is a member of several.
 * @param device the browser in a few words, by which its owner knows it again.
 * @param byPasskey whether a passkey was used, which is a second factor by itself.
 * @returns the token for the cookie, which is kept nowhere else, and the end that no use extends.
 */
export async function openSession(
  accountId: string,
  now = new Date(),
  workspaceId: string | null = null,
  device = '',
  byPasskey = false,
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken()
  const tokenHash = hashToken(token)
  if (!tokenHash) throw new Error('A new token did not look like a token.')
  const expiresAt = new Date(now.getTime() + ABSOLUTE_MS)
  await atThreshold({ accountId }, async (tx) => {
    await tx.session.deleteMany({ where: { accountId, OR: ended(now) } })
    await tx.session.create({
      data: {
        ...{ tokenHash, accountId, workspaceId, device, byPasskey, expiresAt },
        ...{ signedInAt: now, seenAt: now },
      },
    })
  })
  return { token, expiresAt }
}

/**
 * The member behind a session's token, or null for an unknown, ended or malformed one and for
 * somebody who is a member nowhere any more. One round trip.
 *
 * Nothing is remembered between requests, so that a sign-out, a removal or a changed role counts
 * from the next request on. A malformed token costs no query.
 */
export async function memberFromToken(
  token: string,
  now = new Date(),
): Promise<SignedInMember | null> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return null
  const row = await atThreshold({}, async (tx) => {
    const found = await liveSession(tx, tokenHash, now)
    if (found && now.getTime() - found.seenAt.getTime() >= SEEN_EVERY_MS)
      await tx.$executeRaw`update session set seen_at = ${now}::timestamptz
        where id = ${found.sessionId}::uuid and seen_at < ${now}::timestamptz`
    return found
  })
  if (!row) return null
  const { workspaceId, accountId, memberId, role, seenAt: _, ...rest } = row
  const { theme, timeZone, weekStart, ...names } = rest
  return {
    viewer: mint<Organizer>({ kind: 'organizer', workspaceId, accountId, memberId, role }),
    ...names,
    settings: { theme: themeOf(theme), timeZone, weekStart },
  }
}

/**
 * Lets a session look at another workspace of its account from the next request on.
 *
 * @throws AppError `not_found` where the account is no member.
 */
export async function enterWorkspace(
  { viewer: { accountId }, sessionId }: Pick<SignedInMember, 'viewer' | 'sessionId'>,
  workspaceId: string,
): Promise<void> {
  if (!isUuid(workspaceId)) throw notFound('workspace')
  await atThreshold({ accountId }, async (tx) => {
    const where = { accountId, workspaceId, removedAt: null }
    if ((await tx.member.count({ where })) === 0) throw notFound('workspace')
    await tx.session.updateMany({ where: { id: sessionId, accountId }, data: { workspaceId } })
  })
}

/** The viewer behind a session's token, with the role of this moment, or null. */
export async function viewerFromToken(token: string, now = new Date()): Promise<Organizer | null> {
  return (await memberFromToken(token, now))?.viewer ?? null
}

/** Ends a session; for an unknown token nothing happens. */
export async function closeSession(token: string): Promise<void> {
  const tokenHash = hashToken(token)
  if (tokenHash) await atThreshold({}, (tx) => tx.session.deleteMany({ where: { tokenHash } }))
}

type SessionRow = Omit<SignedInMember, 'viewer' | 'settings'> &
  Pick<Organizer, 'workspaceId' | 'accountId' | 'memberId' | 'role'> & {
    seenAt: Date
    theme: string
    timeZone: string
    weekStart: string
  }

// Memberships are shown to their own account only, so the account is set first; both statements are
// sent at once.
async function liveSession(
  tx: Tx,
  tokenHash: Uint8Array,
  now: Date,
): Promise<SessionRow | undefined> {
  const live = Prisma.sql`s.token_hash = ${tokenHash}::bytea and s.expires_at > ${now}::timestamptz
    and s.seen_at > ${new Date(now.getTime() - IDLE_MS)}::timestamptz`
  const [, rows] = await Promise.all([
    tx.$queryRaw`${plannedOnce}
      select set_config('app.account_id', s.account_id::text, true) from session s where ${live}`,
    tx.$queryRaw<SessionRow[]>`${plannedOnce}
      select s.id as "sessionId", s.seen_at as "seenAt", s.signed_in_at as "signedInAt",
        a.id as "accountId", a.name as "accountName",
        a.theme, a.time_zone as "timeZone", a.week_start as "weekStart", m.id as "memberId", m.role::text as role,
        (w.requires_codes and m.role in ('owner', 'editor') and not s.by_passkey and not exists (
           select from second_step st where st.account_id = a.id and st.confirmed_at is not null)
        ) as "owesCodes",
        w.id as "workspaceId", w.name as "workspaceName",
        (select coalesce(jsonb_agg(jsonb_build_object('id', ow.id, 'name', ow.name)
           order by ow.name, ow.id), '[]')
         from member om join workspace ow on ow.id = om.workspace_id
         where om.account_id = a.id and om.removed_at is null and om.id <> m.id
        ) as "otherWorkspaces"
      from session s
      join account a on a.id = s.account_id
      join member m on m.account_id = s.account_id and m.removed_at is null
      join workspace w on w.id = m.workspace_id
      where ${live}
      order by (m.workspace_id = s.workspace_id) desc nulls last, m.joined_at, m.id limit 1`,
  ])
  return rows[0]
}

function ended(now: Date) {
  return [{ expiresAt: { lte: now } }, { seenAt: { lte: new Date(now.getTime() - IDLE_MS) } }]
}

/** The sessions that are open at a moment: neither too old nor unused for too long. */
export function openSessionsAt(now: Date) {
  return { NOT: { OR: ended(now) } }
}
