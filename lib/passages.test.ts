import { describe, expect, it } from 'vitest'
import { highlight, locate, passageIn } from './passages'

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
