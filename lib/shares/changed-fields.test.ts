import { expect, it } from 'vitest'
import { changesInWords } from './changed-fields'
import { lensRules } from './lens'

const inWords = (changed: string[], people: boolean, exactPlace = true, hours = true) =>
  changesInWords(changed, lensRules.member, { exactPlace, people, hours, seen: null })

it('tells what changed, each once, and of people only where some are shown', () => {
  expect(inWords(['title', 'title'], false)).toHaveLength(1)
  expect(inWords(['appearances'], false)).toEqual([])
  expect(inWords(['appearances'], true)).toHaveLength(1)
})

it('tells of a place only where it is shown as it is written', () => {
  expect(inWords(['place'], true)).toHaveLength(1)
  expect(inWords(['place'], true, false)).toEqual([])
})

it('tells of a date only where the hour, which is written with it, is shown', () => {
  expect(inWords(['date'], true, false)).toHaveLength(1)
  expect(inWords(['date'], true, false, false)).toEqual([])
})

it.each(['alsoKind', 'accordingTo'])('does not tell of %s, which may be hidden twice', (name) => {
  expect(inWords([name], true)).toEqual([])
})

it.each(['alsoKind', 'accordingTo', 'date', 'appearances'])(
  'tells of %s exactly where a difference was seen',
  (name) => {
    const shown = { exactPlace: false, people: false, hours: false }
    const told = (seen: Set<string>) => changesInWords([name], lensRules.member, { ...shown, seen })
    expect(told(new Set([name]))).toHaveLength(1)
    expect(told(new Set())).toEqual([])
  },
)
