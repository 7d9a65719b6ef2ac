import { expect, it } from 'vitest'
import { mergedFields } from './fields'

const sayings = (row: object) =>
  mergedFields.source.flatMap(({ label, text }) => {
    const said = text(Object.fromEntries(Object.entries(row)))
    return said ? `${label}: ${said}` : []
  })

it.each([
  ['2025-03-10/2025-03-12', '10–12 Mar 2025'],
  ['2025-03-10~', 'about 10 Mar 2025'],
  ['2025-03', 'March 2025'],
])('a source says all that is known of when it was published: %s', (published, words) => {
  expect(sayings({ published })).toEqual([`Published: ${words}`])
})

it('a source says the day of when it was looked at', () => {
  expect(sayings({ accessed_on: '2025-03-10T00:00:00+00:00' })).toEqual(['Accessed: 10 Mar 2025'])
})
