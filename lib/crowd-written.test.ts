import { describe, expect, it } from 'vitest'
import { parseCrowd } from './crowd'

/** Sizes as they stand in reports and tables, by kind: low and high, `~` where inexact, `..` for no number, `ask`. */
const written: Record<string, [text: string, means: string][]> = {
  'words around a number': [
    ['attended by 300', '300..300'],
    ['total: 15', '15..15'],
    ['exceeding 200', '200..'],
    ['just short of 200', '..200'],
    ['numbering in the hundreds', '200..'],
    ['a crowd numbering in the thousands', '2000..'],
    ['50 to as many as 100', '50..100'],
  ],
  'inexact numbers': [
    ['≈300', '300..300~'],
    ['300 approx', '300..300~'],
    ['300 (est.)', '300..300~'],
    ['300 (approx.)', '300..300~'],
    ['an estimated crowd of 3,000', '3000..3000~'],
    ['a crowd estimated at 3,000', '3000..3000~'],
  ],
  'what is said behind the noun': [
    ['40 people or more', '40..'],
    ['40 people or so', '40..40~'],
    ['40 striking workers at most', '..40'],
    ['40 trucks or more', '..'],
  ],
  'marks of notes': [
    ['300²', '300..300'],
    ['about 1,500¹ people', '1500..1500~'],
  ],
  'a number before the gathering': [
    ['picket line of about 30', '30..30~'],
    ['a 200-strong crowd', '200..200'],
    ['200-person rally', '200..200'],
    ['a 12-hour rally', '..'],
    ['a 40-store strike', '..'],
  ],
  'numbers of other things': [
    ['300 workers at 12 stores', '300..300'],
    ['12 workers at 300 stores', '12..12'],
    ['300 members of Local 12', '300..300'],
    ['members of Local 12', '..'],
    ['12 students and 3 teachers', '..'],
    ['100 people and 20 dogs', '..'],
  ],
  units: [
    ['1,000s', '2000..'],
    ['600 hundred', '..'],
    ['20 hundred', '2000..2000'],
    ['a few hundred thousand', '200000..'],
    ['10,000s of people', '20000..'],
    ['1.5M', '1500000..1500000'],
    ['200m', '..'],
    ['1.5 mil', 'ask'],
    ['5 mil personas', '5000..5000'],
    ['a dozen or two', '12..24'],
    ['a thousand or two', '1000..2000'],
    ['1,200명', '1200..1200'],
  ],
}

describe.each(Object.entries(written))('%s', (_kind, rows) => {
  it.each(rows)('%s', (text, means) => {
    const read = parseCrowd(text)
    const found = read.ok ? `${read.low ?? ''}..${read.high ?? ''}${read.about ? '~' : ''}` : 'ask'
    expect(found).toBe(means)
  })
})
