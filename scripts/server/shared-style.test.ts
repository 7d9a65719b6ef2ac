import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../lib/paths'
import { sharedStyle, smallStyle } from './shared-style'

it('is one sheet with everything that shared pages use, and nothing to import', async () => {
  const { plain, packed } = await sharedStyle(join(root, 'public'), 'share.css')
  const text = String(plain.body)
  expect(text).not.toMatch(/@import|\/\*|\n/)
  for (const part of [':root{', '.asked', '.entry', '.story', '@media print{', "' ('"])
    expect(text).toContain(part)
  expect(text.split('{')).toHaveLength(text.split('}').length)
  expect(gunzipSync(packed.body).toString()).toBe(text)
  // The drawing has a bound of its own, so that neither grows on the other's account.
  const drawing = smallStyle(await readFile(join(root, 'public', 'drawing.css'), 'utf8'))
  expect(text).toContain(drawing)
  expect(gzipSync(drawing, { level: 9 }).length).toBeLessThan(750)
  expect(gzipSync(text.replace(drawing, ''), { level: 9 }).length).toBeLessThan(3_500)
  expect(packed.body.length).toBeLessThan(3_900)
  expect(plain.head).toContain('public, max-age=600')
})

it('brings fonts of ours alone, few bytes, under names that change with them', async () => {
  const { plain } = await sharedStyle(join(root, 'public'), 'share.css')
  const text = String(plain.body)
  const fonts = [...text.matchAll(/url\('([^']+)'\)/g)].map(([, path = '']) => path)
  expect(fonts).toHaveLength(2)
  expect(text.match(/font-display:optional/g)).toHaveLength(2)
  let bytes = 0
  for (const path of fonts) {
    const [, hash = ''] = /^\/fonts\/[a-z-]+\.([0-9a-f]{12})\.woff2$/.exec(path) ?? []
    const file = await readFile(join(root, 'public', path))
    expect(createHash('sha256').update(file).digest('hex').slice(0, 12)).toBe(hash)
    bytes += file.length
  }
  expect(bytes).toBeLessThan(60_000)
})

it('keeps what a sheet says', () => {
  expect(smallStyle("a :hover > b,\n  c {\n  content: ' ( ';\n  margin: 0 1px;\n}\n")).toBe(
    "a :hover > b,c{content:' ( ';margin:0 1px}",
  )
  expect(smallStyle('@media (max-width: 30rem) and print {\n}')).toBe(
    '@media (max-width:30rem) and print{}',
  )
})
