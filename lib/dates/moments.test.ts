import { describe, expect, it } from 'vitest'
import { keysOf, languageLabels } from '../schemas/words'
import { dayOfMoment, momentInWords } from './moments'

const AT = '2026-02-13T15:00:00Z'
/** With ordinary spaces: some languages write the hour with narrow ones. */
const written = (language: string, timeZone = 'UTC') =>
  momentInWords(AT, { language, timeZone }).replace(/\s/g, ' ')

describe('a moment', () => {
  it('is written as dates of the record are for whoever chose no language', () => {
    expect(written('')).toBe('13 Feb 2026, 15:00 UTC')
    expect(written('', '')).toBe('13 Feb 2026, 15:00 UTC')
    expect(dayOfMoment(AT, { language: '', timeZone: '' })).toBe('13 Feb 2026')
  })

  it.each(keysOf(languageLabels))('is written in %s as the setting says', (language) => {
    const example = languageLabels[language].split(': ').slice(1).join(': ')
    expect(`${written(language)}.`).toBe(`${example} UTC.`)
    expect(example.startsWith(dayOfMoment(AT, { language, timeZone: 'UTC' }))).toBe(true)
  })

  it('is written in its zone, named as people of that language name it', () => {
    expect(written('en-US', 'America/Los_Angeles')).toBe('Feb 13, 2026, 7:00 AM PST')
    expect(written('en-GB', 'Europe/London')).toBe('13 Feb 2026, 15:00 GMT')
  })
})
