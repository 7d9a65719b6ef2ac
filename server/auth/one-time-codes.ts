import 'server-only'
import { createHmac, randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { env } from '../env'
import { openToken, sealToken } from '../shares/links/seal'

const PURPOSE = 'throughline one-time codes 1'
const PERIOD_MS = 30_000
// One step to either side: clocks of phones are a little off, and typing takes time.
const WINDOW = 1
const RECOVERY = { codes: 10, groups: 3, letters: 4 }
// Without letters and digits that look alike.
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'

/** A new secret of 160 random bits, as apps take it (Base32). */
export function newCodeSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** Seals a secret for one account with the installation's key. */
export function sealCodeSecret(secret: string, accountId: string): Buffer<ArrayBuffer> {
  return sealToken(secret, Buffer.from(accountId), env().secret, PURPOSE)
}

/** Opens what was sealed; null under another key or for another account. */
export function openCodeSecret(sealed: Uint8Array, accountId: string): string | null {
  return openToken(sealed, Buffer.from(accountId), env().secret, PURPOSE)
}

/** The address that an app on a phone reads from a QR code. */
export function codeAddress(secret: string, email: string): string {
  const issuer = `Throughline ${env().url.host}`
  return new TOTP({ issuer, label: email, secret: Secret.fromBase32(secret) }).toString()
}

/**
 * The time step whose code this is, or null for a wrong one. The caller refuses a step that is not
 * later than the last one used: the code itself cannot tell that it was used before.
 */
export function stepOfCode(secret: string, code: string, now: Date): bigint | null {
  if (!/^\d{6}$/.test(code)) return null
  const timestamp = now.getTime()
  const delta = TOTP.validate({
    ...{ token: code, secret: Secret.fromBase32(secret), timestamp, window: WINDOW },
  })
  return delta === null ? null : BigInt(Math.floor(timestamp / PERIOD_MS) + delta)
}

/** New recovery codes, 59 random bits each, in groups that are easy to copy by hand. */
export function newRecoveryCodes(): string[] {
  const group = () =>
    Array.from({ length: RECOVERY.letters }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return Array.from({ length: RECOVERY.codes }, () =>
    Array.from({ length: RECOVERY.groups }, group).join('-'),
  )
}

/**
 * Under what a recovery code is stored: its HMAC under a key of the installation, so that a copy of
 * the database gives nothing to guess at. Null for what cannot be one.
 */
export function recoveryHash(code: string, accountId: string): Uint8Array<ArrayBuffer> | null {
  const plain = code.toLowerCase().replace(/[\s-]/g, '')
  if (plain.length !== RECOVERY.groups * RECOVERY.letters || !/^[2-9a-z]+$/.test(plain)) return null
  const hmac = createHmac('sha256', env().secret).update(`recovery ${accountId} ${plain}`)
  return new Uint8Array(hmac.digest())
}
