import 'server-only'
import { themeOf, type AccountSettings } from '@/lib/account'
import { Prisma } from '@/prisma/generated/client'
import { atThreshold, type Tx } from '../db'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import { plannedOnce } from '../statement-names'
import { mint } from './mint'
import { requireStillProven, type Proof } from './proof'
import { hashToken, newToken } from './tokens'
import type { Organizer } from './viewer'

const MINUTE = 60_000
const IDLE_MS = 24 * 60 * MINUTE
const ABSOLUTE_MS = 14 * 24 * 60 * MINUTE
const SEEN_EVERY_MS = MINUTE
const FORMER_MS = 2 * MINUTE

/** Who is signed in, with the names that the header shows. */
export type SignedInMember = {
  viewer: Organizer
  accountName: string
  workspaceName: string
  sessionId: string
  /** When the password was last given, or a passkey used. */
  signedInAt: Date
  /** When a sign-in code was last given at this browser. */
  codeAt: Date | null
  settings: AccountSettings
  /** Whether the workspace asks this role for a second factor, and this browser has shown none. */
  owesCodes: boolean
  /** The other workspaces of this account, by name. */
  otherWorkspaces: { id: string; name: string }[]
}

type NewSession = {
  /** Where the browser starts, for somebody who is a member of several; else where they were last. */
  workspaceId?: string | null
  /** The browser in a few words, by which its owner knows it again. */
  device?: string
  /** Whether a passkey was used, which is a second factor by itself. */
  byPasskey?: boolean
  /** The token of the session that this browser had: if it was of the same account, the browser goes on being told of notifications. */
  before?: string | null
  /** What was right; it has to hold still. */
  proof?: Proof
}

/**
 * Opens a session for an account whose password, code or passkey was just right.
 *
 * @returns the token for the cookie, which is kept nowhere else, and the end that no use extends.
 * @throws AppError `forbidden` where the proof does not hold any more.
 */
export async function openSession(
  accountId: string,
  now = new Date(),
  { workspaceId = null, device = '', byPasskey = false, before = null, proof }: NewSession = {},
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken()
  const tokenHash = hashToken(token)
  if (!tokenHash) throw new Error('A new token did not look like a token.')
  const expiresAt = new Date(now.getTime() + ABSOLUTE_MS)
  await atThreshold({ accountId }, async (tx) => {
    if (proof) await requireStillProven(tx, proof)
    const { id } = await tx.session.create({
      data: {
        workspaceId: workspaceId ?? (await lastWorkspace(tx, accountId)),
        ...{ tokenHash, accountId, device, byPasskey, expiresAt },
        ...{ signedInAt: now, seenAt: now },
        codeAt: proof && 'code' in proof ? now : null,
      },
    })
    const earlier = before === null ? null : hashToken(before)
    if (earlier)
      await tx.pushSubscription.updateMany({
        where: { session: { tokenHash: earlier, accountId } },
        data: { sessionId: id },
      })
    await tx.session.deleteMany({ where: { accountId, OR: forgotten(now) } })
  })
  return { token, expiresAt }
}

// A session that has run out is still there until the next one is opened.
async function lastWorkspace(tx: Tx, accountId: string): Promise<string | null> {
  const last = await tx.session.findFirst({
    where: { accountId, workspaceId: { not: null } },
    orderBy: { seenAt: 'desc' },
    select: { workspaceId: true },
  })
  return last?.workspaceId ?? null
}

/**
 * Gives an open session another token.
 *
 * @param former the token before, which is good for two minutes more but for nothing that asks for a recent sign-in: the
 *   browser may not get the answer, or may have sent the form twice. Null where it is to open nothing at once.
 */
export async function replaceToken(
  accountId: string,
  sessionId: string,
  former: string | null,
  now = new Date(),
): Promise<{ token: string; expiresAt: Date } | null> {
  const token = newToken()
  const tokenHash = hashToken(token)
  if (!tokenHash) throw new Error('A new token did not look like a token.')
  const rows = await atThreshold({ accountId }, (tx) =>
    tx.session.updateManyAndReturn({
      where: { id: sessionId, accountId },
      data: {
        tokenHash,
        formerHash: former === null ? null : hashToken(former),
        formerUntil: new Date(now.getTime() + FORMER_MS),
      },
      select: { expiresAt: true },
    }),
  )
  return rows[0] ? { token, expiresAt: rows[0].expiresAt } : null
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
  const { workspaceId, accountId, memberId, role, lockDowns, seenAt: _, ...rest } = row
  const { theme, language, timeZone, weekStart, ...names } = rest
  return {
    viewer: mint<Organizer>({
      ...{ kind: 'organizer', workspaceId, accountId, memberId, role, lockDowns },
    }),
    ...names,
    settings: { theme: themeOf(theme), language, timeZone, weekStart },
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
  if (!tokenHash) return
  const where = { OR: [{ tokenHash }, { formerHash: tokenHash }] }
  await atThreshold({}, (tx) => tx.session.deleteMany({ where }))
}

type SessionRow = Omit<SignedInMember, 'viewer' | 'settings'> &
  Pick<Organizer, 'workspaceId' | 'accountId' | 'memberId' | 'role'> & {
    lockDowns: number
    seenAt: Date
    theme: string
    language: string
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
  const isOwn = Prisma.sql`s.token_hash = ${tokenHash}::bytea`
  const live = Prisma.sql`(${isOwn} or (s.former_hash = ${tokenHash}::bytea
      and s.former_until > ${now}::timestamptz)) and s.expires_at > ${now}::timestamptz
    and s.seen_at > ${new Date(now.getTime() - IDLE_MS)}::timestamptz`
  const [, rows] = await Promise.all([
    tx.$queryRaw`${plannedOnce}
      select set_config('app.account_id', s.account_id::text, true) from session s where ${live}`,
    tx.$queryRaw<SessionRow[]>`${plannedOnce}
      select s.id as "sessionId", s.seen_at as "seenAt", 
        case when ${isOwn} then s.signed_in_at else 'epoch' end as "signedInAt",
        case when ${isOwn} then s.code_at end as "codeAt",
        a.id as "accountId", a.name as "accountName",
        a.theme, a.language, a.time_zone as "timeZone", a.week_start as "weekStart", m.id as "memberId", m.role::text as role,
        (w.requires_codes and m.role in ('owner', 'editor') and not s.by_passkey and not exists (
           select from second_step st where st.account_id = a.id and st.confirmed_at is not null)
        ) as "owesCodes",
        w.id as "workspaceId", w.name as "workspaceName", w.lock_downs as "lockDowns",
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

// A browser that is told of notifications stays known while nobody uses it, until its session would end at the latest.
function forgotten(now: Date) {
  const [atTheLatest, unused] = ended(now)
  return [{ ...atTheLatest }, { ...unused, push: null }]
}

/** The sessions that are open at a moment: neither too old nor unused for too long. */
export function openSessionsAt(now: Date) {
  return { NOT: { OR: ended(now) } }
}
