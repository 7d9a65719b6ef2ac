import { expect, it } from 'vitest'
import { columnsTo, type Mapping } from './mapping'
import { REASON } from './give-back'
import { propose } from './propose'
import { check, good, HABITS, tableOf } from './rows-test-support'

const lines = (...properties: string[]) =>
  ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...properties, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n')
const event = (...properties: string[]) => {
  const calendar = check(lines('SUMMARY:Picket', 'CATEGORIES:Picket', ...properties), {
    columns: columnsTo(
      ...([
        ['Start', 'date'],
        ['End', 'endDate'],
        ['Summary', 'title'],
        ['Description', 'summary'],
      ] as const),
    ),
    constants: { kind: 'strike' },
  })
  return good(calendar[0]).input
}

it('takes what ends in the small hours for one day', () => {
  expect(event('DTSTART:20260214T220000', 'DTEND:20260215T020000')).toMatchObject({
    ...{ date: { edtf: '2026-02-14', time: '22:00' }, endTime: '02:00' },
  })
  expect(event('DTSTART:20260214T220000', 'DTEND:20260216T020000').date.edtf).toBe(
    '2026-02-14/2026-02-16',
  )
})

it('keeps the midnight of a calendar, whose days have no hour', () => {
  expect(event('DTSTART:20260214T000000').date).toMatchObject({ edtf: '2026-02-14', time: '00:00' })
  expect(event('DTSTART;VALUE=DATE:20260214').date.time).toBeNull()
})

it('keeps the text of a calendar whose lines are not indented', () => {
  const { summary } = event('DTSTART:20260214', 'DESCRIPTION:Bring water', 'and warm clothes')
  expect(summary).toContain('Bring water\nand warm clothes')
})

const mapping = (columns: Mapping['columns']) => ({
  columns: { ...columnsTo(['Date', 'date'], ['Title', 'title']), ...columns },
})
const row = (names: string, cells: string, columns: Mapping['columns'], kind = true) =>
  good(
    check(`Date,Title,${names}\n2026-02-14,At the gate,${cells}`, {
      ...mapping(columns),
      constants: kind ? { kind: 'rally' } : {},
    })[0],
  ).input

it('takes a second kind of action, and tells the words that no field says', () => {
  const kinds = columnsTo(['Kind', 'kind'])
  const also = (cells: string) => {
    const { kind, alsoKind, summary } = row('Kind', cells, kinds, false)
    return { kind, alsoKind, summary }
  }
  expect(also('"Strike, march"')).toEqual({ kind: 'strike', alsoKind: 'march', summary: '' })
  expect(also('"Strike, drumming"')).toEqual({
    ...{ kind: 'strike', alsoKind: null, summary: 'Kind: Strike, drumming' },
  })
})

it('takes one bound of a crowd for no exact number', () => {
  const bounds = columnsTo(['min', 'crowdLow'], ['max', 'crowdHigh'])
  expect(row('min,max', '200,', bounds).crowd).toMatchObject({ low: 200, high: null })
  expect(row('min,max', ',200', bounds).crowd).toMatchObject({ low: null, high: 200 })
})

it('tells the other half of a coordinate that cannot be read', () => {
  const halves = columnsTo(
    ['lat', 'latitude', { unclear: 'words' }],
    ['lon', 'longitude', { unclear: 'words' }],
  )
  expect(row('lat,lon', 'near 47,-122.33', halves)).toMatchObject({
    ...{ latitude: null, longitude: null, summary: 'lat: near 47\nlon: -122.33' },
  })
})

it('reads a place and the other places of our own table as they were', () => {
  const text =
    'id,date,first_day,last_day,lane,kind,also_kind,title,sentence,place,other_places\n' +
    '1,2026-02-14,2026-02-14,2026-02-14,action,strike,march,A,B,City Hall; north side,Pier 4\n'
  expect(good(check(text)[0]).input).toMatchObject({
    ...{ place: 'City Hall; north side', otherPlaces: 'Pier 4' },
    ...{ kind: 'strike', alsoKind: 'march' },
  })
})

it('keeps the other places of a column beside those of a list', () => {
  const places = columnsTo(['Place', 'place'], ['More', 'otherPlaces'])
  expect(row('Place,More', 'Toledo; Akron,Kent', places)).toMatchObject({
    ...{ place: 'Toledo', otherPlaces: 'Akron\nKent' },
  })
})

it('tells what stands above the header of a table', () => {
  const { leftOut, rows } = tableOf('Our strikes\n\nDate,Title\n2026-02-14,A\n2026-02-15,B\n')
  expect(rows).toHaveLength(2)
  expect(leftOut).toEqual([{ number: 1, reason: 'It stands above the header: “Our strikes”.' }])
})

it('names the lists of JSON that are not read', () => {
  const text = '{"events":[{"a":1},{"a":2}],"people":[{"b":3}],"note":"x"}'
  expect(tableOf(text).unread).toEqual(['people (a list of 1)'])
})

it('keeps all digits of a number in JSON', () => {
  const [row] = tableOf('[{"id":12345678901234567890,"a":"7 12345678901234567890","b":-1.5}]').rows
  expect(row?.cells).toEqual(['12345678901234567890', '7 12345678901234567890', '-1.5'])
})

it('leaves out why a row was given back when it is sent again', () => {
  const table = tableOf(`Date,Title,${REASON}\n2026-02-14,A,No date.\n`)
  expect(propose(table, HABITS).mapping.columns[REASON]).toEqual({ to: 'nothing' })
})
