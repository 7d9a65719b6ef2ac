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
  expect(gzipSync(drawing, { level: 9 }).length).toBeLessThan(850)
  expect(gzipSync(text.replace(drawing, ''), { level: 9 }).length).toBeLessThan(3_800)
  expect(packed.body.length).toBeLessThan(4_400)
  expect(plain.head).toContain('public, max-age=600')
})

it('brings fonts of ours alone, few bytes, under names that change with them', async () => {
  const { plain } = await sharedStyle(join(root, 'public'), 'share.css')
  const text = String(plain.body)
  const faces = text.match(/@font-face\{[^}]+\}/g) ?? []
  expect(faces).toHaveLength(6)
  let bytes = 0
  for (const face of faces) {
    expect(face).toContain('font-display:optional')
    const [, path = ''] = /url\('([^']+)'\)/.exec(face) ?? []
    const [, hash = ''] = /^\/fonts\/[a-z-]+\.([0-9a-f]{12})\.woff2$/.exec(path) ?? []
    const file = await readFile(join(root, 'public', path))
    expect(createHash('sha256').update(file).digest('hex').slice(0, 12)).toBe(hash)
    // Those of a range are fetched by pages alone in which its letters stand.
    if (!face.includes('unicode-range')) bytes += file.length
  }
  expect(bytes).toBeLessThan(60_000)
})

it('has fonts for Latin letters of Poland, Czechia, Turkey and Vietnam, in ranges of their own', async () => {
  const { plain } = await sharedStyle(join(root, 'public'), 'share.css')
  const faces = String(plain.body).match(/@font-face\{[^}]+\}/g) ?? []
  for (const family of ['Public Sans', 'Record Serif']) {
    const ranged = faces.filter((face) => face.includes(family) && face.includes('unicode-range'))
    const familyHas = (letter: string) => ranged.some((face) => inRange(face, letter))
    for (const letter of 'ąćęłńśźżčďěňřšťůžğıİşĐđạảấầẩẫậắặẹẽếềểệỉịọỏốồổộớờợụủứừửữựỳỵỷỹ₫')
      expect(familyHas(letter), letter).toBe(true)
    for (const letter of 'aéß—“π字') expect(familyHas(letter), letter).toBe(false)
  }
})

function inRange(face: string, letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0
  return [...face.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].some(
    ([, from = '', to = from]) => parseInt(from, 16) <= code && code <= parseInt(to, 16),
  )
}

it('keeps what a sheet says', () => {
  expect(smallStyle("a :hover > b,\n  c {\n  content: ' ( ';\n  margin: 0 1px;\n}\n")).toBe(
    "a :hover>b,c{content:' ( ';margin:0 1px}",
  )
  expect(smallStyle('@media (max-width: 30rem) and print {\n}')).toBe(
    '@media (max-width:30rem) and print{}',
  )
})
