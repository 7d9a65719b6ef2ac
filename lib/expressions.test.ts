import { afterAll, describe, expect, it } from 'vitest'
import { parseCrowd } from './crowd'
import { parseDateWords } from './dates/parse'

/**
 * Expressions as sources and archives write them (police brutality records of 2020, a timeline maker's
 * examples, an archive of tech workers' actions, work stoppages, a news report), and what each must mean.
 * `null` is for what must be refused with words.
 */
const today = '2026-02-16'

const dates: [text: string, edtf: string | null, time?: string][] = [
  ['2020-05-31', '2020-05-31'],
  ['(Believed to be) 2020-05-31', '2020-05-31?'],
  ['(Believed to be) 2020-06-05', '2020-06-05?'],
  ['(Believed to be) May 31st 2020', '2020-05-31?'],
  ['(Believed to be) June 2nd', '2025-06-02?'],
  ['Believed to be 2020-08-22', '2020-08-22?'],
  ['Unknown Date', null],
  ['last constructor', null],
  ['constructor 13 Feb 2026', null],
  ['May 30th', '2025-05-30'],
  ['June 1st, 2020', '2020-06-01'],
  ['1890', '1890'],
  ['1642', '1642'],
  ['2001,10,23', '2001-10-23'],
  ['1968,12,9', '1968-12-09'],
  ['1963,8,9', '1963-08-09'],
  ['196002152034', null],
  ['1961,1,1', '1961-01-01'],
  ['November, 2004', '2004-11'],
  ['Sept. 5, 2019', '2019-09-05'],
  ['Oct. 2019', '2019-10'],
  ['2019/09/20', '2019-09-20'],
  ['1970-12-01', '1970-12-01'],
  ['1983-11-28 - 1984-03-27', '1983-11-28/1984-03-27'],
  ['1984-03-27 - 1983-11-28', null],
  ['1986-10-01 to 1986-10-04', '1986-10-01/1986-10-04'],
  ['1986-10-01/', '1986-10-01/'],
  ['Feb. 13, 2026', '2026-02-13'],
  ['Thursday', null],
  ['last Thursday', '2026-02-12'],
  ['Friday, Feb. 13', '2026-02-13'],
  ['FRIDAY 13 FEBRUARY 2026', '2026-02-13'],
  ['12 or 13 Feb 2026, sources differ', '[2026-02-12,2026-02-13]'],
  ['about November 2025', '2025-11~'],
  ['around Nov. 2025', '2025-11~'],
  ['by 13 Feb 2026', '[..2026-02-13]'],
  ['no later than 13 Feb 2026', '[..2026-02-13]'],
  ['before 13 Feb 2026', '[..2026-02-12]'],
  ['before 2019', '[..2018]'],
  ['before the 1820s', '[..1819]'],
  ['after March 2026', '[2026-04..]'],
  ['after 31 Dec 2025', '[2026-01-01..]'],
  ['on or after 1 Mar 2026', '[2026-03-01..]'],
  ['since 2019', '2019/..'],
  ['2019–present', '2019/..'],
  ['from March 2024 onwards', '2024-03/..'],
  ['until 13 Feb 2026', '../2026-02-13'],
  ['13 Feb', '2026-02-13'],
  ['30 Dec', '2025-12-30'],
  ['Feb 12-14', '2026-02-12/2026-02-14'],
  ['Feb 12-14, 2026', '2026-02-12/2026-02-14'],
  ['12–14 February 2026', '2026-02-12/2026-02-14'],
  ['Feb 28 - Mar 2, 2026', '2026-02-28/2026-03-02'],
  ['December 28 through January 2', '2025-12-28/2026-01-02'],
  ['2019-2021', '2019/2021'],
  ['1914–18', '1914/1918'],
  ['January to March 2026', '2026-01/2026-03'],
  ['between 12 and 14 Feb 2026', '[2026-02-12..2026-02-14]'],
  ['some time between 2019 and 2021', '[2019..2021]'],
  ['12, 13 or 15 February 2026', '[2026-02-12,2026-02-13,2026-02-15]'],
  ['either 2019 or 2020', '[2019,2020]'],
  ['12 and 13 Feb', null],
  ['circa 2019', '2019~'],
  ['c. 1920', '1920~'],
  ['c1920', '1920~'],
  ['~2019', '2019~'],
  ['2019?', '2019?'],
  ['probably 13 Feb 2026', '2026-02-13?'],
  ['possibly about March 2024', '2024-03%'],
  ['summer 2025', '2025-22'],
  ['Fall 2019', '2019-23'],
  ['spring of 2021', '2021-21'],
  ['winter 2025-26', '2025-24'],
  ['the 1820s', '182X'],
  ["the 1980's", '198X'],
  ['the 1800s', null],
  ['the nineties', null],
  ['the 20s', null],
  ['the 19th century', '18XX'],
  ['early 2025', '2025-01~/2025-04~'],
  ['mid-2020', '2020-05~/2020-08~'],
  ['late March 2025', '2025-03-21~/2025-03-31~'],
  ['the end of 2019', '2019-09~/2019-12~'],
  ['beginning of March 2024', '2024-03-01~/2024-03-10~'],
  ['early 1980s', '[1980..1983]'],
  ['yesterday', '2026-02-15'],
  ['two days ago', '2026-02-14'],
  ['a week ago', '2026-02-09~'],
  ['three months ago', '2025-11~'],
  ['two years ago', '2024~'],
  ['a few weeks ago', null],
  ['last month', '2026-01'],
  ['last year', '2025'],
  ['last week', null],
  ['next Thursday', null],
  ['in March', '2025-03'],
  ['2026-02-13 5pm', '2026-02-13', '17:00'],
  ['13 Feb 2026 at 17:30', '2026-02-13', '17:30'],
  ['Feb. 13, 2026, 5 p.m.', '2026-02-13', '17:00'],
  ['noon on 13 Feb 2026', '2026-02-13', '12:00'],
  ['12 am 13 Feb 2026', '2026-02-13', '00:00'],
  ['2026-02-13T17:30', '2026-02-13', '17:30'],
  ['2026-02-13T17:30:00Z', null],
  ['13 Feb 2026, 5-7 pm', null],
  ['13 Feb 2026 at 25:00', null],
  ['midnight 13 Feb 2026', null],
  ['February 2026 at 5pm', null],
  ['02/03/2026', null],
  ['13/02/2026', '2026-02-13'],
  ['02/13/2026', '2026-02-13'],
  ['13.02.2026', '2026-02-13'],
  ['11/2025', '2025-11'],
  ['13-Feb-2026', '2026-02-13'],
  ['20200531', '2020-05-31'],
  ['13/02/26', null],
  ['30 Feb 2026', null],
  ['29 Feb 2025', null],
  ['31 June 2020', null],
  ['year 0', null],
  ['44 BC', null],
  ['10000', null],
  ['soon', null],
  ['13', null],
  ['Febuary 2026', '2026-02'],
  ['last night', null],
]

const crowds: [text: string, bounds: [low: number | null, high: number | null] | null][] = [
  ['100', [100, 100]],
  ['27.0', [27, 27]],
  ['2000', [2000, 2000]],
  ['1,500', [1500, 1500]],
  ['12 000', [12_000, 12_000]],
  ['75-100', [75, 100]],
  ['75 to 100', [75, 100]],
  ['between 75 and 100 people', [75, 100]],
  ['8,000–10,000', [8000, 10_000]],
  ['5 to 6 thousand', [5000, 6000]],
  ['1-2k', [1000, 2000]],
  ['2-300', null],
  ['100-75', null],
  ['~1,500', [1500, 1500]],
  ['about 200', [200, 200]],
  ['Around 30 drivers', [30, 30]],
  ['Some 20 people', [20, 20]],
  ['about 300 employees', [300, 300]],
  ['more than 500', [500, null]],
  ['More than 4,400 people', [4400, null]],
  ['more than 100,000 workers', [100_000, null]],
  ['over 50,000 signatures', null],
  ['Over two hundred', [200, null]],
  ['Over one thousand Amazon workers', [1000, null]],
  ['Over a hundred Amazon workers', [100, null]],
  ['At least 700 workers', [700, null]],
  ['500+', [500, null]],
  ['100 or more', [100, null]],
  ['fewer than 50', [null, 50]],
  ['fewer than 15 employees', [null, 15]],
  ['up to 300', [null, 300]],
  ['Nearly one hundred Didi drivers', [null, 100]],
  ['Nearly five thousand', [null, 5000]],
  ['Nearly a thousand Apple employees', [null, 1000]],
  ['hundreds', [200, null]],
  ['Hundreds of Microsoft employees', [200, null]],
  ['Hundreds of Uber and Lyft drivers', [200, null]],
  ['Hundreds of thousand', [200_000, null]],
  ['thousands of employees', [2000, null]],
  ['dozens of tech workers', [24, null]],
  ['tens of thousands', [20_000, null]],
  ['a few hundred', [200, null]],
  ['Several hundred Amazon workers', [200, null]],
  ['Several dozen Former Amazon workers', [24, null]],
  ['several engineers', [2, null]],
  ['a handful of employees', [2, null]],
  ['1.5k', [1500, 1500]],
  ['2 million', [2_000_000, 2_000_000]],
  ['half a million', [500_000, 500_000]],
  ['twelve', [12, 12]],
  ['two hundred and fifty', [250, 250]],
  ['two dozen', [24, 24]],
  ['', [null, null]],
  ['unknown', [null, null]],
  ['a large crowd', [null, null]],
  ['0', [0, 0]],
  ['2.000', null],
  ['1,5', null],
  ['None', null],
  ['-5', null],
  ['20 percent of workers', null],
  ['300 workers and 20 students', null],
  ['everyone', null],
]

const count = { understood: 0, refused: 0, wrong: 0 }

/** Counts one answer and gives it back for comparison. */
function counted<T>(answer: T | null, wanted: T | null): T | null {
  if (JSON.stringify(answer) !== JSON.stringify(wanted)) count.wrong += 1
  else if (answer === null) count.refused += 1
  else count.understood += 1
  return answer
}

describe('dates as people write them', () => {
  it.each(dates)('%s', (text, edtf, time) => {
    const parsed = parseDateWords(text, { today })
    const answer = counted(
      parsed.ok ? [parsed.edtf, parsed.time] : null,
      edtf && [edtf, time ?? null],
    )
    expect(answer).toEqual(edtf && [edtf, time ?? null])
    if (!parsed.ok) expect(parsed.message).toMatch(/\.$/)
  })
})

describe('crowds as people write them', () => {
  it.each(crowds)('%s', (text, bounds) => {
    const parsed = parseCrowd(text)
    const understood = parsed.ok && parsed.note === undefined
    const answer = counted(understood ? [parsed.low, parsed.high] : null, bounds)
    expect(answer).toEqual(bounds)
    if (parsed.ok) expect(parsed.words).toBe(text)
    else expect(parsed.message).toMatch(/\.$/)
  })
})

afterAll(() => {
  const { understood, refused, wrong } = count
  console.info(
    `Expressions: ${understood} understood, ${refused} refused with words, ${wrong} wrong`,
  )
})
