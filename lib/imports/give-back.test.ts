import { describe, expect, it } from 'vitest'
import { giveBack } from './give-back'
import { readTable } from './read-table'

const tableOf = (text: string) => readTable(new TextEncoder().encode(text), 'UTC').table

describe('rows that are given back', () => {
  it('come in the format that came, with a column of reasons, and run nowhere', () => {
    const table = tableOf('date;title\nnever;"=1+1"\n')
    const [row] = table.rows
    if (!row) throw new Error('There is no row.')
    const file = giveBack(table, [{ row, reasons: ['date: Write it.'] }], 'my sheet.csv')
    expect(file.name).toBe('my sheet - rows to fix.csv')
    expect(file.text).toBe("date;title;Why it was not imported\r\nnever;'=1+1;date: Write it.\r\n")
    expect(tableOf(file.text).rows).toHaveLength(1)
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
    const file = giveBack(table, rows, 'x')
    expect(file.text).toContain('Why it was not imported')
    expect(tableOf(file.text)).toMatchObject({
      shape: { type: table.shape.type },
      rows: table.rows.map(({ number }) => ({ number })),
    })
  })
})
