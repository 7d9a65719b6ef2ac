import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const PURPOSE = 'throughline share address 1'

/**
 * Seals a share's token with AES-256-GCM under a key that follows (HKDF-SHA-256, RFC 5869) from
 * the installation's secret, which is not in the database: nonce, tag, then the text.
 *
 * @param hash the token's own hash, to which the seal is bound, so that one link's seal does not
 *   open in another's row.
 * @param purpose what it is sealed for; what is sealed for one does not open for another.
 */
export function sealToken(
  token: string,
  hash: Uint8Array,
  secret: Buffer,
  purpose = PURPOSE,
): Buffer<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, keyFrom(secret, purpose), nonce, {
    authTagLength: TAG_BYTES,
  })
  cipher.setAAD(hash)
  const text = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/**
 * Opens what `sealToken` sealed.
 *
 * @returns null when it was sealed under another secret or for another row, or was changed.
 */
export function openToken(
  sealed: Uint8Array,
  hash: Uint8Array,
  secret: Buffer,
  purpose = PURPOSE,
): string | null {
  if (sealed.length <= NONCE_BYTES + TAG_BYTES) return null
  const nonce = sealed.subarray(0, NONCE_BYTES)
  const decipher = createDecipheriv(CIPHER, keyFrom(secret, purpose), nonce, {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(hash)
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    const text = [decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]
    return Buffer.concat(text).toString('utf8')
  } catch {
    return null
  }
}

function keyFrom(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), purpose, 32))
}
