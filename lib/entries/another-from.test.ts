import { expect, it } from 'vitest'
import type { CitationDto, EntryDto } from '../record'
import { lastWordsFrom, valuesFromSame } from './another-from'
import { emptyEntry } from './fields/empty'

const entry: EntryDto = {
  ...emptyEntry(),
  ...{ title: 'A rally', edtf: '2026-02-13', time: '17:00', place: 'Amazon Spheres, Seattle' },
}
const citing = (exact: string, source = 's') =>
  ({ id: exact, source: { id: source }, exact, near: { prefix: '', suffix: '' } }) as CitationDto
const source = { id: 's', capturedText: 'First they met. Then they marched. At last they spoke.' }

it('keeps the day and the place, and nothing that was said', () => {
  expect(valuesFromSame(entry)).toEqual({
    ...{ date: 'Fri 13 Feb 2026', place: 'Amazon Spheres, Seattle', town: '' },
    ...{ latitude: '', longitude: '', placePrecision: 'exact', placeHiddenUntil: '' },
  })
})

it('goes on where the source was last cited, wherever the entry cites it', () => {
  const citations = [citing('they marched'), citing('First they met'), citing('spoke', 'other')]
  expect(lastWordsFrom({ ...entry, citations }, source)).toBe('they marched')
  expect(lastWordsFrom(entry, source)).toBe('')
})
