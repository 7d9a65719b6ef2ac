import { afterAll, expect, it } from 'vitest'
import { parseDateWords } from './parse'
import { madeDates } from './test-support'

const today = '2026-11-28'
const count = { understood: 0, asked: 0, refused: 0, wrong: 0 }

it('never reads a date as another than was written, and offers what was meant where it asks', () => {
  const wrong: unknown[] = []
  for (const { text, means } of madeDates(1_000, 20_261_128, today)) {
    const parsed = parseDateWords(text, { today })
    if (!parsed.ok && !parsed.choices) {
      count.refused += 1
      continue
    }
    const found = (parsed.ok ? [parsed] : (parsed.choices ?? [])).map(({ edtf, time }) =>
      time ? `${edtf} ${time}` : edtf,
    )
    const right = parsed.ok
      ? means.includes(found[0] ?? '')
      : found.some((each) => means.includes(each))
    if (!right) wrong.push({ text, means, found })
    if (parsed.ok) count[right ? 'understood' : 'wrong'] += 1
    else count[right ? 'asked' : 'wrong'] += 1
  }
  expect(wrong).toEqual([])
  // A reader that refuses everything is never wrong either.
  expect(count.understood).toBeGreaterThan(800)
  expect(count.refused).toBeLessThan(20)
})

afterAll(() => {
  console.info('Made dates:', JSON.stringify(count))
})
