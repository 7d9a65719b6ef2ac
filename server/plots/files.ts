import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { inLight } from '@/lib/plots/colours'
import { setTextWith } from '../env'

// It is read once, before the first drawing.
setTextWith(join(process.cwd(), 'server', 'plots', 'fonts', 'fonts.conf'))

const PAGE = '/* The page around the drawings. */'
/** Dots for each unit of a drawing: sharp on a screen of today and on paper. */
const SCALE = 2

const styles = new Map<string, Promise<string>>()

/** The style of a drawing that is a file by itself, in the colours of the light theme. */
export function drawingStyle(name: 'plots.css' | 'drawing.css' = 'plots.css'): Promise<string> {
  const known = styles.get(name)
  if (known) return known
  const style = readFile(join(process.cwd(), 'public', name), 'utf8').then((css) => {
    const [drawing = ''] = css.split(PAGE)
    return inLight(drawing.replaceAll(/\/\*[^]*?\*\//g, '').trim())
  })
  styles.set(name, style)
  return style
}

/**
 * Turns a drawing of ours into a PNG, by default with two dots for each unit. Never give it an SVG that somebody
 * else made: what draws it reads far more than plots need.
 */
export async function pngOf(svg: string, scale = SCALE): Promise<Buffer<ArrayBuffer>> {
  const png = await sharp(Buffer.from(svg), { density: 72 * scale })
    // To look for the best palette takes twice as long, and saves a few thousand bytes.
    .png({ palette: true, effort: 1 })
    .toBuffer()
  return Buffer.from(png)
}
