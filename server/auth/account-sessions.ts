import 'server-only'
import { atThreshold } from '../db'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import { openSessionsAt } from './session-store'
import type { Organizer } from './viewer'

const RECENT_MS = 10 * 60_000

/** One signed-in browser of an account. Times are ISO timestamps. */
export type SessionListing = {
  id: string
  /** The browser in a few words; empty where it did not say. */
  device: string
  signedInAt: string
  seenAt: string
  expiresAt: string
}

/** Whether a password was given recently enough for what is dangerous. */
export function isRecent(signedInAt: Date, now: Date): boolean {
  return now.getTime() - signedInAt.getTime() < RECENT_MS
}

/** Lists the browsers at which this member is signed in, the one used last first. */
export async function listSessions(
  { accountId }: Organizer,
  now = new Date(),
): Promise<SessionListing[]> {
  const rows = await atThreshold({ accountId }, (tx) =>
    tx.session.findMany({
      where: { accountId, ...openSessionsAt(now) },
      select: { id: true, device: true, signedInAt: true, seenAt: true, expiresAt: true },
      orderBy: { seenAt: 'desc' },
      take: 200,
    }),
  )
  return rows.map(({ id, device, signedInAt, seenAt, expiresAt }) => ({
    ...{ id, device },
    signedInAt: signedInAt.toISOString(),
    seenAt: seenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }))
}

/**
 * Signs this member out at one of their browsers; the next request from there is refused.
 *
 * @throws AppError `not_found` for a session that has ended or is somebody else's.
 */
export async function endSessionById({ accountId }: Organizer, id: string): Promise<void> {
  if (!isUuid(id)) throw notFound('session')
  const { count } = await atThreshold({ accountId }, (tx) =>
    tx.session.deleteMany({ where: { id, accountId } }),
  )
  if (count === 0) throw notFound('session')
}

/** Signs this member out at every browser but one. */
export async function endOtherSessions(
  { accountId }: Organizer,
  sessionId: string,
): Promise<number> {
  const { count } = await atThreshold({ accountId }, (tx) =>
    tx.session.deleteMany({ where: { accountId, id: { not: sessionId } } }),
  )
  return count
}
