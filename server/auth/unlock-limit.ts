import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import { createHmac } from 'node:crypto'
import { countOne } from './limits'
import { networkOf } from './networks'
import { atThreshold } from '../db'
import { env } from '../env'

const TRIES = 30
const WINDOW_MS = 60 * 60_000

/**
 * Counts a try at a link's password before it is looked at: 30 in an hour for a link from one
 * network. Right ones count too; a reader needs one.
 *
 * @returns the seconds to wait, or 0 when the try may go on. When the database does not answer it
 *   throws, and nobody gets in.
 */
export async function countUnlock(
  shareLinkId: string,
  address: string | null,
  now = new Date(),
): Promise<number> {
  const key = keyFor(shareLinkId, address, now)
  return atThreshold({}, async (tx) => {
    const row = await countOne(tx, key, { windowMs: WINDOW_MS }, now)
    if (row.hits <= TRIES) return 0
    return Math.max(1, Math.ceil((row.windowEnds.getTime() - now.getTime()) / 1000))
  })
}

// The key changes with the day (UTC), so that a copy of the table tells nothing about yesterday.
function keyFor(shareLinkId: string, address: string | null, now: Date): string {
  const day = isoDayOf(now)
  const key = createHmac('sha256', env().secret).update(`share limits ${day}`).digest()
  const text = JSON.stringify(['share/unlock', shareLinkId, networkOf(address)])
  return createHmac('sha256', key).update(text).digest('base64url')
}
