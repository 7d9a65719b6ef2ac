import { describe, expect, it } from 'vitest'
import { highlight, locate, matchPassage, passageAt, passageIn } from './passages'

const text = `One said “we march on Friday”.\nAnother said "we march on Thursday" and left.`

describe('a passage in a text', () => {
  it('is found with at most 32 units on each side', () => {
    expect(passageIn(text, 'Another said')).toEqual({
      prefix: 'One said “we march on Friday”.\n',
      suffix: ' "we march on Thursday" and left',
    })
  })

  it('is found whichever quotes, dashes and spaces it was typed with', () => {
    expect(passageIn('It’s\u00a0here – now', "It's here - now")).toEqual({ prefix: '', suffix: '' })
  })

  it('is found where only its last point differs, and then without it', () => {
    const place = locate(text, { exact: 'we march on Friday.', prefix: '', suffix: '' })
    expect(text.slice(place?.start, place?.end)).toBe('we march on Friday')
    expect(locate(text, { exact: '.', prefix: '', suffix: '' })).toEqual({ start: 29, end: 30 })
    expect(locate('Nothing', { exact: '.', prefix: '', suffix: '' })).toBeNull()
  })

  it('is nothing when it does not stand there or is empty', () => {
    expect(passageIn(text, 'on Monday')).toBeNull()
    expect(passageIn(text, '')).toBeNull()
    expect(passageIn(text, ' ')).toBeNull()
    expect(passageIn('', 'x')).toBeNull()
  })

  it('of two places is the one whose surroundings agree', () => {
    const place = locate(text, { exact: 'we march on', prefix: 'said "', suffix: ' Thursday' })
    expect(text.slice(place?.start)).toMatch(/^we march on Thursday/)
  })

  it('never has half of a character beside it', () => {
    const found = passageIn(`a${'😀'.repeat(16)}!here?${'😀'.repeat(17)}`, 'here')
    expect(found?.prefix.isWellFormed()).toBe(true)
    expect(found?.suffix.isWellFormed()).toBe(true)
  })
})

describe('a highlighted text', () => {
  it('is the same text, with marks that may overlap', () => {
    const stretches = highlight('abcdef', [
      { id: '1', exact: 'bcd', prefix: '', suffix: '' },
      { id: '2', exact: 'de', prefix: '', suffix: '' },
      { id: '3', exact: 'zzz', prefix: '', suffix: '' },
    ])
    expect(stretches).toEqual([
      { text: 'a', ids: [] },
      { text: 'bc', ids: ['1'] },
      { text: 'd', ids: ['1', '2'] },
      { text: 'e', ids: ['2'] },
      { text: 'f', ids: [] },
    ])
  })

  it('of an empty text is nothing', () => {
    expect(highlight('', [])).toEqual([])
  })
})

describe('a stretch that somebody has marked', () => {
  const text = 'On Thursday they met. On Thursday they marched.'

  it('is a passage with what stands around it, without the blanks at its ends', () => {
    const start = text.indexOf(' On Thursday they marched')
    expect(passageAt(text, start, start + 13)).toEqual({
      exact: 'On Thursday',
      prefix: 'On Thursday they met. ',
      suffix: ' they marched.',
    })
    expect(passageAt(text, 2, 3)).toBeNull()
  })

  it('is found again where it was marked, not where the same words stand first', () => {
    const marked = passageAt(text, 22, 33)
    expect(marked?.exact).toBe('On Thursday')
    expect(passageIn(text, 'On Thursday', marked ?? undefined)).toEqual({
      prefix: marked?.prefix,
      suffix: marked?.suffix,
    })
    expect(passageIn(text, 'On Thursday')?.prefix).toBe('')
  })
})

describe('words that are written otherwise', () => {
  const bare = { prefix: '', suffix: '' }
  const same: [string, string][] = [
    ['We stopped.\n\nThey went on.', 'We stopped. They went on.'],
    ['a  wide\tgap', 'a wide gap'],
    ['We said … enough', 'we said... enough'],
    ['wait . . . what', 'wait… what'],
    ['the union—all of it—voted', 'the union -- all of it – voted'],
    ['1990–1995', '1990-1995'],
    ['“Don’t,” she said', '"Don\'t," she said'],
    ['« Nous refusons »', '“Nous refusons”'],
    ['„Wir streiken“', '"Wir streiken"'],
    ["``quoted'' text", '"quoted" text'],
    ['Le café de la grève'.normalize('NFD'), 'le CAFÉ de la grève'.normalize('NFC')],
    ['col\u00adlec\u00adtive ac\u200btion', 'collective action'],
    ['The oﬃce', 'the office'],
    ['our demo-\ncracy', 'our democracy'],
    ['a well-\nknown word', 'a well-known word'],
    ['我们要求加薪，立即', '我们要求加薪,立即'],
    ['Ｗｅ ｓｔｏｐ', 'We stop'],
    ['we stop tomorrow', '…we stop tomorrow…'],
    ['we stop tomorrow', '...we stop tomorrow.'],
    ['노동자'.normalize('NFD'), '노동자'],
  ]
  it.each(same)('%j has %j', (text, exact) => {
    expect(locate(text, { exact, ...bare })).toEqual({ start: 0, end: text.length })
    expect(locate(`Before. ${text} After.`, { exact, ...bare })).not.toBeNull()
  })

  it.each([
    ['We refuse to stop.', 'We refused to stop.'],
    ['we’re here', 'were here'],
    ['resume', 'résumé'],
    ['2,000 workers', '2000 workers'],
  ])('%j does not have %j', (text, exact) => {
    expect(matchPassage(text, { exact, ...bare })).toBe('absent')
  })
})

describe('a mark whose sentence is gone', () => {
  const both = 'Jo said: “We will not stop.” Then Sam said: “We will not stop.” And they left.'
  const marked = passageAt(both, both.indexOf('We'), both.indexOf('.”') + 1)

  it('does not move to one that reads alike', () => {
    const second = both.slice(both.indexOf('Then'))
    if (!marked) throw new Error('Nothing was marked.')
    expect(matchPassage(both, marked)).toBe('found')
    expect(matchPassage(second, marked)).toBe('moved')
    expect(locate(second, marked)).toBeNull()
    expect(matchPassage('And they left.', marked)).toBe('absent')
  })

  it('stays where its surroundings are written otherwise', () => {
    if (!marked) throw new Error('Nothing was marked.')
    const again = both.replaceAll('“', '"').replaceAll('”', '"').replaceAll(' ', '\n')
    expect(locate(again, marked)?.start).toBe(both.indexOf('We'))
  })
})

it('marks many passages of a text that repeats itself without end', () => {
  const text = 'a'.repeat(490_000)
  const passages = Array.from({ length: 38 }, (_, place) => ({
    ...{ id: String(place), exact: 'a'.repeat(100 + place) },
    ...{ prefix: 'a'.repeat(31) + 'b', suffix: 'b' + 'a'.repeat(31) },
  }))
  expect(highlight(text, passages)).toEqual([{ text, ids: [] }])
})
