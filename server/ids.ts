import 'server-only'
import { randomBytes } from 'node:crypto'

/**
 * A new id (UUID, RFC 9562, version 7), for a record that is named before it is written. Each comes
 * after those that this process gave before, since ids decide the order of what nothing else tells
 * apart: within a millisecond a number counts on, and where the clock is put back, or 4,096 ids of one millisecond are given,
 * they run ahead of it. Between processes the clock alone decides.
 */
export function newId(): string {
  const now = Date.now()
  if (now > millisecond) {
    millisecond = now
    count = 0
  } else if (count === MOST_COUNTED) {
    millisecond += 1
    count = 0
  } else count += 1
  const bytes = randomBytes(16)
  bytes.writeUIntBE(millisecond, 0, 6)
  bytes.writeUInt16BE(0x7000 | count, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Twelve bits, which the format leaves for this. */
const MOST_COUNTED = 0xfff
let millisecond = 0
let count = 0

/** Whether a text from an address can be an id at all; the database would refuse others with an error. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
