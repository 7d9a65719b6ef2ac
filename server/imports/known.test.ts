import { expect, it, vi } from 'vitest'
import { entrySchema } from '@/lib/schemas/entry'
import { likeRow, type Candidates } from './known'

const folded = vi.hoisted(() => ({ texts: 0 }))
vi.mock('@/lib/search/fold', async (original) => {
  const fold = await original<typeof import('@/lib/search/fold')>()
  const wordsIn: typeof fold.wordsIn = (text) => {
    folded.texts += 1
    return fold.wordsIn(text)
  }
  return { ...fold, wordsIn }
})

const COUNT = 40
const candidates: Candidates = { byWeek: new Map(), changeable: new Set() }
const week = Math.floor(Date.parse('2026-02-13') / 86_400_000 / 7)
candidates.byWeek.set(
  week,
  Array.from({ length: COUNT }, (_, at) => ({
    ...{ id: `${at}`, kind: 'rally' as const, title: `Rally at gate ${at}`, place: 'Toledo' },
    ...{ edtf: '2026-02-13', firstDay: '2026-02-13', lastDay: '2026-02-13', addresses: [] },
  })),
)

it('takes the words of an entry apart once for all rows of a file', () => {
  for (let at = 0; at < COUNT; at += 1) {
    const title = `Rally at gate ${at}`
    const given = { kind: 'rally', title, date: '2026-02-13', place: 'Toledo' }
    const [likest] = likeRow(candidates, entrySchema('rally', '2026-11-29').parse(given))
    expect(likest?.id).toBe(`${at}`)
  }
  // A title and a place of each row and of each entry.
  expect(folded.texts).toBeLessThanOrEqual(4 * COUNT)
})
