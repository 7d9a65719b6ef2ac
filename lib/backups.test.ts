import { expect, it } from 'vitest'
import { agoInWords, sizeInWords } from './backups'

it.each([
  ['2026-02-13T12:00:00Z', 'just now'],
  ['2026-02-13T11:59:00Z', 'a minute ago'],
  ['2026-02-13T09:00:00Z', '3 hours ago'],
  ['2026-02-12T12:00:00Z', 'a day ago'],
  ['2026-01-14T12:00:00Z', '30 days ago'],
])('%s was %s', (at, words) => {
  expect(agoInWords(at, new Date('2026-02-13T12:00:00Z'))).toBe(words)
})

it.each([
  [1, '1 KB'],
  [12_000, '12 KB'],
  [3_400_000, '3.4 MB'],
  [5_000_000_000, '5.0 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words)
})
