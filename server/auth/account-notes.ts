import 'server-only'
import { LRUCache } from 'lru-cache'
import { atThreshold, type Tx } from '../db'
import { keepNote } from '../history/note'
import { countNote } from './limits'
import { membershipsOf, turnTo } from './memberships'
import type { Organizer } from './viewer'

/** Notes in the audit of each workspace of an account that somebody signed in to it. */
export async function noteSignIn(accountId: string, byPasskey: boolean): Promise<void> {
  await atThreshold({ accountId }, (tx) =>
    noteInEach(tx, accountId, { action: 'sign_in', fields: byPasskey ? ['passkey'] : [] }),
  )
}

const HOUR = 60 * 60_000
/** When this process noted what last (in ms since 1970), so that a flood of tries asks the database no more. */
const noted = new LRUCache<string, number>({ max: 10_000 })

/**
 * Notes in the audit of each workspace of an account that somebody tried too often: once in an hour for
 * each account and sort of try, however many networks the tries come from, and nothing of who it was.
 * An address without an account costs the same until it is found to have none, once in an hour.
 *
 * @param who the account, an e-mail address that may belong to none, or an invitation, which is told of where it
 *   was made alone: whoever is invited has workspaces that its makers know nothing of.
 */
export async function noteLimit(
  who: { accountId: string } | { email: string } | { invitation: Invitation },
  field: 'signIn' | 'ownPassword' | 'signInCode' | 'invitation',
  now: Date,
): Promise<void> {
  await noteOnce(who, { action: 'limit', fields: [field] }, now)
}

/**
 * Notes in the audit of each workspace of a member that a write was refused which another site had their
 * browser send: once in an hour, and nothing of which site.
 */
export async function noteRefusedOrigin({ accountId }: Organizer, now = new Date()): Promise<void> {
  await noteOnce({ accountId }, { action: 'refuse', fields: ['otherSite'] }, now)
}

async function noteOnce(
  who: Parameters<typeof noteLimit>[0],
  happening: Happening,
  now: Date,
): Promise<void> {
  const about = [...happening.fields, idOf(who)]
  const key = JSON.stringify(about)
  const last = noted.get(key)
  if (last !== undefined && now.getTime() - last < HOUR) return
  noted.set(key, now.getTime())
  try {
    await noteFirst(who, happening, about, now)
  } catch (error) {
    // What was not noted is tried again.
    noted.delete(key)
    throw error
  }
}

async function noteFirst(
  who: Parameters<typeof noteLimit>[0],
  happening: Happening,
  about: string[],
  now: Date,
): Promise<void> {
  const isFirst = await atThreshold({}, (tx) => countNote(tx, about, now))
  if (!isFirst) return
  if ('invitation' in who) return noteOfInvitation(who.invitation, happening)
  const accountId = 'accountId' in who ? who.accountId : await accountOf(who.email)
  if (accountId === null) return
  await atThreshold({ accountId }, (tx) => noteInEach(tx, accountId, happening))
}

type Invitation = { id: string; workspaceId: string }

function idOf(who: Parameters<typeof noteLimit>[0]): string {
  if ('invitation' in who) return who.invitation.id
  return 'accountId' in who ? who.accountId : who.email
}

function noteOfInvitation({ id, workspaceId }: Invitation, happening: Happening): Promise<void> {
  return atThreshold({ workspaceId }, (tx) =>
    keepNote(tx, {
      ...{ workspaceId, memberId: null, ...happening },
      ...{ record: 'invitation', recordId: id },
    }),
  )
}

async function accountOf(email: string): Promise<string | null> {
  const account = await atThreshold({}, (tx) =>
    tx.account.findUnique({ where: { email }, select: { id: true } }),
  )
  return account?.id ?? null
}

type Happening = { action: 'sign_in' | 'limit' | 'refuse'; fields: string[] }

async function noteInEach(tx: Tx, accountId: string, { action, fields }: Happening) {
  for (const { workspaceId, memberId, removedAt } of await membershipsOf(tx, accountId)) {
    if (removedAt) continue
    await turnTo(tx, workspaceId)
    const by = action === 'sign_in' ? memberId : null
    const about = { record: 'member', recordId: memberId } as const
    await keepNote(tx, { workspaceId, memberId: by, action, fields, ...about })
  }
}
