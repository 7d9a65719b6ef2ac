import { gunzipSync } from 'node:zlib'
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
  expect(packed.body.length).toBeLessThan(4_500)
  expect(plain.head).toContain('public, max-age=600')
})

it('keeps what a sheet says', () => {
  expect(smallStyle("a :hover > b,\n  c {\n  content: ' ( ';\n  margin: 0 1px;\n}\n")).toBe(
    "a :hover > b,c{content:' ( ';margin:0 1px}",
  )
  expect(smallStyle('@media (max-width: 30rem) and print {\n}')).toBe(
    '@media (max-width:30rem) and print{}',
  )
})
