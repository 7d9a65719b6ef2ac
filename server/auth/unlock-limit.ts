import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import { createHmac } from 'node:crypto'
import { keepNote } from '../history/note'
import { countNote, countOne } from './limits'
import { networkOf } from './networks'
import { atThreshold } from '../db'
import { env } from '../env'

const TRIES = 30
/** Addresses that open nothing are counted together, whatever they were meant for. */
const NO_LINK = '00000000-0000-0000-0000-000000000000'
const WINDOW_MS = 60 * 60_000

/**
 * Counts a try at a link's password before it is looked at: 30 in an hour for a link from one
 * network. Right ones count too; a reader needs one.
 *
 * @param link the link, with its workspace, whose audit is told once an hour that tries were too many; none
 *   for what opens no link.
 * @returns the seconds to wait, or 0 when the try may go on. When the database does not answer it
 *   throws, and nobody gets in.
 */
export async function countUnlock(
  link: { shareLinkId: string; workspaceId: string } | null,
  address: string | null,
  now = new Date(),
): Promise<number> {
  const key = keyFor(link?.shareLinkId ?? NO_LINK, address, now)
  return atThreshold({ ...(link && { workspaceId: link.workspaceId }) }, async (tx) => {
    const row = await countOne(tx, key, { windowMs: WINDOW_MS }, now)
    if (row.hits <= TRIES) return 0
    if (link && (await countNote(tx, ['linkPassword', link.shareLinkId], now)))
      await keepNote(tx, {
        ...{ workspaceId: link.workspaceId, memberId: null, action: 'limit' },
        ...{ record: 'share', recordId: link.shareLinkId, fields: ['linkPassword'] },
      })
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
