import { describe, expect, it } from 'vitest'
import { locate, matchPassage } from './passages'

const bare = { prefix: '', suffix: '' }
const text =
  'They said: we are tired and hungry and cold, and we will stay. The managers lied to us twice.'

describe('words that an editor has changed or left out', () => {
  it.each([
    ['we are tired … and we will stay'],
    ['we are tired [...] and we will stay'],
    ['we are tired . . . we will stay.'],
    ['[W]e are tired and hungry'],
    ['“[W]e are tired and hungry”'],
    ['[They] lied to us twice'],
    ['The managers lied [sic] to us'],
    ['The managers [of the plant] lied to us'],
    ['we are tired [...] lied to us'],
  ])('%j is found', (exact) => {
    expect(matchPassage(text, { exact, ...bare })).toBe('found')
  })

  it.each([
    ['we are tired … and we will leave'],
    ['we will stay … we are tired'],
    ['we are tired … hung'],
    // Too few words to be known by.
    ['[they] lied'],
    ['we … us'],
    ['we … are … tired … and'],
  ])('%j is not', (exact) => {
    expect(matchPassage(text, { exact, ...bare })).toBe('absent')
  })

  it.each([
    ['We will not stop the march', 'We will […] stop the march'],
    ['We don’t stop the march', 'We … stop the march'],
    ['We will stop the march', 'We will [not] stop the march'],
  ])('%j does not say %j', (text, exact) => {
    expect(matchPassage(text, { exact, ...bare })).toBe('absent')
  })

  it('is marked from the first word to the last', () => {
    const place = locate(text, { exact: 'we are tired … we will stay', ...bare })
    expect(text.slice(place?.start, place?.end)).toBe(
      'we are tired and hungry and cold, and we will stay',
    )
  })

  it('joins no words that are far apart', () => {
    const far = `we are tired of it. ${'And so on. '.repeat(80)}So we will stay here.`
    expect(matchPassage(far, { exact: 'we are tired … we will stay', ...bare })).toBe('absent')
  })

  it('of two places is the one whose surroundings agree', () => {
    const twice = 'Jo: we came here to stay. Sam: we came today to stay.'
    const place = locate(twice, { exact: 'we came … to stay', prefix: 'Sam: ', suffix: '' })
    expect(place?.start).toBe(twice.indexOf('we came today'))
  })

  it('takes a time in proportion to a text that repeats itself without end', () => {
    const long = 'we go '.repeat(80_000)
    expect(matchPassage(long, { exact: 'we go we go … we go home', ...bare })).toBe('absent')
  })
})

it.each([
  ['The [sic] union voted', 'The union voted'],
  ['The union voted [12] and left', 'The union voted and left'],
  ['[W]e will march', 'We will march'],
  ['the warehouse workers', 'the ware-\nhouse workers'],
  ['the ware-\nhouse workers', 'the ware- house workers'],
  ['مُحَمَّد قال', 'محمد قال'],
  ['DIE STRASSE GEHÖRT UNS', 'die Straße gehört uns'],
  ['İstanbul workers', 'istanbul workers'],
  ['they said we stay', '“We stay”'],
])('%j has %j', (text, exact) => {
  expect(matchPassage(text, { exact, ...bare })).toBe('found')
})
