import { randomBytes } from 'node:crypto'
import { writeXlsx, type CellValue } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { sheetClose, sheetOpen, sheetRow, workbookParts } from '@/lib/formats/sheet-xml'
import { zipped as archiveOf } from '../testing/zip'
import { readWorkbook } from './read-workbook'

const zipped = (parts: Record<string, string>) =>
  archiveOf(new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])))

/** A workbook around the rows of a sheet as they stand in its file. */
const workbook = (rows: string) =>
  zipped({
    ...workbookParts,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  })

const ods = (rows: string) =>
  zipped({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml':
      '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>' +
      `<table:table table:name="Actions">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
  })

const read = async (bytes: Uint8Array, sheet?: string) => {
  const { columns, rows, shape } = await readWorkbook(bytes, sheet)
  return { columns, cells: rows.map(({ cells }) => cells), shape }
}

describe('a workbook', () => {
  const day = (text: string) => new Date(`${text}Z`)
  const rows: CellValue[][] = [
    ['Actions of 2026', null],
    ['Date', 'Start', 'Zip', 'Share', 'What', 'Sum'],
    [day('2026-02-13T00:00'), 0.5, 1234, 0.45, 'Rally', null],
    [day('2026-02-14T17:30'), 0.75, 98101, 1, '=1+1', 0.1 + 0.2],
  ]
  const cells = new Map([
    ['2,1', { value: 0.5, style: { numFmt: 'h:mm' } }],
    ['3,1', { value: 0.75, style: { numFmt: 'h:mm' } }],
    ['2,2', { value: 1234, style: { numFmt: '00000' } }],
    ['2,3', { value: 0.45, style: { numFmt: '0%' } }],
    ['2,4', { value: 'Rally', hyperlink: { target: 'https://news.example.org/1' } }],
    ['2,5', { value: 3, formula: '1+2', formulaResult: 3 }],
  ])
  const sheets = [
    { name: 'Notes', rows: [] },
    { name: 'Actions', rows, cells },
    { name: 'More', rows: [['Date'], ['2026']] },
  ]

  it('is read as people read it: days, times, percentages, zeros, and what formulas gave', async () => {
    const { columns, cells: texts, shape } = await read(await writeXlsx({ sheets }))
    expect(columns).toEqual(['Date', 'Start', 'Zip', 'Share', 'What', 'Sum', 'What (address)'])
    expect(texts).toEqual([
      ['2026-02-13', '12:00', '01234', '45%', 'Rally', '3', 'https://news.example.org/1'],
      ['2026-02-14 17:30', '18:00', '98101', '1', '=1+1', '0.3', ''],
    ])
    expect(shape).toMatchObject({ sheet: 'Actions', sheets: ['Notes', 'Actions', 'More'] })
  })

  it('has sheets that are chosen by name', async () => {
    const bytes = await writeXlsx({ sheets })
    expect((await read(bytes, 'More')).cells).toEqual([['2026']])
    await expect(read(bytes, 'Nothing')).rejects.toThrow('no sheet “Nothing”')
    await expect(read(bytes, 'Notes')).rejects.toThrow('is empty')
  })

  it('of OpenDocument is read as it is shown', async () => {
    const cell = (type: string, value: string, text: string) =>
      `<table:table-cell office:value-type="${type}" ${value}><text:p>${text}</text:p></table:table-cell>`
    const text = (words: string) => cell('string', '', words)
    const bytes = await ods(
      `<table:table-row>${['Date', 'Time', 'What', 'Size'].map(text).join('')}</table:table-row>` +
        `<table:table-row>${cell('date', 'office:date-value="2026-03-02"', '02.03.2026')}${cell('time', 'office:time-value="PT17H30M00S"', '17:30')}${text('A &amp; B')}${cell('float', 'office:value="1200"', '1,200')}</table:table-row>` +
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    )
    expect(await read(bytes)).toMatchObject({
      columns: ['Date', 'Time', 'What', 'Size'],
      cells: [['2026-03-02', '17:30', 'A & B', '1200']],
    })
  })

  it('has no entities that grow', async () => {
    const text = '<c t="inlineStr"><is><t>&b;</t></is></c>'
    const bytes = await workbook(
      `<!DOCTYPE a [<!ENTITY b "bbbb">]><row>${text}</row><row>${text}</row>`,
    )
    expect((await read(bytes)).cells).toEqual([['&b;']])
  })

  it.each<[string, () => Promise<Buffer>, RegExp]>([
    ['that says to hold 4 GB', () => lying(4_000_000_000), /more than 100 MB/],
    ['that holds 120 MB and says so', () => workbook(' '.repeat(120_000_000)), /more than 100 MB/],
    ['that says to hold less than it does', () => lying(10), /damaged/],
    [
      'with a cell of 50 MB',
      () => workbook(`<row><c t="inlineStr"><is><t>${'a'.repeat(50_000_000)}</t></is></c></row>`),
      /more than a million characters/,
    ],
    [
      'with a million columns',
      () => workbook(`<row>${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`),
      /columns|cannot be read/,
    ],
    [
      'with two cells at the ends of the largest sheet',
      () =>
        workbook(
          '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        ),
      /columns|rows|cannot be read/,
    ],
    [
      'of OpenDocument with a row repeated a million times',
      () =>
        ods(
          '<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" table:number-columns-repeated="900"><text:p>a</text:p></table:table-cell></table:table-row>',
        ),
      /rows|columns|large|cannot be read/,
    ],
    ['cut in the middle', async () => (await workbook('<row/>')).subarray(0, 500), /damaged/],
    [
      'of noise',
      () => Promise.resolve(Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(5_000)])),
      /damaged/,
    ],
    [
      'with six thousand sheets',
      () => {
        const sheet = (_: unknown, n: number) =>
          `<sheet name="S${n}" sheetId="${n + 1}" r:id="rId1"/>`
        const name = 'xl/workbook.xml'
        const sheets = Array.from({ length: 6_000 }, sheet).join('')
        const book = (workbookParts[name] ?? '').replace(/<sheet .*?\/>/, sheets)
        return zipped({
          ...{ ...workbookParts, [name]: book },
          'xl/worksheets/sheet1.xml': `${sheetOpen(['Date'])}${sheetRow(['2026'])}${sheetClose}`,
        })
      },
      /too large or too intricate/,
    ],
    ['that is another archive', () => zipped({ 'a.txt': 'a' }), /an archive, not a workbook/],
  ])('%s is refused in a sentence', async (_name, bytes, sentence) => {
    await expect(read(await bytes())).rejects.toThrow(sentence)
  })
})

/** A workbook whose directory gives its sheet another size than it has. */
async function lying(size: number): Promise<Buffer> {
  const bytes = await workbook('<row/>'.repeat(100_000))
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  for (
    let at = bytes.indexOf('PK\u0001\u0002');
    at !== -1;
    at = bytes.indexOf('PK\u0001\u0002', at + 4)
  )
    if (bytes.subarray(at + 46, at + 46 + name.length).equals(name))
      bytes.writeUInt32LE(size, at + 24)
  return bytes
}
