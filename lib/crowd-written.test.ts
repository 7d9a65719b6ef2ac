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
  'locals and codes of places': [
    ['60 UAW Local 2865 members', '60..60'],
    ['about 100 Teamsters Local 25 members', '100..100~'],
    ['8,300 workers at JFK8', '8300..8300'],
    ["150 workers at Amazon's JFK8 warehouse", '150..150'],
    ['100 workers and 20', '..'],
  ],
  'as British and Indian reporters write': [
    ['a shade over 900 strikers', '900..'],
    ['a little under 500 posties', '..500'],
    ['anything up to 500 people', '..500'],
    ['getting on for 1,000 people', '..1000'],
    ['several thousand dockers', '2000..'],
    ['1.8 million public servants', '1800000..1800000'],
    ['over 20 crore workers nationwide', '200000000..'],
    ['70, maybe 80 people', '70..80'],
    ['2,000 people, police said', '2000..2000'],
    ['4,500 employees signed', '4500..4500'],
  ],
  'parts of a unit': [
    ['one and a half million', '1500000..1500000'],
    ['two and a half thousand people', '2500..2500'],
    ['a quarter of a million', '250000..250000'],
    ['three quarters of a million people', '750000..750000'],
    ['1½ million', '1500000..1500000'],
    ['a quarter of the workers', '..'],
    ['two billion people', 'ask'],
  ],
  'more than was counted, at one moment, by somebody': [
    ['12 people, possibly more', '12..'],
    ['12 people (maybe more)', '12..'],
    ['200 and counting', '200..'],
    ['peak of 100', '100..100'],
    ['100 at its height', '100..100'],
    ['organizers said 300', '300..300'],
    ['police estimated about 300', '300..300~'],
    ['300, police said', '300..300'],
    ['police said 100, organizers 300', '..'],
    ['200 according to the unions, 50 according to police', '..'],
    ['at least 100, up to 200', '100..200'],
    ['over 200 and under 300', '200..300'],
    ['south of 200', '..200'],
    ['approaching 1,000', '..1000'],
    ['the 14 workers', '14..14'],
    ['200 online', '200..200'],
  ],
  'small groups': [
    ['a pair of workers', '2..2'],
    ['a trio of nurses', '3..3'],
    ['a pair of boots', '..'],
    ['a small handful', '2..'],
    ['One Medical workers', '..'],
    ['one worker', '1..1'],
  ],
  'other languages': [
    ['einige Dutzend Menschen', '24..'],
    ['quelques centaines de personnes', '200..'],
    ['medio centenar de personas', '50..50~'],
    ['una treintena de trabajadores', '30..30~'],
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
