import { describe, expect, it } from 'vitest'
import { consentLabels, keysOf, type Consent } from '../schemas/words'
import { initials, nameFor, stricter } from './consent'

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
