import { describe, expect, it } from 'vitest'
import { placeMentions } from './place-mentions'

const COMMON = new Set(['northwest', 'center', 'city', 'hall', 'park', 'seattle', 'rally'])
const found = (text: string, names: string[], seen = '') =>
  placeMentions(text, { names, seen }, (letters) => COMMON.has(letters)).map(({ start, end }) =>
    text.slice(start, end),
  )

describe('the own words of a place', () => {
  const place = ['Tacoma Northwest Detention Center']
  it.each([
    ['Vigil at the Tacoma Northwest Detention Center', ['Tacoma Northwest Detention Center']],
    ['Vigil in TACOMA', ['TACOMA']],
    ['They marched to the detention gate', ['detention']],
    ['A rally northwest of the center', []],
    ['Nothing of it', []],
  ])('in “%s”', (text, words) => {
    expect(found(text, place)).toEqual(words)
  })

  it('are its parts between commas, and common words written as a name', () => {
    const names = ['City Hall Park, Seattle', 'Seattle']
    expect(found('A day in Seattle', names)).toEqual(['Seattle'])
    expect(found('from city hall park on', names)).toEqual(['city hall park'])
    expect(found('in the park', ['Park'])).toEqual([])
    expect(found('in the Park', ['Park'])).toEqual(['Park'])
    expect(found('WA', ['Tacoma, WA'])).toEqual([])
  })

  it('are not what readers see of it', () => {
    const names = ['Amazon Spheres, Seattle', 'Seattle']
    expect(found('Rally in Seattle', names, 'Seattle')).toEqual([])
    expect(found('Rally at the Spheres in Seattle', names, 'Seattle')).toEqual(['Spheres'])
  })

  it('are found in scripts without blanks', () => {
    expect(found('昨日、東京で集会', ['東京'])).toEqual(['東京'])
  })

  it('are nothing where no place is written', () => {
    expect(found('Rally', [''])).toEqual([])
  })
})
