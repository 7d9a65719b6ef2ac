import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, type Cipher } from 'node:crypto'
import type { ShareReader } from '../../auth/viewer'
import { env } from '../../env'

const CIPHER = 'aes-256-ecb'

/**
 * A record's id as one link's readers see it: 32 hexadecimal signs, the same on every page of the
 * link. The real id would tell when the record was made, and let two links be compared.
 *
 * An id is one block of the cipher under a key of the link's own, so it can be turned back without
 * a table; what repeats in such a mode repeats on purpose.
 */
export function recordIdFor(viewer: ShareReader, id: string): string {
  return cipherOf(viewer).update(id.replaceAll('-', ''), 'hex', 'hex')
}

// Each block is by itself in this mode, so one cipher turns all ids of a reader.
const ciphers = new WeakMap<ShareReader, Cipher>()

function cipherOf(viewer: ShareReader): Cipher {
  const known = ciphers.get(viewer)
  if (known) return known
  const cipher = createCipheriv(CIPHER, keyOf(viewer), null).setAutoPadding(false)
  ciphers.set(viewer, cipher)
  return cipher
}

/** The record that a reader's id stands for, which may not exist; null for what is no id. */
export function openRecordId(reader: ShareReader, text: string): string | null {
  if (!/^[0-9a-f]{32}$/.test(text)) return null
  const cipher = createDecipheriv(CIPHER, keyOf(reader), null).setAutoPadding(false)
  const hex = Buffer.concat([cipher.update(Buffer.from(text, 'hex')), cipher.final()]).toString(
    'hex',
  )
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

// A page has hundreds of ids; deriving the key for each would take longer than all else of them.
const keys = new WeakMap<ShareReader, Buffer>()

function keyOf(reader: ShareReader): Buffer {
  const known = keys.get(reader)
  if (known) return known
  const purpose = `share record ids ${reader.shareLinkId}`
  const key = Buffer.from(hkdfSync('sha256', env().secret, '', purpose, 32))
  keys.set(reader, key)
  return key
}
