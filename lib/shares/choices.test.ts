import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryKinds, lanes } from '../kinds/names'
import { keysOf, lensLabels } from '../schemas/words'
import {
  choicesAsked,
  choicesText,
  choosableFields,
  choosablePeople,
  choosablePlaces,
} from './choices'
import { rulesOf } from './lens'

const lens = fc.constantFrom(...keysOf(lensLabels))
const boxes = fc.record({
  lanes: fc.subarray([...lanes]),
  kinds: fc.subarray([...entryKinds]),
  people: fc.subarray([...choosablePeople]),
  fields: fc.subarray([...choosableFields]),
  places: fc.constantFrom(...choosablePlaces),
})

function sent(ticked: Record<string, string | readonly string[]>): URLSearchParams {
  const params = new URLSearchParams({ own: '1' })
  for (const [name, value] of Object.entries(ticked))
    for (const one of [value].flat()) params.append(name, one)
  return params
}

describe('the boxes of a link', () => {
  it('show exactly what was ticked, whatever the lens', () => {
    fc.assert(
      fc.property(lens, boxes, (of, ticked) => {
        const rules = rulesOf(of, choicesAsked(sent(ticked), of))
        for (const name of ['lanes', 'kinds', 'people', 'fields'] as const)
          expect([...rules[name]].sort()).toEqual([...ticked[name]].sort())
        expect(rules.places).toBe(ticked.places)
        expect(rules.statuses).toEqual(['published'])
      }),
    )
  })

  it('are no choice where they are as the lens has them', () => {
    for (const of of keysOf(lensLabels)) {
      const { statuses: _statuses, ...rules } = rulesOf(of, null)
      expect(choicesAsked(sent(rules), of)).toBeNull()
      expect(choicesAsked(new URLSearchParams(), of)).toBeNull()
    }
  })

  it('cannot name what no link may show', () => {
    const asked = sent({ fields: ['privateNote', 'summary', 'nonsense'], people: ['hidden'] })
    expect(choicesAsked(asked, 'member')).toMatchObject({ fields: ['summary'], people: [] })
    for (const text of ['{"fields":["privateNote"]}', '{"people":["hidden"]}', '{"x":1}', '{'])
      expect(choicesText.safeParse(text).success).toBe(false)
    expect(choicesText.parse('')).toBeNull()
    expect(choicesText.parse('{"places":"town"}')).toEqual({ places: 'town' })
  })
})
