import { describe, expect, it } from 'vitest'
import { lettersInLines, readsFromRight } from './letters-in-lines'

describe('a text in lines', () => {
  it('breaks between words, and ends in an ellipsis where it does not fit', () => {
    expect(lettersInLines('No tech for the raids', 12, 3)).toEqual(['No tech for', 'the raids'])
    expect(lettersInLines('No tech for the raids of today', 12, 2)).toEqual([
      'No tech for',
      'the raids…',
    ])
    expect(lettersInLines('  ', 12, 2)).toEqual([])
  })

  it('cuts a word that is longer than a line, and no letter in two', () => {
    expect(lettersInLines('a'.repeat(25), 10, 2)).toEqual(['a'.repeat(10), `${'a'.repeat(9)}…`])
    const family = '👩‍👩‍👧'
    expect(lettersInLines(family.repeat(4), 4, 2)).toEqual([family.repeat(2), family.repeat(2)])
    expect(lettersInLines('東京都千代田区', 8, 2)).toEqual(['東京都千', '代田区'])
  })

  it('knows from which side it is read', () => {
    expect(readsFromRight('«عمال أمازون»')).toBe(true)
    expect(readsFromRight('12 עובדים')).toBe(true)
    expect(readsFromRight('Amazon (أمازون)')).toBe(false)
    expect(readsFromRight('')).toBe(false)
  })
})
