import 'server-only'
import { atThreshold } from '../db'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import type { Organizer } from './viewer'

const RECENT_MS = 10 * 60_000

/** One signed-in browser of an account. Times are ISO timestamps. */
export type SessionListing = { id: string; signedInAt: string; seenAt: string; expiresAt: string }

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
      where: { accountId, expiresAt: { gt: now } },
      select: { id: true, signedInAt: true, seenAt: true, expiresAt: true },
      orderBy: { seenAt: 'desc' },
      take: 200,
    }),
  )
  return rows.map(({ id, signedInAt, seenAt, expiresAt }) => ({
    id,
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
