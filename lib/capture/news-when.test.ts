import { describe, expect, it } from 'vitest'
import { read, readAbroad } from './news.test-support'
import type { CaptureLanguage } from './types'

const dates = (text: string, language?: CaptureLanguage) =>
  (language ? readAbroad(text, language) : read(text)).dates.map(({ value }) => value.edtf)
const crowds = (text: string, language?: CaptureLanguage) =>
  (language ? readAbroad(text, language) : read(text)).crowds.map(({ value }) => [
    value.low,
    value.high,
  ])

describe('a date', () => {
  it.each([
    ['The deadline for proposals is 2 January.', '2027-01-02'],
    ['The claim is listed for a hearing in Toledo on 5 January.', '2027-01-05'],
    ['She said she would table the petition in February.', '2027-02'],
  ])('lies ahead in "%s"', (text, date) => {
    expect(dates(text)).toEqual([date])
  })

  it.each<[CaptureLanguage, string, string]>([
    ['es', 'El juicio por los despidos se celebrará el 9 de enero en Zaragoza.', '2027-01-09'],
    ['es', 'El gremio convocó a un corte para el lunes 16.', '2026-03-16'],
  ])('lies ahead in %s: "%s"', (language, text, date) => {
    expect(dates(text, language)).toEqual([date])
  })

  it('is reckoned from the day named before, where it says earlier', () => {
    const text = 'Ada Byron was fired on Feb. 24. Eleven days earlier she had sent a petition.'
    expect(dates(text)).toEqual(['2026-02-24', '2026-02-13'])
    expect(dates('Eleven days earlier she had sent a petition.')).toEqual([])
    expect(dates('Eleven days ago she sent a petition.')).toEqual(['2026-02-22'])
  })

  it.each([
    ['The vote ended on Feb. 24, two days earlier than planned.', ['2026-02-24']],
    ['The picket line was established on 3 March 2026.', ['2026-03-03']],
    ['Acme said it would not comment on the walkout on Tuesday.', ['2026-03-03']],
  ])('is no other one than it says: "%s"', (text, expected) => {
    expect(dates(text)).toEqual(expected)
  })

  it('is no number of people behind a weekday', () => {
    expect(dates('El martes 20 trabajadores marcharon.', 'es')).toEqual(['2026-03-03'])
    expect(dates('El martes 50 trabajadores marcharon.', 'es')).toEqual(['2026-03-03'])
  })

  it('does not count the year in which something was founded', () => {
    expect(dates('Founded in 1938, the union is led by its members.')).toEqual([])
  })
})

describe('a crowd', () => {
  it.each([
    ['About 60 workers, many in freezer jackets, watched the count on a phone.', [60, 60]],
    ['Around 45 people, among them three members of staff, stayed inside the library.', [45, 45]],
    ['Police put it at 150, while organisers said there were 320.', [150, 150], [320, 320]],
    ['On 18 July, 90 people formed a human chain around the library.', [90, 90]],
    ['More than 180 housekeepers, cooks and bell attendants picketed the hotel.', [180, null]],
    ['An estimated 350 workers and 200 undergraduates gathered.', [350, 350], [200, 200]],
    ['On August 8, some 150 people brought their own mugs to the park.', [150, 150]],
    ['Police estimate 4,000 marchers. PTWU says 9,000.', [4000, 4000], [9000, 9000]],
    ['In June, 160 drivers at the depot refused for one morning to take buses out.', [160, 160]],
  ])('is counted in "%s"', (text, ...sizes) => {
    expect(crowds(text)).toEqual(sizes)
  })

  it.each<[CaptureLanguage, string, number[][]]>([
    [
      'es',
      'Según la policía, anoche había 200 personas frente al portón; el sindicato habló de 600.',
      [
        [200, 200],
        [600, 600],
      ],
    ],
    [
      'de',
      'Die Polizei sprach von 220 Teilnehmenden, das Bündnis, das sie angemeldet hatte, von 400.',
      [
        [220, 220],
        [400, 400],
      ],
    ],
  ])('is counted in %s: "%s"', (language, text, sizes) => {
    expect(crowds(text, language)).toEqual(sizes)
  })

  it.each([
    'Four unions marched.',
    '14 hotels struck a deal with the union.',
    'How many jobs would go at the rally? Acme said 300, all in Ohio.',
  ])('does not count others: "%s"', (text) => {
    expect(crowds(text)).toEqual([])
  })

  it('does not count those whom the police wrote down', () => {
    const text =
      'Die Polizei sprach von 220 Teilnehmenden, von 30 Personen nahm sie die Personalien auf.'
    expect(crowds(text, 'de')).toEqual([[220, 220]])
  })

  it('does not count those who are sued or who signed', () => {
    expect(crowds('Acme sought an injunction against the union and three of its members.')).toEqual(
      [],
    )
    expect(crowds('Más de 400 empleados piden en una carta abierta que cese.', 'es')).toEqual([])
  })
})
