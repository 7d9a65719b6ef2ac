import 'server-only'
import { openToken, sealToken } from '../shares/links/seal'

const PURPOSE = 'throughline webhook secret 1'

/** Seals the secret of a webhook, so that a copy of the database signs nothing. */
export function sealSecret(secret: string, id: string, key: Buffer): Buffer<ArrayBuffer> {
  return sealToken(secret, Buffer.from(id), key, PURPOSE)
}

/** Opens it again; null where it was sealed under another key. */
export function openSecret(sealed: Uint8Array, id: string, key: Buffer): string | null {
  return openToken(sealed, Buffer.from(id), key, PURPOSE)
}
