import { deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { encodePhoto } from './encode'
import { PhotoRefused } from './refused'
import { dots, hugePng, jpegWithMetadata } from './test-support'

const refusalOf = (bytes: Uint8Array) =>
  encodePhoto(bytes, []).then(
    () => 'taken',
    (error: unknown) => (error instanceof PhotoRefused ? error.reason : error),
  )

describe('a picture', () => {
  it('is written anew in several sizes, as WebP and one JPEG, and never larger than it is', async () => {
    const photo = await encodePhoto(await dots(1600, 1200).png().toBuffer(), [])
    expect(photo).toMatchObject({ width: 1600, height: 1200 })
    expect(photo.files.map(({ suffix }) => suffix)).toEqual([
      ...['480.webp', '960.webp', '1600.webp', '960.jpg'],
    ])
    for (const { suffix, bytes } of photo.files) {
      const { format, width } = await sharp(bytes).metadata()
      expect(`${width}.${format === 'jpeg' ? 'jpg' : format}`).toBe(suffix)
    }
  })

  it('keeps nothing of where, when and by whom it was taken', async () => {
    const taken = await jpegWithMetadata()
    expect(taken.includes('Zqartistzq')).toBe(true)
    expect(taken.includes('Zqxmpzq')).toBe(true)
    expect((await sharp(taken).metadata()).icc).toBeDefined()
    for (const { bytes } of (await encodePhoto(taken, [])).files) {
      const { exif, xmp, icc, iptc } = await sharp(bytes).metadata()
      expect({ exif, xmp, icc, iptc }).toEqual({})
      expect(/Zq\w+zq|Exif\0|ns\.adobe|ICC_PROFILE/.exec(bytes.toString('latin1'))).toBeNull()
    }
  })

  it('is turned as the camera held it', async () => {
    const lying = await dots(800, 600).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await encodePhoto(lying, [])).toMatchObject({ width: 600, height: 800 })
  })

  it('loses a tail of a zip and a script', async () => {
    const tail = Buffer.concat([
      Buffer.from('PK\u0003\u0004'),
      gzipSync('x'),
      Buffer.from('<script>alert(1)</script>'),
    ])
    const { files } = await encodePhoto(
      Buffer.concat([await dots(640, 480).jpeg().toBuffer(), tail]),
      [],
    )
    for (const { bytes } of files) expect(bytes.includes('<script>')).toBe(false)
  })
})

describe('what is refused', () => {
  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'],
    ['a page', '<!doctype html><img src=x onerror=alert(1)>'],
    ['a PDF', '%PDF-1.7\n1 0 obj'],
    ['a GIF', 'GIF89a'],
    ['an AVIF', '\0\0\0\u001cftypavif\0\0\0\0avifmif1miaf'],
    ['a HEIC', '\0\0\0\u0018ftypheic\0\0\0\0mif1heic'],
    ['nothing', ''],
  ])('%s named .jpg, by its first bytes', async (_name, content) => {
    expect(await refusalOf(Buffer.from(content, 'latin1'))).toBe('kind')
  })

  it('an AVIF that is one, undecoded', async () => {
    expect(await refusalOf(await dots(64, 64).avif({ effort: 0 }).toBuffer())).toBe('kind')
  })

  it('144 megapixels in a few kilobytes', async () => {
    const png = hugePng()
    expect(png.length).toBeLessThan(500_000)
    expect(await refusalOf(png)).toBe('pixels')
  })

  it.each(['jpeg', 'png', 'webp'] as const)('a %s that ends half-way', async (format) => {
    const whole = await dots(640, 480).toFormat(format).toBuffer()
    expect(await refusalOf(whole.subarray(0, Math.floor(whole.length / 2)))).toBe('damaged')
  })

  it('a picture’s first bytes with something else behind them', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), deflateSync('<svg/>')])
    expect(await refusalOf(bytes)).toBe('damaged')
  })
})

describe('an area', () => {
  const area = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 }

  it('says nothing of what was there, and the rest stays', async () => {
    const picture = await dots(960, 720).png().toBuffer()
    const { files } = await encodePhoto(picture, [area])
    const largest = files.find(({ suffix }) => suffix === '960.webp')?.bytes
    const part = async (from: Buffer | undefined, left: number) =>
      sharp(from).extract({ left, top: 200, width: 160, height: 160 }).greyscale().raw().toBuffer()
    expect(likeness(await part(picture, 400), await part(largest, 400))).toBeLessThan(0.15)
    expect(likeness(await part(picture, 20), await part(largest, 20))).toBeGreaterThan(0.7)
    expect(spread(await part(largest, 400))).toBeLessThan(0.1 * spread(await part(largest, 20)))
  })

  it('is hidden in every size', async () => {
    const { files } = await encodePhoto(await dots(1920, 1440).jpeg().toBuffer(), [area])
    for (const { bytes } of files) {
      const { width } = await sharp(bytes).metadata()
      const size = Math.floor(width / 4)
      const left = Math.floor(width * 0.3)
      const inside = sharp(bytes).extract({ left, top: left, width: size, height: size })
      expect(spread(await inside.greyscale().raw().toBuffer())).toBeLessThan(10)
    }
  })

  it('may lie at the edge, and be as small as a point', async () => {
    const edge = [
      { x: 0.99, y: 0.99, width: 1, height: 1 },
      { x: 0, y: 0, width: 0.0001, height: 0.0001 },
      { x: 1, y: 1, width: 0.5, height: 0.5 },
    ]
    expect(await encodePhoto(await dots(200, 100).webp().toBuffer(), edge)).toMatchObject({
      width: 200,
    })
  })

  it('cannot be told from another by what is left of it', async () => {
    const face = (x: number) =>
      sharp({ create: { width: 800, height: 600, channels: 3, background: '#888' } })
        .composite([
          {
            input: { create: { width: 4, height: 60, channels: 3, background: '#000' } },
            left: x,
            top: 270,
          },
        ])
        .png()
        .toBuffer()
    const hidden = async (x: number) =>
      (await encodePhoto(await face(x), [area])).files.at(-1)?.bytes ?? Buffer.alloc(0)
    const [one, other] = await Promise.all([hidden(390), hidden(394)])
    const raw = (bytes: Buffer) => sharp(bytes).greyscale().raw().toBuffer()
    const [before, after] = await Promise.all([raw(one), raw(other)])
    const most = before.reduce(
      (sum, value, at) => Math.max(sum, Math.abs(value - (after[at] ?? 0))),
      0,
    )
    expect(most).toBeLessThan(12)
  })
})

function spread(values: Buffer): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

/** Pearson's correlation: 1 for the same picture, about 0 for two that have nothing in common. */
function likeness(one: Buffer, other: Buffer): number {
  const mean = (values: Buffer) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [a, b] = [mean(one), mean(other)]
  const together = one.reduce((sum, value, at) => sum + (value - a) * ((other[at] ?? 0) - b), 0)
  return Math.abs(together / (one.length * spread(one) * (spread(other) || 1)))
}
