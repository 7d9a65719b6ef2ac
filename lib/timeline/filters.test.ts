import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entryKinds } from '../kinds/names'
import { filterInWords, noNames } from './filter-words'
import {
  certainties,
  filterDays,
  filterLanes,
  filterParams,
  filterStatuses,
  isEmptyFilter,
  noFilter,
  readFilter,
} from './filters'

const day = fc.date({
  min: new Date('1000-01-01T00:00:00Z'),
  max: new Date('2100-12-31T00:00:00Z'),
  noInvalidDate: true,
})
const point = day.chain((date) =>
  fc.constantFrom(4, 7, 10).map((length) => date.toISOString().slice(0, length)),
)
const word = fc.string({ unit: 'grapheme', maxLength: 20 })

const params = fc
  .record({
    q: word,
    lane: fc.subarray([...filterLanes, 'nonsense']),
    kind: fc.subarray([...entryKinds]),
    org: fc.array(fc.oneof(fc.uuid(), word), { maxLength: 4 }),
    person: fc.array(fc.uuid(), { maxLength: 4 }),
    demand: fc.array(fc.oneof(fc.nat().map(String), word), { maxLength: 4 }),
    tag: fc.array(word, { maxLength: 4 }),
    place: fc.array(word, { maxLength: 4 }),
    from: fc.oneof(point, word),
    to: point,
    date: fc.subarray([...certainties]),
    source: fc.constantFrom('yes', 'no', 'perhaps'),
    status: fc.subarray([...filterStatuses]),
    other: word,
  })
  .map((record): Record<string, string | string[] | undefined> => record)

test('what an address asks for is asked again by the address made of it', () => {
  fc.assert(
    fc.property(params, (asked) => {
      const filter = readFilter(asked)
      const address = filterParams(filter)
      expect(readFilter(new URLSearchParams(address.toString()))).toEqual(filter)
      expect(isEmptyFilter(filter)).toBe(address.size === 0)
    }),
  )
})

test('what is unknown or malformed asks nothing', () => {
  expect(
    readFilter({
      lane: 'everything',
      kind: ['rallye', '__proto__'],
      org: "' or 1=1 --",
      person: '1',
      demand: ['0', '-1', '1e9', '99999999'],
      from: '2018-13',
      to: '2026-02-30',
      date: 'maybe',
      source: '',
      status: 'secret',
      q: 'a\0b',
      tag: '\ud800',
      workspaceId: 'other',
    }),
  ).toEqual(noFilter)
})

test('a repeated or long list is cut and put in order', () => {
  const filter = readFilter({ demand: ['4', '1', '4'], tag: ['b', ' a ', 'b'], q: 'x'.repeat(300) })
  expect(filter.demands).toEqual([1, 4])
  expect(filter.tags).toEqual(['a', 'b'])
  expect(filter.text).toBe('')
  expect(readFilter({ tag: Array.from({ length: 200 }, (_, i) => `t${i}`) }).tags).toHaveLength(50)
})

test('a year or month stands for all of its days', () => {
  expect(filterDays(readFilter({ from: '1804', to: '1804' }))).toEqual({
    first: '1804-01-01',
    last: '1804-12-31',
  })
  expect(filterDays(readFilter({ from: '2024-02', to: '2024-02' }))).toEqual({
    first: '2024-02-01',
    last: '2024-02-29',
  })
})

test('a sentence says what is shown', () => {
  const amazon = '018f4f2e-0000-7000-8000-000000000001'
  const names = { ...noNames, organizations: new Map([[amazon, 'Amazon']]) }
  const words = (asked: Record<string, string | string[]>, shown = 38) =>
    filterInWords(readFilter(asked), { shown, all: 506 }, names)
  expect(words({}, 506)).toBe('506 entries')
  expect(words({ lane: 'action', org: amazon, from: '2018' })).toBe(
    '38 of 506 entries: actions at Amazon since 2018',
  )
  expect(words({ kind: ['rally', 'strike', 'petition'] })).toBe(
    '38 of 506 entries: rallies, strikes and petitions',
  )
  expect(words({ q: 'ice', source: 'no', status: 'draft', to: '2026-02-13' })).toBe(
    '38 of 506 entries: entries with “ice” until 13 Feb 2026 without a source (drafts)',
  )
  expect(words({ from: '2019-03-05', to: '2019-03-05' })).toBe(
    '38 of 506 entries: entries on 5 Mar 2019',
  )
  expect(words({ from: '2019', to: '2019', kind: 'rally', lane: 'demand' })).toBe(
    '38 of 506 entries: rallies that raise a demand in 2019',
  )
  expect(words({ lane: ['action', 'demand'], kind: ['rally', 'strike'] })).toBe(
    '38 of 506 entries: rallies and strikes among actions and entries that raise a demand',
  )
  expect(
    words({ source: 'yes', date: ['exact', 'uncertain'], status: ['draft', 'in_review'] }),
  ).toBe(
    '38 of 506 entries: entries with a date known to the day or an uncertain date with a source (drafts or in review)',
  )
  expect(
    words({
      org: [amazon, amazon.replace('1', '2')],
      place: ['Seattle', 'Austin'],
      tag: 'a',
      demand: '4',
    }),
  ).toBe(
    '38 of 506 entries: entries at Amazon or an organization that is not listed on demand 4 in Austin or Seattle tagged a',
  )
  expect(words({ kind: ['press_conference', 'policy_change', 'news'], date: 'differ' })).toBe(
    '38 of 506 entries: press conferences, policy changes and news with a date on which sources differ',
  )
})
