import { readFile, writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import sharp from 'sharp'
import { genericCardSvg } from './pages'
import { drawingStyle, pngOf } from '@/server/plots/files'

const FILE = 'public/card.png'

// After a change of the drawing: DRAW_CARD=1 npx vitest run app/s/generic-card.test.ts
it('is the picture that is drawn', async () => {
  const drawn = await pngOf(await genericCardSvg({ style: await drawingStyle('drawing.css') }), 1)
  if (process.env.DRAW_CARD) await writeFile(FILE, drawn)
  const file = await readFile(FILE)
  expect(await sharp(file).metadata()).toMatchObject({ width: 1200, height: 630, format: 'png' })
  const dots = (png: Buffer) => sharp(png).greyscale().raw().toBuffer()
  const was = await dots(file)
  const is = await dots(drawn)
  const far = was.reduce((sum, dot, at) => sum + Math.abs(dot - (is[at] ?? 0)), 0)
  // Another version of what draws may round an edge otherwise.
  expect(far / (1200 * 630)).toBeLessThan(0.5)
})
