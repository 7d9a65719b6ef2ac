import 'server-only'
import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

/** The keys of one browser's subscription, as it gives them. */
export type BrowserKeys = {
  /** Its public key: an uncompressed point of P-256. */
  p256dh: Buffer
  /** Sixteen bytes that browser and site share. */
  auth: Buffer
}

const RECORD_BYTES = 4_096
/** What ends the one record, which is also the last. */
const LAST_RECORD = Buffer.from([2])

/**
 * Encrypts a message for one browser (RFC 8291), as one record of `aes128gcm` (RFC 8188): the push
 * service that hands it over cannot read it.
 *
 * @throws Error for a key that is no point of the curve.
 */
export function encryptFor({ p256dh, auth }: BrowserKeys, message: string): Buffer {
  const pair = createECDH('prime256v1')
  const own = pair.generateKeys()
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, own])
  const shared = derived(pair.computeSecret(p256dh), auth, info, 32)
  const salt = randomBytes(16)
  const key = derived(shared, salt, 'Content-Encoding: aes128gcm\0', 16)
  const nonce = derived(shared, salt, 'Content-Encoding: nonce\0', 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  const head = Buffer.alloc(21)
  salt.copy(head)
  head.writeUInt32BE(RECORD_BYTES, 16)
  head.writeUInt8(own.length, 20)
  const sealed = [cipher.update(message, 'utf8'), cipher.update(LAST_RECORD), cipher.final()]
  return Buffer.concat([head, own, ...sealed, cipher.getAuthTag()])
}

function derived(key: Buffer, salt: Buffer, info: string | Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, info, length))
}
