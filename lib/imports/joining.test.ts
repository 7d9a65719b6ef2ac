import { describe, expect, it } from 'vitest'
import { entrySchema } from '../schemas/entry'
import { saidOtherwise } from './joining'

const crowd = { words: '', low: null, high: null, countedBy: '' }
const claimed = (date: string, edtf: string) => {
  const row = entrySchema('rally', '2026-11-29').parse({ kind: 'rally', title: 'Rally', date })
  return saidOtherwise(row, { edtf, place: '', crowd }).map(({ value }) => value)
}

describe('the date of a row', () => {
  it.each([
    ['2026-02', '2026-02-13'],
    ['2026-02-13', '2026-02'],
    ['2026-02-13', '2026-02-13~'],
    ['2026-02-13~', '2026-02-13'],
    ['2026-02-13', '2026-02-10/2026-02-15'],
    ['2026-02-11/2026-02-13', '2026-02-10/2026-02-15'],
    ['2026-02-13', '[2026-02-10..2026-02-15]'],
    ['2026-02-13', '[2026-02-13,2026-02-20]'],
    ['[..2026-02-13]', '[..2026-02-13]'],
    ['about February 2026', '2026-02-13'],
    ['the 2020s', '2026-02-13'],
    ['1-28 Feb 2026', '2026-02-13'],
    ['spring 2026', '2026-04-13'],
    ['2026', '2026-02-10/2026-02-15'],
  ])('%s says nothing else than %s', (date, edtf) => {
    expect(claimed(date, edtf)).toEqual([])
  })

  it.each([
    ['2026-02-14', '2026-02-13'],
    ['2026-03-01', '2026-02'],
    ['2026-02-09/2026-02-13', '2026-02-10/2026-02-15'],
    ['2026-02-16', '[2026-02-13,2026-02-20]'],
    ['[..2026-02-13]', '2026-02'],
    ['2026-02-13/..', '2026-02'],
    ['2026-02-13', '[..2026-02-13]'],
  ])('%s says something else than %s', (date, edtf) => {
    expect(claimed(date, edtf)).toHaveLength(1)
  })
})
