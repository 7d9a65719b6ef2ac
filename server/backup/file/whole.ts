import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Transform } from 'node:stream'

/** The comment at the very end of a backup's zip: the SHA-256 of all that stands before its length. */
const DIGITS = 64
/** The length of a comment, which stands before it (APPNOTE.TXT 4.3.16). */
const LENGTH_BYTES = 2

/** Passes a zip without a comment through and gives it one: the SHA-256 of all of its bytes. */
export function withHash(): Transform {
  const hash = createHash('sha256')
  // The last bytes say that there is no comment, and are replaced.
  let buffered = Buffer.alloc(0)
  return new Transform({
    transform(bytes: Buffer, _encoding, done) {
      const all = Buffer.concat([buffered, bytes])
      const sure = all.subarray(0, Math.max(all.length - LENGTH_BYTES, 0))
      buffered = Buffer.from(all.subarray(sure.length))
      hash.update(sure)
      done(null, sure)
    },
    flush(done) {
      const length = Buffer.alloc(LENGTH_BYTES)
      length.writeUInt16LE(DIGITS)
      done(null, Buffer.concat([length, Buffer.from(hash.digest('hex'), 'latin1')]))
    },
  })
}

/**
 * Whether every byte of a backup is as it was written, where its zip has a comment; those that were
 * made before there was one have none.
 */
export async function isIntact(path: string, comment: string): Promise<boolean> {
  if (comment === '') return true
  const hash = createHash('sha256')
  const end = (await stat(path)).size - LENGTH_BYTES - DIGITS
  if (end <= 0) return false
  for await (const chunk of createReadStream(path, { end: end - 1 })) hash.update(chunk as Buffer)
  return hash.digest('hex') === comment
}
