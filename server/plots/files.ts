import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { inLight } from '@/lib/plots/colours'

const PAGE = '/* The page around the drawings. */'
/** Dots for each unit of a drawing: sharp on a screen of today and on paper. */
const SCALE = 2

let style: Promise<string> | undefined

/** The style of a drawing that is a file by itself, in the colours of the light theme. */
export function drawingStyle(): Promise<string> {
  style ??= readFile(join(process.cwd(), 'public/plots.css'), 'utf8').then((css) =>
    inLight(
      css
        .slice(0, css.indexOf(PAGE))
        .replaceAll(/\/\*[^]*?\*\//g, '')
        .trim(),
    ),
  )
  return style
}

/**
 * Turns a drawing of ours into a PNG with two dots for each unit. Never give it an SVG that somebody
 * else made: what draws it reads far more than plots need.
 */
export async function pngOf(svg: string): Promise<Buffer<ArrayBuffer>> {
  const png = await sharp(Buffer.from(svg), { density: 72 * SCALE })
    .png({ palette: true })
    .toBuffer()
  return Buffer.from(png)
}
