import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsIn } from '@/lib/search/fold'
import { oneErrorFrom } from '@/lib/search/typing-errors'
import { useTestDatabase } from '../auth/test-support'
import { inRole, logEntry, newCampaign } from '../demands/test-support'
import { search } from './test-support'

useTestDatabase()

const signs = [...'abcdefgxyzéøßçñłЖя漢字0129', ' ', ' ', ' ', '-', '’', '—', '/', '.', "'"]
const prose = fc
  .array(fc.constantFrom(...signs), { minLength: 1, maxLength: 60 })
  .map((letters) => `a ${letters.join('')}`)
const texts = fc.record({
  title: prose,
  summary: prose,
  place: prose,
  participants: prose,
  tags: prose,
  privateNote: prose,
  description: prose,
  quote: prose,
})

describe('whatever word stands in a record that one may see', () => {
  it('finds it, also with one typing error', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(), fc.nat(), async (given, which, how) => {
        const { owner, slug } = await newCampaign()
        const { description, quote, ...entry } = given
        const { id } = await logEntry(owner, slug, {
          ...{ kind: 'news', ...entry },
          appearances: [{ name: 'Somebody', description, quotes: [{ text: quote }] }],
        })
        const words = Object.values(given).flatMap((text) => [...wordsIn(text)])
        const word = words[which % words.length]?.word ?? ''
        // A letter of another script, put in place of one of the word's, is more than a slip.
        const mistyped = oneErrorFrom(word).filter((other) => oneErrorFrom(other).includes(word))
        const wrong = mistyped[how % mistyped.length]
        const viewer = inRole(owner, 'viewer')
        for (const q of [word, word.toUpperCase(), ...(wrong ? [wrong] : [])]) {
          const { results } = await search(viewer, q, { record: 'entry' })
          expect([q, results.map((result) => result.id)]).toEqual([q, [id]])
        }
        const [result] = (await search(viewer, word)).results
        const pieces = [
          ...(result?.title ?? []),
          ...(result?.passages ?? []).flatMap((p) => p.pieces),
        ]
        expect(pieces.some(({ marked }) => marked)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})
