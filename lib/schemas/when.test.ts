import { describe, expect, it } from 'vitest'
import type { DateSettings } from '../dates/habits'
import { dateHabitsOf } from '../dates/habits'
import { readWhen } from '../dates/reading'
import type { EntryKind } from '../kinds/names'
import { assessmentSchema, followUpSchema } from './demand'
import { entrySchema } from './entry'
import { sourceSchema } from './source'

const TODAY = '2026-11-28'
const ID = '0190a0a0-0000-7000-8000-000000000001'

const entryDate = (kind: EntryKind, date: string, settings: DateSettings = {}) => {
  const read = entrySchema(kind, TODAY, settings).safeParse({ kind, title: 'T', date })
  return read.success ? read.data.date.edtf : read.error.issues[0]?.message
}
const assessed = (date: string) => {
  const about = { demand: ID, organization: ID, standing: 'met' }
  const read = assessmentSchema(TODAY).safeParse({ ...about, date })
  return read.success ? read.data.date.edtf : read.error.issues[0]?.message
}

describe('the dates of forms', () => {
  it('take a date without a year as past, and ask where an action may be ahead', () => {
    expect(entryDate('statement', '13 Dec')).toBe('2025-12-13')
    expect(entryDate('rally', '13 Feb')).toBe('2026-02-13')
    expect(entryDate('rally', '13 Dec')).toBe('The year is not clear. Choose one, or write it.')
  })

  it('read 2/3/2026 as the campaign does', () => {
    const habits = (dayOrder: 'ask' | 'dmy' | 'mdy') =>
      dateHabitsOf({ dayOrder, weekStart: 'sunday' }, TODAY)
    expect(entryDate('rally', '2/3/2026', habits('dmy'))).toBe('2026-03-02')
    expect(entryDate('rally', '2/3/2026', habits('mdy'))).toBe('2026-02-03')
    expect(entryDate('rally', '2/3/2026', habits('ask'))).toContain('Choose one')
    expect(entryDate('rally', 'week of 22 Aug 2018', habits('ask'))).toBe('2018-08-19/2018-08-25')
  })

  it('count from the day of the source', () => {
    expect(entryDate('statement', '13 Feb', { anchor: '2025-02-15' })).toBe('2025-02-13')
  })

  it('refuse a standing that lies ahead', () => {
    expect(assessed('28 Nov 2026')).toBe('2026-11-28')
    expect(assessed('2026')).toBe('2026')
    expect(assessed('29 Nov 2026')).toContain('Give a day up to today')
    expect(assessed('13 Dec')).toBe('2025-12-13')
  })

  it('take what is due as ahead', () => {
    const due = followUpSchema(TODAY).parse({ demand: ID, organization: ID, dueOn: '13 Feb' })
    expect(due.dueOn).toBe('2027-02-13')
    const kept = entrySchema('rally', TODAY).parse({
      ...{ kind: 'rally', title: 'T', date: '13 Feb' },
      placeHiddenUntil: '13 Feb 5pm',
    })
    expect(kept.placeHiddenUntil).toMatchObject({ edtf: '2027-02-13', time: '17:00' })
  })

  it('answer a field that may be empty with what is wrong with its words', () => {
    const read = sourceSchema(TODAY).safeParse({ title: 'T', published: '30 Feb 2026' })
    expect(read.error?.issues[0]?.message).toBe(
      '30 February 2026 does not exist: February 2026 has 28 days.',
    )
    expect(sourceSchema(TODAY).parse({ title: 'T', published: '' }).published).toBe(null)
  })
})

describe('what a date field says', () => {
  it('is in amber where the date lies ahead and nothing ahead is expected', () => {
    const caution = (text: string, expects: 'past' | 'action' | 'ahead') => {
      const reading = readWhen(text, { today: TODAY, expects })
      return reading && 'words' in reading ? reading.caution : reading
    }
    expect(caution('13 Feb 2027', 'past')).toBe('This is in the future: today is Sat 28 Nov 2026.')
    expect(caution('13 Feb 2027', 'action')).toBe(null)
    expect(caution('13 Feb 2027', 'ahead')).toBe(null)
    expect(caution('13 Feb 2026', 'past')).toBe(null)
  })
})
