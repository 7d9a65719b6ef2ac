import { describe, expect, it } from 'vitest'
import { giveBack } from './give-back'
import { readTable } from './read-table'

const tableOf = (text: string) => readTable(new TextEncoder().encode(text), 'UTC').table

/** What is given back as text, which all formats are but workbooks. */
function textFile(...given: Parameters<typeof giveBack>) {
  const file = giveBack(...given)
  if (!('text' in file)) throw new Error('This is a sheet.')
  return file
}

describe('rows that are given back', () => {
  it('come in the format that came, with a column of reasons, and run nowhere', () => {
    const table = tableOf('date;title\nnever;"=1+1"\n')
    const [row] = table.rows
    if (!row) throw new Error('There is no row.')
    const file = textFile(table, [{ row, reasons: ['date: Write it.'] }], 'my sheet.csv')
    expect(file.name).toBe('my sheet - rows to fix.csv')
    expect(file.text).toBe("date;title;Why it was not imported\r\nnever;'=1+1;date: Write it.\r\n")
    expect(tableOf(file.text).rows.map(({ cells }) => cells)).toEqual([
      ['never', '=1+1', 'date: Write it.'],
    ])
  })

  it('keep apostrophes of their own, under names that look like formulas too', () => {
    const table = tableOf("@who,when,\"'=what\",'why\n'=1+1,=1+1,''90s,'90s\n',''=1,-,-7\n")
    const rows = table.rows.map((row) => ({ row, reasons: ['No.'] }))
    const { text } = textFile(table, rows, 'x.csv')
    for (const line of text.split('\r\n')) expect(line).not.toMatch(/(?:^|,)"?[=+@]/)
    const again = tableOf(text)
    expect(again.columns.slice(0, -1)).toEqual(table.columns)
    expect(again.rows.map(({ cells }) => cells.slice(0, -1))).toEqual(
      table.rows.map(({ cells }) => cells),
    )
  })

  it('keep an apostrophe that somebody wrote into them', () => {
    const { rows } = tableOf("title,Why it was not imported\n'90s night,No.\n'Tis time,No.\n")
    expect(rows.map(({ cells }) => cells[0])).toEqual(["'90s night", "'Tis time"])
  })

  it.each([
    ['JSON', '[{"date":"never","n":{"a":1}}]'],
    [
      'GeoJSON',
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"date":"x"}}]}',
    ],
    ['TimelineJS', '{"events":[{"start_date":{"year":"-5"},"text":{"headline":"A"}}]}'],
    [
      'calendars',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261399\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR',
    ],
  ])('are read again: %s', (_name, text) => {
    const table = tableOf(text)
    const rows = table.rows.map((row) => ({ row, reasons: ['Why; not'] }))
    const file = textFile(table, rows, 'x')
    expect(file.text).toContain('Why it was not imported')
    expect(tableOf(file.text)).toMatchObject({
      shape: { type: table.shape.type },
      rows: table.rows.map(({ number }) => ({ number })),
    })
  })

  it('keep the zones by which a calendar says its hours', () => {
    const table = tableOf(
      [
        ...['BEGIN:VCALENDAR', 'BEGIN:VTIMEZONE', 'TZID:Ours', 'X-LIC-LOCATION:Europe/Paris'],
        ...['BEGIN:STANDARD', 'DTSTART:19701025T030000', 'END:STANDARD', 'END:VTIMEZONE'],
        ...['BEGIN:VEVENT', 'UID:1', 'SUMMARY:A', 'DTSTART;TZID=Ours:20260213T180000'],
        ...['END:VEVENT', 'END:VCALENDAR'],
      ].join('\n'),
    )
    const rows = table.rows.map((row) => ({ row, reasons: ['No.'] }))
    const again = tableOf(textFile(table, rows, 'x.ics').text)
    expect(table.rows[0]?.cells[0]).toBe('2026-02-13 17:00')
    expect(again.rows.map(({ cells, refused }) => ({ cells, refused }))).toEqual(
      table.rows.map(({ cells, refused }) => ({ cells, refused })),
    )
  })

  it('are rows of a sheet where a workbook came', () => {
    const shape = { type: 'workbook' as const, sheet: 'A', sheets: ['A'], above: [] }
    const table = { ...tableOf('date,title\nnever,=1+1\n'), shape }
    const rows = table.rows.map((row) => ({ row, reasons: ['date: Write it.'] }))
    expect(giveBack(table, rows, 'sheet.xlsx')).toEqual({
      name: 'sheet - rows to fix.xlsx',
      rows: [
        ['date', 'title', 'Why it was not imported'],
        ['never', '=1+1', 'date: Write it.'],
      ],
    })
  })
})
