import { describe, expect, it } from 'vitest'
import { parseDateWords } from './parse'

// A Saturday.
const today = '2026-11-28'

/** Forms by kind, and what they must mean: EDTF with a time, several of them where it is asked, null where it is refused. */
const written: Record<string, [text: string, means: string | string[] | null][]> = {
  'parts of a time at one side or both': [
    ['since late 2019', '2019-09~/..'],
    ['since mid-March 2019', '2019-03-11~/..'],
    ['by early 2019', '[..2019-04~]'],
    ['by the end of 2019', '[..2019]'],
    ['before the end of March 2019', '[..2019-03]'],
    ['until the end of March 2019', '../2019-03'],
    ['through the end of 2019', '../2019'],
    ['from early March to mid-April 2019', '2019-03-01~/2019-04-20~'],
    ['late March to early April 2019', '2019-03-21~/2019-04-10~'],
    ['late December to early January 2020', '2019-12-21~/2020-01-10~'],
    ['mid-1936 to early 1939', '1936-05~/1939-04~'],
    ['late 2019 or early 2020', '[2019-09~..2020-04~]'],
    ['late 2019/early 2020', ['2019-09~/2020-04~', '[2019-09~..2020-04~]']],
    ['towards the end of 2019', '2019-09~/2019-12~'],
    ['around the middle of July 2020', '2020-07-11~/2020-07-20~'],
    ['between early and mid October 2026', '[2026-10-01~..2026-10-20~]'],
    ['early to mid 1886', '1886-01~/1886-08~'],
    ['Early/mid-May 1886', '1886-05-01~/1886-05-20~'],
    ['first half of the 1970s', '[1970..1974]'],
    ['second half of the 19th century', '[1850..1899]'],
  ],
  'years that are counted': [
    ['March last year', '2025-03'],
    ['in March of this year', '2026-03'],
    ['12 March last year', '2025-03-12'],
    ['Q4 of last year', '2025-10/2025-12'],
    ['late last year', '2025-09~/2025-12~'],
    ['end of this year', '2026-09~/2026-12~'],
    ['by the end of the year', '[..2026]'],
    ['by year-end', '[..2026]'],
    ['the 12th of this month', '2026-11-12'],
    ['12th ult.', '2026-10-12'],
    ['earlier this year', '2026'],
    ['at some point in March 2019', '2019-03'],
    // What ends today begins on no certain day.
    ['in the past year', null],
    ['over the last two months', null],
  ],
  'days that are counted from another': [
    ['the day after November 29, 2025', '2025-11-30'],
    ['three days before November 30, 2025', '2025-11-27'],
    ['two weeks after 1 March 2026', '2026-03-15'],
    ['the day after March 2020', null],
    ['on the eve of May 4, 2020', '2020-05-03'],
    ['shortly before May 4, 1886', '[..1886-05-03]'],
    ['Monday of last week', '2026-11-16'],
    ['Monday last week', '2026-11-16'],
    ['last week Sunday', ['2026-11-22', '2026-11-15']],
    ['Monday last', '2026-11-23'],
    ['a week ago Monday', '2026-11-16'],
    ['a fortnight ago', '2026-11-14~'],
    ['a couple of weeks ago', '2026-11-14~'],
    ['last day of July 2020', '2020-07-31'],
    ['first weekend in July 2020', '2020-07-04/2020-07-05'],
    ['last weekend of May 2020', '2020-05-30/2020-05-31'],
    // Its first day is a Sunday.
    ['first weekend of March 2020', null],
  ],
  'days that have a name': [
    ['May Day 2020', '2020-05-01'],
    ['Labor Day 2019', '2019-09-02'],
    ['Labour Day 2019', ['2019-09-02', '2019-05-01']],
    ['Thanksgiving 2019', ['2019-11-28', '2019-10-14']],
    ['Black Friday 2025', '2025-11-28'],
    ['Memorial Day, 2020', '2020-05-25'],
    ['Easter Monday 1916', '1916-04-24'],
    ["New Year's Day 2020", '2020-01-01'],
    ['before Christmas 2019', '[..2019-12-24]'],
    ['Labor Day, September 2, 2019', '2019-09-02'],
    ['September 2, 2019 (Labor Day)', '2019-09-02'],
    ['May Day', ['2026-05-01', '2027-05-01']],
    ['Labor Day weekend 2019', null],
    // Before the rule that the third Monday is the day.
    ['MLK Day 1970', null],
  ],
  'as catalogues have them': [
    ['[1890]', '1890'],
    ['[ca. 1890]', '1890~'],
    ['[1890?]', '1890?'],
    ['189-', '189X'],
    ['189?', '189X?'],
    ['18--', '18XX'],
    ['1890-05-??', '1890-05'],
    ['1890-05-00', '1890-05'],
    ['1890-00-00', '1890'],
    ['00/00/1890', '1890'],
    ['5/??/1890', '1890-05'],
    ['3.III.2020', '2020-03-03'],
    ['III.2020', '2020-03'],
    ['November 2025 (day unknown)', '2025-11'],
    ['2025, exact date unknown', '2025'],
    ['2025-11-30/12-01', '2025-11-30/2025-12-01'],
    ['2025-11-30 to 12-01', '2025-11-30/2025-12-01'],
  ],
  'marks and joins': [
    ['Mar.3/2020', '2020-03-03'],
    ['Sept 9 → Oct 3, 2019', '2019-09-09/2019-10-03'],
    ['≈ July 2020', '2020-07~'],
    ['July 2020-ish', '2020-07~'],
    ['July 1?, 2020', '2020-07-01?'],
    ['July 1 st, 2020', '2020-07-01'],
    ['1936–9', '1936/1939'],
    ['c. 1885-87', '1885~/1887'],
    ['winter 1886/7', '1886-24'],
    ['4th quater of 2020', '2020-10/2020-12'],
    ['Dec 2025/Jan 2026', ['2025-12/2026-01', '[2025-12,2026-01]']],
    ['1./2. Juli 2020', ['2020-07-01/2020-07-02', '[2020-07-01,2020-07-02]']],
    ['Winter/Spring 2020', ['2019-24/2020-21', '[2019-24,2020-21]']],
    ['v 2020', null],
    ['Spring/Summer 2020', ['2020-21/2020-22', '[2020-21,2020-22]']],
    ['weekend of 4-5 July 2020', '2020-07-04/2020-07-05'],
    ['2H 2020', '2020-07/2020-12'],
    ["1Q'20", '2020-01/2020-03'],
    ['up to and including 1 July 2020', '../2020-07-01'],
    ['effective March 3, 2019', '2019-03-03/..'],
    ['Last updated: 30/11/2025', '2025-11-30'],
    ['the early nineteen-twenties', '[1920..1923]'],
    ['FY 2021', null],
    ['academic year 2019-20', null],
  ],
  'clocks in words and headers': [
    ['July 1, 2020 around midday', '2020-07-01 12:00'],
    ['July 1, 2020 at 5 in the afternoon', '2020-07-01 17:00'],
    ['July 1, 2020 at 1700', '2020-07-01 17:00'],
    ['July 1, 2020 5-7pm', ['2020-07-01 17:00', '2020-07-01']],
    ['July 1, 2020, 11-1pm', ['2020-07-01 11:00', '2020-07-01']],
    ['1 July 2020, 10:00 to 12:30', ['2020-07-01 10:00', '2020-07-01']],
    ['Wed, 01 Jul 2020 17:00:00 -0700', ['2020-07-01 17:00', '2020-07-01']],
    ['2020-07-01T17:00:00.000+00:00', ['2020-07-01 17:00', '2020-07-01']],
    ['Wed Jul 01 2020 17:00:00 GMT-0500 (Central Daylight Time)', '2020-07-01 17:00'],
    ['July 1, 2020 starting at 2 p.m.', '2020-07-01 14:00'],
    ['July 1, 2020 (evening)', '2020-07-01'],
    ['late on July 1, 2020', '2020-07-01'],
  ],
  'other languages': [
    ['in den 1920er Jahren', '192X'],
    ['Anfang der 1920er', '[1920..1923]'],
    ['3. Quartal 2020', '2020-07/2020-09'],
    ['2e trimestre 2020', '2020-04/2020-06'],
    ['segundo trimestre de 2020', '2020-04/2020-06'],
    ['le 4 mai 2020 à midi', '2020-05-04 12:00'],
    ['um 1890', '1890~'],
    ['bis zum 1. Juli 2020', '../2020-07-01'],
    ['década de 1920', '192X'],
    ['les années 1920', '192X'],
    ['fine luglio 2020', '2020-07-21~/2020-07-31~'],
    ['begin juli 2020', '2020-07-01~/2020-07-10~'],
  ],
}

const shown = ({ edtf, time }: { edtf: string; time: string | null }) =>
  time ? `${edtf} ${time}` : edtf

describe.each(Object.entries(written))('%s', (_kind, rows) => {
  it.each(rows)('%s', (text, means) => {
    const parsed = parseDateWords(text, { today })
    const found = parsed.ok ? shown(parsed) : (parsed.choices?.map(shown) ?? null)
    expect(found).toEqual(means)
  })

  it('reads each choice and each answer back as itself', () => {
    for (const [text] of rows) {
      const parsed = parseDateWords(text, { today })
      const all = parsed.ok ? [{ ...parsed, value: parsed.words }] : (parsed.choices ?? [])
      for (const one of all) {
        const again = parseDateWords(one.value, { today })
        expect(again.ok && again.edtf).toBe(one.edtf)
      }
    }
  })
})

it('asks on which side of a source a weekday lies that something was to be done by', () => {
  const read = (text: string) => {
    const parsed = parseDateWords(text, { today, anchor: '2026-02-13' })
    return parsed.ok ? parsed.edtf : parsed.choices?.map(shown)
  }
  expect(read('by Monday')).toEqual(['[..2026-02-09]', '[..2026-02-16]'])
  expect(read('until Friday')).toEqual(['../2026-02-13', '../2026-02-20'])
  expect(read('since Monday')).toBe('2026-02-09/..')
})

it('counts ahead where what is asked for lies ahead', () => {
  const read = (text: string) => {
    const parsed = parseDateWords(text, { today, expects: 'ahead' })
    return parsed.ok && parsed.edtf
  }
  expect(read('in two weeks')).toBe('2026-12-12')
  expect(read('3 days from now')).toBe('2026-12-01')
  expect(read('in three months')).toBe('2027-02-28')
  expect(parseDateWords('in two weeks', { today }).ok).toBe(false)
})

it('asks whether last week is counted from today or from the day of the source', () => {
  const parsed = parseDateWords('Monday of last week', { today, anchor: '2026-06-10' })
  expect(parsed.ok ? null : parsed.choices?.map(shown)).toEqual(['2026-06-01', '2026-11-16'])
})
