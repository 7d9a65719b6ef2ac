import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** A secret of 256 random bits in base64url: 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * The SHA-256 under which a token is stored, or null for what cannot be a token of `newToken`.
 *
 * A plain digest is enough: the token is random, so there is nothing to guess that salt or a slow
 * hash would protect.
 */
export function hashToken(token: string): Uint8Array<ArrayBuffer> | null {
  if (!TOKEN.test(token)) return null
  return new Uint8Array(createHash('sha256').update(token).digest())
}
