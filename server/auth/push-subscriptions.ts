import 'server-only'
import { createHash } from 'node:crypto'
import type { PushSubscriptionInput } from '@/lib/schemas/push'
import { atThreshold } from '../db'
import { env } from '../env'
import { AppError, notFound } from '../errors'
import { isUuid, newId } from '../ids'
import { toldSessionsAt } from '../mail/plan'
import { encryptFor } from '../push/encrypt'
import { pushKey } from '../push/keys'
import { openToken, sealToken } from '../shares/links/seal'
import type { PushTarget } from '../push/post'
import type { Organizer } from './viewer'

const PURPOSE = 'throughline push subscription 1'
/** Of one person; messages go to the newest. */
const MOST_TOLD = 20

/** A browser that is told of notifications. Times are ISO timestamps. */
type PushListing = {
  id: string
  sessionId: string
  /** The browser in a few words; empty where it did not say. */
  device: string
  createdAt: string
  /** When it ends unless somebody signs in there again. */
  expiresAt: string
}

/** The key that a browser needs to subscribe. */
export function publicPushKey(): string {
  return pushKey().publicKey
}

/**
 * Has notifications come to the browser of a session, in the place of what it had before.
 *
 * @throws AppError `invalid` for keys that no browser has.
 */
export async function subscribeToPush(
  { accountId }: Organizer,
  sessionId: string,
  { address, p256dh, auth }: PushSubscriptionInput,
): Promise<void> {
  const keys = { p256dh: Buffer.from(p256dh, 'base64url'), auth: Buffer.from(auth, 'base64url') }
  try {
    encryptFor(keys, '')
  } catch {
    throw new AppError('invalid', 'This browser’s push service cannot be used.')
  }
  const id = newId()
  const addressHash = hashOf(address)
  const sealed = sealToken(
    JSON.stringify({ address, p256dh, auth }),
    Buffer.from(id),
    env().secret,
    PURPOSE,
  )
  await atThreshold({ accountId }, async (tx) => {
    const own = await tx.session.count({ where: { id: sessionId, accountId } })
    if (own === 0) throw notFound('session')
    // Whoever was signed in at this browser before is not told there any more.
    await tx.pushSubscription.deleteMany({ where: { OR: [{ sessionId }, { addressHash }] } })
    await tx.pushSubscription.create({ data: { id, sessionId, addressHash, sealed } })
  })
}

/**
 * Keeps a browser told that has signed in anew: its subscription goes over from the person's own
 * earlier session there.
 *
 * @returns whether the browser is told now.
 */
export async function keepPush(
  { accountId }: Organizer,
  sessionId: string,
  address: string,
): Promise<boolean> {
  const addressHash = hashOf(address)
  return atThreshold({ accountId }, async (tx) => {
    const own = await tx.session.count({ where: { id: sessionId, accountId } })
    const found = await tx.pushSubscription.findFirst({
      where: { addressHash, session: { accountId } },
      select: { id: true, sessionId: true },
    })
    if (own === 0 || !found) return false
    if (found.sessionId === sessionId) return true
    await tx.pushSubscription.deleteMany({ where: { sessionId } })
    await tx.pushSubscription.updateMany({ where: { id: found.id }, data: { sessionId } })
    return true
  })
}

/**
 * Tells one of this member's browsers no more.
 *
 * @throws AppError `not_found` for one that is not told, or is somebody else's.
 */
export async function endPush({ accountId }: Organizer, id: string): Promise<void> {
  if (!isUuid(id)) throw notFound('browser')
  const { count } = await atThreshold({ accountId }, (tx) =>
    tx.pushSubscription.deleteMany({ where: { id, session: { accountId } } }),
  )
  if (count === 0) throw notFound('browser')
}

/** Lists the browsers at which this member is told of notifications, the newest first. */
export async function listPushes(
  { accountId }: Organizer,
  now = new Date(),
): Promise<PushListing[]> {
  const rows = await atThreshold({ accountId }, (tx) =>
    tx.pushSubscription.findMany({
      where: { session: { accountId, ...toldSessionsAt(now) } },
      select: {
        ...{ id: true, sessionId: true, createdAt: true },
        session: { select: { device: true, expiresAt: true } },
      },
      orderBy: { id: 'desc' },
      take: MOST_TOLD,
    }),
  )
  return rows.map(({ createdAt, session, ...row }) => ({
    ...{ ...row, device: session.device, createdAt: createdAt.toISOString() },
    expiresAt: session.expiresAt.toISOString(),
  }))
}

/** What is told of one message: the browsers of an account that have not taken it yet. */
export async function pushTargets(
  accountId: string,
  messageId: string,
  now: Date,
): Promise<{ id: string; target: PushTarget }[]> {
  const rows = await atThreshold({ accountId }, (tx) =>
    tx.pushSubscription.findMany({
      where: {
        session: { accountId, ...toldSessionsAt(now) },
        // Ids are made in the order of time: an older message that is tried again is not told after a newer one.
        OR: [{ lastMessage: null }, { lastMessage: { lt: messageId } }],
      },
      select: { id: true, sealed: true },
      orderBy: { id: 'desc' },
      take: MOST_TOLD,
    }),
  )
  return rows.flatMap(({ id, sealed }) => {
    // With another secret the installation is another sender, which push services refuse.
    const text = openToken(sealed, Buffer.from(id), env().secret, PURPOSE)
    if (text === null) return []
    const { address, p256dh, auth } = JSON.parse(text) as PushSubscriptionInput
    const [key, shared] = [Buffer.from(p256dh, 'base64url'), Buffer.from(auth, 'base64url')]
    return [{ id, target: { address, p256dh: key, auth: shared } }]
  })
}

/** Notes that a browser's push service took a message, or that the browser is gone for good. */
export async function notePush(id: string, took: { message: string } | 'gone'): Promise<void> {
  await atThreshold({}, async (tx) => {
    if (took === 'gone') await tx.pushSubscription.deleteMany({ where: { id } })
    else
      await tx.pushSubscription.updateMany({ where: { id }, data: { lastMessage: took.message } })
  })
}

function hashOf(address: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(address).digest())
}
