import { expect, it } from 'vitest'
import { demandsInWords } from './overview'

const days = (least: number | null, most: number | null) => ({ least, most, about: false })

it('says how many demands are met, how the others are, and the longest silence', () => {
  const five = ['open', 'open', 'met', 'open', 'open'] as const
  expect(demandsInWords([...five], days(288, 288))).toBe(
    '1 of 5 met, 4 open, longest silence 288 days',
  )
  expect(demandsInWords(['refused', 'partly_met', 'open'], days(288, null))).toBe(
    '0 of 3 met, 1 open, 1 partly met, 1 refused, longest silence at least 288 days',
  )
  expect(demandsInWords(['met'], null)).toBe('1 of 1 met')
  expect(demandsInWords(['open'], days(0, 0))).toBe('0 of 1 met, 1 open')
  expect(demandsInWords([], null)).toBeNull()
})
