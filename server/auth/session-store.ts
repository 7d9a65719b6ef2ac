import 'server-only'
import { asAccount, atThreshold, type Tx } from '../db'
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
  /** When the password was last given. */
  signedInAt: Date
}

/**
 * Opens a session for an account whose password was just right.
 *
 * @param workspaceId where the browser starts, for somebody who is a member of several.
 * @returns the token for the cookie, which is kept nowhere else, and the end that no use extends.
 */
export async function openSession(
  accountId: string,
  now = new Date(),
  workspaceId: string | null = null,
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken()
  const tokenHash = hashToken(token)
  if (!tokenHash) throw new Error('A new token did not look like a token.')
  const expiresAt = new Date(now.getTime() + ABSOLUTE_MS)
  await atThreshold({ accountId }, async (tx) => {
    await tx.session.deleteMany({ where: { accountId, OR: ended(now) } })
    await tx.session.create({
      data: { tokenHash, accountId, workspaceId, signedInAt: now, seenAt: now, expiresAt },
    })
  })
  return { token, expiresAt }
}

/**
 * The member behind a session's token, or null for an unknown, ended or malformed one and for
 * somebody who is a member nowhere any more.
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
  const found = await atThreshold({}, async (tx) => {
    const session = await liveSession(tx, tokenHash, now)
    if (!session) return null
    await asAccount(tx, session.accountId)
    const memberships = await tx.member.findMany({
      where: { accountId: session.accountId, removedAt: null },
      orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
      select: { id: true, workspaceId: true, role: true, workspace: { select: { name: true } } },
    })
    return { session, memberships }
  })
  if (!found) return null
  const { session, memberships } = found
  const member =
    memberships.find((one) => one.workspaceId === session.workspaceId) ?? memberships[0]
  if (!member) return null
  const viewer = mint<Organizer>({
    kind: 'organizer',
    workspaceId: member.workspaceId,
    accountId: session.accountId,
    memberId: member.id,
    role: member.role,
  })
  return {
    viewer,
    accountName: session.account.name,
    workspaceName: member.workspace.name,
    sessionId: session.id,
    signedInAt: session.signedInAt,
  }
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

async function liveSession(tx: Tx, tokenHash: Uint8Array<ArrayBuffer>, now: Date) {
  const session = await tx.session.findFirst({
    where: { tokenHash, NOT: { OR: ended(now) } },
    select: {
      id: true,
      accountId: true,
      workspaceId: true,
      seenAt: true,
      signedInAt: true,
      account: { select: { name: true } },
    },
  })
  if (session && now.getTime() - session.seenAt.getTime() >= SEEN_EVERY_MS) {
    await tx.session.updateMany({
      where: { id: session.id, seenAt: { lt: now } },
      data: { seenAt: now },
    })
  }
  return session
}

function ended(now: Date) {
  return [{ expiresAt: { lte: now } }, { seenAt: { lte: new Date(now.getTime() - IDLE_MS) } }]
}
