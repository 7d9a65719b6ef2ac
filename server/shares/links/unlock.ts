import 'server-only'
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '../../env'

/** How long an unlocked link stays open in a browser: 12 hours. */
export const UNLOCK_SECONDS = 12 * 60 * 60

/** What an unlock belongs to: a link, and the number of the password that opened it. */
export type Lock = { shareLinkId: string; passwordVersion: number }

/** The cookie's name; it tells one link from another in the same browser, and nothing else. */
export function unlockCookie({ shareLinkId }: Lock): string {
  return `share-${createHash('sha256').update(shareLinkId).digest('hex').slice(0, 12)}`
}

/** The value that opens a link until `now` plus 12 hours, unless its password is changed before. */
export function unlockValue(lock: Lock, now: Date): string {
  const ends = Math.floor(now.getTime() / 1000) + UNLOCK_SECONDS
  return `${ends}.${seal(lock, ends).toString('base64url')}`
}

/** Whether a cookie's value opens a link now. */
export function unlocks(value: string | undefined, lock: Lock, now: Date): boolean {
  const [, text = '', mac = ''] = /^(\d{1,12})\.([\w-]{43})$/.exec(value ?? '') ?? []
  const ends = Number(text)
  if (text === '' || ends * 1000 <= now.getTime()) return false
  return timingSafeEqual(seal(lock, ends), Buffer.from(mac, 'base64url'))
}

function seal({ shareLinkId, passwordVersion }: Lock, ends: number): Buffer {
  const text = `share unlock\n${shareLinkId}\n${passwordVersion}\n${ends}`
  return createHmac('sha256', env().secret).update(text).digest()
}
