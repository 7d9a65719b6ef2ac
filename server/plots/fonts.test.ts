import { expect, it } from 'vitest'
import sharp from 'sharp'
import { pngOf } from './files'

/** How wide a line of text is drawn, in pixels. */
async function widthOf(family: string, weight: number, text = 'Rally at the Spheres') {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="100"><rect width="1200" height="100" fill="#fff"/><text x="10" y="70" font-size="60" font-family="${family}" font-weight="${weight}">${text}</text></svg>`
  const png = await pngOf(svg, 1)
  return (await sharp(png).trim().toBuffer({ resolveWithObject: true })).info.width
}

// The sums of the letters' own advances in our two fonts, at 60 pixels; no font of a machine has these.
it.each([
  ['Public Sans', 400, 554],
  ['Public Sans', 600, 563],
  ['Source Serif 4', 400, 557],
  ['Source Serif 4', 600, 567],
])('draws %s at %i with the font that we bring along', async (family, weight, width) => {
  const drawn = await widthOf(`'${family}', 'Liberation Sans', sans-serif`, weight)
  expect(Math.abs(drawn - width)).toBeLessThanOrEqual(1)
})

it('draws what these fonts lack with one of the machine', async () => {
  expect(await widthOf(`'Public Sans', sans-serif`, 400, 'مسيرة أمازون')).toBeGreaterThan(200)
})
