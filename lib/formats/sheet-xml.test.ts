import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { sheetClose, sheetOpen, sheetRow, workbookParts } from './sheet-xml'

/** The cells of a workbook with this sheet, as another library reads them. */
async function readAgain(sheet: string) {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(workbookParts)) zip.addBuffer(Buffer.from(text), name)
  zip.addBuffer(Buffer.from(sheet), 'xl/worksheets/sheet1.xml')
  zip.end()
  const { sheets } = await readXlsx(await buffer(zip.outputStream))
  return sheets[0] ?? { rows: [], cells: undefined }
}

const sheetOf = ([names = [], ...rows]: string[][]) =>
  `${sheetOpen(names)}${rows.map(sheetRow).join('')}${sheetClose}`

it('gives every text back as it was, and runs none of them', async () => {
  const texts = [
    ...['=1+1', '＝1', '+1', '-2', '@a', '\t=1', "'x", '0012', '1e5', '1.50', '-0', ' a ', 'a\nb'],
    ...['a\r\nb', '<b>&amp;</b>', ']]>', '_x0041_', 'a\u0001b', '2026-02-13', '12345', '3.25'],
  ]
  const { rows, cells } = await readAgain(sheetOf([['Name'], ...texts.map((text) => [text])]))
  expect(rows.slice(1).map(([value]) => String(value))).toEqual(texts)
  expect([...(cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([])
})

it('gives any row back', async () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((one) => !/[\ud800-\udfff]/u.test(one))
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (cells) => {
      const { rows } = await readAgain(sheetOf([['Name'], cells]))
      expect(rows[1]?.map(String)).toEqual(cells)
    }),
    { numRuns: 50 },
  )
})
