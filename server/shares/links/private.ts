import 'server-only'
import { createHmac } from 'node:crypto'
import { env } from '../../env'
import { openToken, sealToken } from './seal'

/** How long a private link stays open in a browser: 12 hours. */
export const PRIVATE_SECONDS = 12 * 60 * 60

const PURPOSE = 'throughline private link 1'

/**
 * What stands in the address of a private link's pages instead of its secret. It tells one link
 * from another and opens none: that takes the cookie too.
 */
export function handleOf(shareLinkId: string): string {
  const digest = createHmac('sha256', env().secret).update(`share handle\n${shareLinkId}`)
  return `p-${digest.digest('hex').slice(0, 16)}`
}

/** Whether a part of an address can be a handle at all. */
export function isHandle(text: string): boolean {
  return /^p-[0-9a-f]{16}$/.test(text)
}

/** The name of the cookie that opens a handle. */
export function handleCookie(handle: string): string {
  return `share-${handle}`
}

/** The cookie's value, which opens the handle until `now` plus 12 hours: the token's hash, sealed. */
export function handleValue(handle: string, tokenHash: Buffer, now: Date): string {
  const ends = Math.floor(now.getTime() / 1000) + PRIVATE_SECONDS
  const text = `${ends}.${tokenHash.toString('hex')}`
  return sealToken(text, Buffer.from(handle), env().secret, PURPOSE).toString('base64url')
}

/** The token's hash that a cookie's value holds for a handle; null where it opens nothing now. */
export function openHandle(
  handle: string,
  value: string | undefined,
  now: Date,
): Buffer<ArrayBuffer> | null {
  if (!value || !/^[\w-]{1,400}$/.test(value)) return null
  const sealed = Buffer.from(value, 'base64url')
  const text = openToken(sealed, Buffer.from(handle), env().secret, PURPOSE) ?? ''
  const [, ends = '', hash = ''] = /^(\d{1,12})\.([0-9a-f]{64})$/.exec(text) ?? []
  return hash !== '' && Number(ends) * 1000 > now.getTime() ? Buffer.from(hash, 'hex') : null
}
