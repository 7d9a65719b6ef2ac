import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { isSealed, NotOpened, opening, SEALED_HEAD, sealing } from './seal'

const WORDS = 'seven umbrellas for one teapot'

async function through(bytes: Buffer, size: number, by: Awaited<ReturnType<typeof sealing>>) {
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  )
  const found: Buffer[] = []
  for await (const chunk of Readable.from(chunks).pipe(by)) found.push(chunk as Buffer)
  return Buffer.concat(found)
}

async function opened(sealed: Buffer, passphrase = WORDS, size = 10_000): Promise<Buffer> {
  const by = await opening(passphrase, sealed.subarray(0, SEALED_HEAD))
  return through(sealed.subarray(SEALED_HEAD), size, by)
}

const plain = randomBytes(200_000)
const sealed = await through(plain, 7_777, await sealing(WORDS))

describe('a sealed file', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_072])('gives %i bytes back', async (length) => {
    const bytes = plain.subarray(0, length)
    const once = await through(bytes, 4_096, await sealing(WORDS))
    expect(isSealed(once)).toBe(true)
    expect((await opened(once)).equals(bytes)).toBe(true)
  })

  it('is never the same twice, and holds nothing that can be read', async () => {
    const text = Buffer.from('a name that nobody may read '.repeat(1_000))
    const [one, two] = [
      await through(text, 999, await sealing(WORDS)),
      await through(text, 999, await sealing(WORDS)),
    ]
    expect(one.equals(two)).toBe(false)
    expect(one.includes('nobody may read')).toBe(false)
  })

  it('opens with its passphrase alone', async () => {
    await expect(opened(sealed, `${WORDS}s`)).rejects.toBeInstanceOf(NotOpened)
    await expect(opened(sealed, '')).rejects.toThrow('The passphrase is wrong')
  })

  it.each<[string, (bytes: Buffer) => Buffer]>([
    [
      'a changed byte',
      (bytes) => {
        const other = Buffer.from(bytes)
        other.writeUInt8(other.readUInt8(150_000) ^ 1, 150_000)
        return other
      },
    ],
    [
      'a changed head',
      (bytes) => {
        const other = Buffer.from(bytes)
        other.writeUInt8(other.readUInt8(SEALED_HEAD - 1) ^ 1, SEALED_HEAD - 1)
        return other
      },
    ],
    ['no end', (bytes) => bytes.subarray(0, -100)],
    ['no last chunk', (bytes) => bytes.subarray(0, SEALED_HEAD + 2 * (65_536 + 16))],
    [
      'a chunk left out',
      (bytes) =>
        Buffer.concat([
          bytes.subarray(0, SEALED_HEAD + 65_552),
          bytes.subarray(SEALED_HEAD + 2 * 65_552),
        ]),
    ],
    ['more at its end', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
  ])('with %s does not open', async (_what, change) => {
    await expect(opened(change(sealed))).rejects.toBeInstanceOf(NotOpened)
  })

  it('is told from a zip', () => {
    expect(isSealed(Buffer.from('PK\u0003\u0004'.padEnd(100)))).toBe(false)
  })
})
