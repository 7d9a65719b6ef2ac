import {
  createCipheriv,
  createDecipheriv,
  randomBytes,
  scrypt,
  type CipherGCM,
  type DecipherGCM,
} from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'
import { promisify } from 'node:util'

/** What a sealed file begins with. */
const MAGIC = Buffer.from('throughline-sealed-1\n')
const SALT = 16
const PREFIX = 7
const HEAD = MAGIC.length + SALT + PREFIX
const TAG = 16
const CHUNK = 64 * 1024

/** As OWASP advises; it costs an attacker 128 MB and a good part of a second for each guess. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 } as const

const derive: (
  passphrase: string,
  salt: Buffer,
  length: number,
  options: typeof COST,
) => Promise<Buffer> = promisify(scrypt)

function keyOf(passphrase: string, salt: Buffer): Promise<Buffer> {
  return derive(passphrase.normalize('NFC'), salt, 32, COST)
}

// Each chunk has a nonce of its own, which says where it stands and whether it is the last one: none
// can be left out, repeated or moved (the STREAM construction of Hoang, Reyhanitabar, Rogaway, Vizár).
function nonceOf(prefix: Buffer, index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  prefix.copy(nonce)
  nonce.writeUInt32BE(index, PREFIX)
  nonce.writeUInt8(last ? 1 : 0, 11)
  return nonce
}

/** Cuts what comes into chunks of one size; the last one may be shorter, and is known to be the last. */
abstract class Chunked extends Transform {
  private buffered: Buffer = Buffer.alloc(0)
  private index = 0

  constructor(private readonly size: number) {
    super()
  }

  protected abstract chunk(bytes: Buffer, index: number, last: boolean): Buffer

  override _transform(bytes: Buffer, _encoding: string, done: TransformCallback): void {
    this.buffered = this.buffered.length === 0 ? bytes : Buffer.concat([this.buffered, bytes])
    this.work(done, () => {
      while (this.buffered.length > this.size) this.give(this.size, false)
    })
  }

  override _flush(done: TransformCallback): void {
    this.work(done, () => this.give(this.buffered.length, true))
  }

  private give(length: number, last: boolean): void {
    this.push(this.chunk(this.buffered.subarray(0, length), this.index, last))
    this.buffered = this.buffered.subarray(length)
    this.index += 1
  }

  private work(done: TransformCallback, what: () => void): void {
    try {
      what()
      done()
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)))
    }
  }
}

class Sealing extends Chunked {
  constructor(
    private readonly key: Buffer,
    private readonly head: Buffer,
  ) {
    super(CHUNK)
    this.push(head)
  }

  protected override chunk(bytes: Buffer, index: number, last: boolean): Buffer {
    const nonce = nonceOf(this.head.subarray(-PREFIX), index, last)
    const cipher: CipherGCM = createCipheriv('aes-256-gcm', this.key, nonce)
    cipher.setAAD(this.head)
    return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
}

/** Seals what goes through it with a passphrase: AES-256-GCM under a key that scrypt makes. */
export async function sealing(passphrase: string): Promise<Transform> {
  const salt = randomBytes(SALT)
  const head = Buffer.concat([MAGIC, salt, randomBytes(PREFIX)])
  return new Sealing(await keyOf(passphrase, salt), head)
}

/** What opens nothing: a wrong passphrase, or a file that was changed. */
export class NotOpened extends Error {
  override readonly name = 'NotOpened'
}

class Opening extends Chunked {
  constructor(
    private readonly key: Buffer,
    private readonly head: Buffer,
  ) {
    super(CHUNK + TAG)
  }

  protected override chunk(bytes: Buffer, index: number, last: boolean): Buffer {
    const nonce = nonceOf(this.head.subarray(-PREFIX), index, last)
    const decipher: DecipherGCM = createDecipheriv('aes-256-gcm', this.key, nonce)
    decipher.setAAD(this.head)
    try {
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
      return Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()])
    } catch {
      throw new NotOpened(
        index === 0
          ? 'The passphrase is wrong, or the file was changed.'
          : 'The file was changed or is cut off.',
      )
    }
  }
}

/** How many bytes of a file say whether it is sealed, and with what. */
export const SEALED_HEAD = HEAD

/** Whether a file that begins so is sealed. */
export function isSealed(beginning: Buffer): boolean {
  return beginning.length >= HEAD && beginning.subarray(0, MAGIC.length).equals(MAGIC)
}

/**
 * Opens what goes through it, which begins after the head of the file.
 *
 * @throws NotOpened in the stream, before a changed byte comes out of it.
 */
export async function opening(passphrase: string, head: Buffer): Promise<Transform> {
  const salt = head.subarray(MAGIC.length, MAGIC.length + SALT)
  return new Opening(await keyOf(passphrase, salt), head)
}
