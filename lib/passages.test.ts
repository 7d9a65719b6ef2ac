import { describe, expect, it } from 'vitest'
import { highlight, locate, passageAt, passageIn } from './passages'

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
