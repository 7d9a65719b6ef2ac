import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consentLabels, keysOf, type Consent } from '../schemas/words'
import { initials, nameFor, stricter, WITHHELD, withholder } from './consent'

const hidden = (...names: string[]) => withholder([{ names, consent: 'hidden' }])

describe('the consent of a quote', () => {
  const consents = keysOf(consentLabels)
  // The labels stand from the strictest to the loosest.
  const looseness = (consent: Consent) => consents.indexOf(consent)

  it('is never looser than its speaker’s', () => {
    for (const person of consents) {
      expect(stricter(person, null)).toBe(person)
      for (const quote of consents) {
        const shown = stricter(person, quote)
        expect(looseness(shown)).toBe(Math.min(looseness(person), looseness(quote)))
      }
    }
  })
})

describe('a name for readers of a share', () => {
  it.each([
    ['named', 'Maren Costa'],
    ['initials', 'M. C.'],
    ['role_only', ''],
    ['hidden', null],
  ] as const)('is shown as consent says: %s', (consent, shown) => {
    expect(nameFor('Maren Costa', consent)).toBe(shown)
  })

  it.each([
    ['maren costa', 'M. C.'],
    ['Jean-Luc de la Tour', 'J. L. D. L. T.'],
    ['  Ümit   Öz ', 'Ü. Ö.'],
    ['𝒜da', '𝒜.'],
    ['', ''],
  ])('has initials: %j', (name, short) => {
    expect(initials(name)).toBe(short)
  })
})

describe('names in texts', () => {
  it.each([
    ['Maren Costa spoke.', `${WITHHELD} spoke.`],
    ['MAREN COSTA, maren costa', `${WITHHELD}, ${WITHHELD}`],
    ['Maren\n  Costa and Maren\u00a0Costa', `${WITHHELD} and ${WITHHELD}`],
    ['Maren Costa’s speech; "Maren Costa"', `${WITHHELD}’s speech; "${WITHHELD}"`],
    ['Ma\u00adren Cos\u200bta', WITHHELD],
    ['Maren Costas, Amaren Costa, Maren', 'Maren Costas, Amaren Costa, Maren'],
  ])('are withheld as whole words: %j', (text, shown) => {
    expect(hidden('Maren Costa')(text)).toBe(shown)
  })

  it.each([
    ['Jean-Luc Picard', 'Jean-Luc Picard, Jean‑Luc Picard'],
    ["Siobhán O'Brien", "Siobhán O'Brien, SIOBHÁN O’BRIEN"],
    ['Siobhán O’Brien', "Siobh\u0061\u0301n O'Brien, Siobhán O‘Brien"],
    ['İbrahim Yılmaz', 'İbrahim Yılmaz, İBRAHIM YıLMAZ'],
    [
      'J. (Jay) R+ [x] {y} ^$|\\ /?*',
      'J. (Jay) R+ [x] {y} ^$|\\ /?*, J. (Jay) R+ [x] {y} ^$|\\ /?*',
    ],
    ['王小明', '王小明, 王小明'],
  ])('are withheld whatever signs they hold: %s', (name, text) => {
    expect(hidden(name)(text)).toBe(`${WITHHELD}, ${WITHHELD}`)
  })

  it('are withheld in full where one name holds another', () => {
    const text = hidden('Ann', 'Ann Lee', 'Ann Lee Smith')('Ann Lee Smith, Ann Lee, Ann, Annie')
    expect(text).toBe(`${WITHHELD}, ${WITHHELD}, ${WITHHELD}, Annie`)
  })

  it('become initials where consent gives those, and the stricter of two namesakes holds', () => {
    const initialsOf = { names: ['Ada Byron'], consent: 'initials' as const }
    const hiddenOne = { names: ['ada byron'], consent: 'role_only' as const }
    expect(withholder([initialsOf])('ADA BYRON')).toBe('A. B.')
    expect(withholder([initialsOf, hiddenOne])('Ada Byron')).toBe(WITHHELD)
    expect(withholder([hiddenOne, initialsOf])('Ada Byron')).toBe(WITHHELD)
  })

  it('stay where everybody is named, and a blank name withholds nothing', () => {
    expect(withholder([{ names: ['Ada'], consent: 'named' }])('Ada')).toBe('Ada')
    expect(hidden('', '  ')('a  b')).toBe('a  b')
  })

  it('of any spelling never stay in a text', () => {
    const word = fc.stringMatching(/^[\p{L}][\p{L}'’.()-]{1,8}$/u)
    const text = fc.string({ maxLength: 20 })
    fc.assert(
      fc.property(word, word, text, text, (first, last, before, after) => {
        const name = `${first} ${last}`
        const shown = hidden(name)(`${before} ${name} ${after}`)
        expect(shown).toContain(WITHHELD)
      }),
      { numRuns: 300 },
    )
  })
})
