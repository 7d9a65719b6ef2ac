import { describe, expect, it } from 'vitest'
import { read } from './news.test-support'
import { readText } from './read-text'

const STORY = 'About 300 drivers walked out of the warehouse in Toledo on Friday.'

describe('the day of publication', () => {
  it.each(['0000-00-00', '2026-13-41', '2026-02-31', 'today'])(
    'that a page gives as %s is none, and the page is read',
    (day) => {
      expect(readText(STORY, { published: day }).meta.published).toBeNull()
      expect(read(STORY, day).quotes).toEqual([])
    },
  )

  it.each(['Published 2026-02-31', 'Published Feb 31, 2026', 'Published 2026-00-10'])(
    'in the line “%s” is none',
    (line) => {
      expect(read(`${line}\n${STORY}`, '').quotes).toEqual([])
      expect(readText(`${line}\n${STORY}`).meta.published).toBeNull()
    },
  )

  it('is the one in the text where the page gives none that exists', () => {
    const text = `Published 14 Feb 2026\n${STORY}`
    expect(readText(text, { published: '0000-00-00' }).meta.published).toBe('2026-02-14')
  })
})
