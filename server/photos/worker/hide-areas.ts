import sharp from 'sharp'

/** What an area is reduced to: so few blocks that no face can be told from another. */
const blocks = 4

/**
 * A part of a picture, as shares of its width and height from the top left corner, 0 to 1.
 */
export type Area = { x: number; y: number; width: number; height: number }
type Pixels = { data: Buffer; width: number; height: number; channels: 1 | 2 | 3 | 4 }

/**
 * Makes areas unrecognizable for good: each is reduced to at most 4 by 4 values, and those are spread
 * over it and blurred. What was there cannot be computed from what is left.
 *
 * @returns the pixels with the areas hidden
 */
export async function hideAreas(
  { data, width, height, channels }: Pixels,
  areas: readonly Area[],
): Promise<Buffer> {
  const pixels = Buffer.from(data)
  for (const area of areas) {
    const box = boxOf(area, width, height)
    if (!box) continue
    const cover = await coverOf({ data: pixels, width, height, channels }, box)
    const row = box.width * channels
    for (let y = 0; y < box.height; y += 1) {
      cover.copy(pixels, ((box.top + y) * width + box.left) * channels, y * row, (y + 1) * row)
    }
  }
  return pixels
}

async function coverOf(
  { data, width, height, channels }: Pixels,
  box: { left: number; top: number; width: number; height: number },
) {
  const few = await sharp(data, { raw: { width, height, channels } })
    .extract(box)
    .resize({
      width: Math.min(blocks, box.width),
      height: Math.min(blocks, box.height),
      fit: 'fill',
      // A mean of what it covers: no single pixel stands for a block.
      kernel: 'linear',
    })
    .raw()
    .toBuffer({ resolveWithObject: true })
  // Enlarged first and blurred after, in two steps: in one, sharp would blur the few values.
  const large = await sharp(few.data, {
    raw: { width: few.info.width, height: few.info.height, channels },
  })
    .resize({ width: box.width, height: box.height, fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer()
  return sharp(large, { raw: { width: box.width, height: box.height, channels } })
    .blur(Math.max(1, Math.max(box.width, box.height) / 16))
    .raw()
    .toBuffer()
}

/** Whole pixels, rounded outwards and kept inside the picture. */
function boxOf(area: Area, width: number, height: number) {
  const left = Math.max(0, Math.floor(area.x * width))
  const top = Math.max(0, Math.floor(area.y * height))
  const right = Math.min(width, Math.ceil((area.x + area.width) * width))
  const bottom = Math.min(height, Math.ceil((area.y + area.height) * height))
  return right > left && bottom > top
    ? { left, top, width: right - left, height: bottom - top }
    : null
}
