import { describe, expect, it } from 'vitest'
import { likeness, likeTitles } from './alike'

const rally = {
  ...{ kind: 'rally', title: 'Rally at the Amazon Spheres', place: 'Amazon Spheres, Seattle' },
  ...{ firstDay: '2026-02-13', lastDay: '2026-02-13' },
}
const with_ = (changes: object) => ({ ...rally, ...changes })
const on = (day: string) => ({ firstDay: day, lastDay: day })

describe('an entry looks like another one', () => {
  it.each([
    ['the same words', {}],
    ['other order and accents', { title: 'Amazon Sphéres rally' }],
    ['a typing error', { title: 'Raly at the Amazon Spheres' }],
    ['a day apart, as sources differ', on('2026-02-12')],
    ['a place that is not given', { place: '' }],
    ['the town alone', { place: 'Seattle', title: 'A rally at Amazon’s Spheres' }],
    ['the same kind, place and day under another title', { title: 'Hundreds call for action' }],
    ['a date that is not sure', { firstDay: '2026-02-01', lastDay: '2026-02-28' }],
  ])('with %s', (_what, changes) => {
    expect(likeness(rally, with_(changes))).toBeGreaterThan(0)
    expect(likeness(with_(changes), rally)).toBeGreaterThan(0)
  })

  it.each([
    ['weeks later', on('2026-03-13')],
    ['another town', { place: 'Arlington', title: 'Rally at Amazon HQ2' }],
    [
      'another kind of thing that day',
      { kind: 'statement', title: 'Amazon says nothing', place: '' },
    ],
    ['a new demand', { title: 'Ring cancels its partnership with Flock', place: '' }],
  ])('but not with %s', (_what, changes) => {
    expect(likeness(rally, with_(changes))).toBe(0)
  })

  it('and the nearer one looks more like it', () => {
    expect(likeness(rally, with_({}))).toBeGreaterThan(likeness(rally, with_(on('2026-02-16'))))
  })
})

it('an empty title is like nothing', () => {
  expect(likeTitles('', '')).toBe(0)
  expect(likeTitles('…', 'Rally')).toBe(0)
  expect(likeTitles('Rally', 'Rally')).toBe(1)
})
