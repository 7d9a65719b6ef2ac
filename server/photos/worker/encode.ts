// A process of its own for each picture: what a decoder does wrong with somebody's file stays in
// here, and whoever started it can end it. Reads an order from standard input, writes the answer to
// standard output, and touches no disk.
import sharp, { type SharpOptions } from 'sharp'
import { hideAreas, type Area } from './hide-areas'
import { readFrames, writeFrames } from './frames'

const mostPixels = 40_000_000
/** Widths in pixels; a picture is never made larger than it is. */
const widths = [480, 960, 1920]
const mostHeight = 2400
/** For what cannot show WebP. */
const jpegWidth = 960
/** A group's mark is shown half as large, beside its name. */
const mark = { width: 288, height: 96 }

// SVG, PDF, GIF, AVIF, HEIC and whatever else libvips knows is refused before it is looked at.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.concurrency(1)
sharp.cache(false)

type Order = { areas: Area[]; as: 'photo' | 'mark' }
type Encoded = {
  width: number
  height: number
  files: { suffix: string; bytes: Buffer }[]
}
type Refused = { refused: 'too many pixels' | 'damaged' }

async function encode(bytes: Buffer, { areas, as }: Order): Promise<Encoded | Refused> {
  const options: SharpOptions = { limitInputPixels: mostPixels, failOn: 'error' }
  const { width = 0, height = 0 } = await sharp(bytes, {
    ...options,
    limitInputPixels: false,
  }).metadata()
  if (width * height > mostPixels) return { refused: 'too many pixels' }
  const most = as === 'mark' ? mark : { width: widths.at(-1), height: mostHeight }
  // Turned as the camera said, colours in sRGB, nothing see-through. Raw pixels have no metadata.
  const { data, info } = await sharp(bytes, options)
    .autoOrient()
    .resize({ ...most, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixels = { data, width: info.width, height: info.height, channels: info.channels }
  const hidden = await hideAreas(pixels, areas)
  const at = (wide: number) =>
    sharp(hidden, {
      raw: { width: pixels.width, height: pixels.height, channels: pixels.channels },
    }).resize({ width: wide, withoutEnlargement: true })
  if (as === 'mark') {
    const png = await at(info.width).png({ palette: true }).toBuffer()
    return {
      ...{ width: info.width, height: info.height },
      files: [{ suffix: `${info.width}.png`, bytes: png }],
    }
  }
  const files = []
  for (const wide of widthsOf(info.width)) {
    files.push({ suffix: `${wide}.webp`, bytes: await at(wide).webp({ quality: 80 }).toBuffer() })
  }
  const wide = Math.min(jpegWidth, info.width)
  files.push({
    suffix: `${wide}.jpg`,
    bytes: await at(wide).jpeg({ quality: 80, mozjpeg: true }).toBuffer(),
  })
  return { width: info.width, height: info.height, files }
}

/** @param width of the picture */
function widthsOf(width: number) {
  return [...widths.filter((one) => one < width), Math.min(width, widths.at(-1) ?? width)]
}

const [order, bytes] = readFrames(await readAll(process.stdin))
const answer = await encode(bytes ?? Buffer.alloc(0), JSON.parse(String(order)) as Order).catch(
  (): Refused => ({ refused: 'damaged' }),
)
const { files, ...head } = 'files' in answer ? answer : { ...answer, files: [] }
const listed = { ...head, suffixes: files.map(({ suffix }) => suffix) }
process.stdout.write(
  writeFrames([Buffer.from(JSON.stringify(listed)), ...files.map((one) => one.bytes)]),
)

async function readAll(stream: AsyncIterable<Buffer>) {
  const chunks = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
