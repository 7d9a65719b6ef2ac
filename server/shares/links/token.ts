import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

// Crockford's base32 in small letters: without i, l, o and u, which are misread or misheard. Its
// 32 signs carry five bits each, so 26 of them carry 130.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 26
const TOKEN = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`)

/** A share link's secret: 130 random bits as 26 small letters and digits. */
export function newShareToken(): string {
  // 256 is a multiple of 32, so the five low bits of a random byte are random too.
  return Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte & 31]).join('')
}

/** Whether a text can be a share link's token at all; tells nothing of whether there is one. */
export function isShareToken(text: string): boolean {
  return TOKEN.test(text)
}

/**
 * The SHA-256 under which a token is stored. Without salt or stretching: 130 random bits cannot be
 * guessed from their digest.
 */
export function hashShareToken(token: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHash('sha256').update(token).digest())
}
