import fc from 'fast-check'
import { writeOds } from 'hucre/ods'
import { writeXlsx, type CellValue } from 'hucre/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { damaged } from '@/lib/imports/damage-test-support'
import { UnreadableFile } from '@/lib/imports/table'
import { unzipped, zipped, type Parts } from '../testing/zip'
import { tableSaid } from './read-workbook'
import { answerFor } from './worker/answer'

const rows: CellValue[][] = [
  ['Actions of 2026', null],
  ['Date', 'Start', 'Zip', 'Share', 'What', 'Sum'],
  [new Date('2026-02-13T00:00Z'), 0.5, 1234, 0.45, 'Rally & <march>', true],
  [new Date('2026-02-14T17:30Z'), 0.75, 98101, 1, '=1+1', 0.1 + 0.2],
]
const cells = new Map([
  ['2,1', { value: 0.5, style: { numFmt: 'h:mm' } }],
  ['2,2', { value: 1234, style: { numFmt: '00000' } }],
  ['2,4', { value: 'Rally', hyperlink: { target: 'https://news.example.org/1' } }],
  ['3,5', { value: 3, formula: '1+2', formulaResult: 3 }],
])
const sheets = [
  { name: 'Actions', rows, cells },
  { name: 'More', rows: [['Date'], ['2026']] },
]
const WORDS = [
  ...[
    '<row>',
    '</row>',
    '<c r="ZZ9">',
    '<c t="s"><v>7</v></c>',
    '&amp;',
    '&#0;',
    '&b;',
    '<![CDATA[',
  ],
  ...[' r="A0"', ' s="-1"', ' t="d"', '<!DOCTYPE a [<!ENTITY b "c">]>', '<!--', ']]>', '="', '/>'],
  ...[' table:number-columns-repeated="999"', '<table:table-row>', 'office:value-type="date"'],
  ...['xl/worksheets/sheet1.xml', 'rId1', 'rId9', '../', '<mergeCell ref="A1:ZZ999"/>'],
]

const good = new Map<string, { bytes: Uint8Array; parts: Parts }>()
beforeAll(async () => {
  for (const [name, bytes] of [
    ['XLSX', await writeXlsx({ sheets })],
    ['ODS', await writeOds({ sheets })],
  ] as const)
    good.set(name, { bytes, parts: await unzipped(bytes) })
})

/** One part of the workbook harmed and packed again, or the archive itself. */
function harmed(name: string): fc.Arbitrary<() => Promise<Uint8Array>> {
  const { bytes, parts } = good.get(name) ?? { bytes: new Uint8Array(), parts: new Map() as Parts }
  const inPart = fc
    .constantFrom(...parts.keys())
    .chain((part) =>
      damaged(parts.get(part) ?? new Uint8Array(), WORDS).map(
        (changed) => () => zipped(new Map([...parts, [part, changed]])),
      ),
    )
  const whole = damaged(bytes, WORDS).map((changed) => () => Promise.resolve(changed))
  return fc.oneof({ weight: 3, arbitrary: inPart }, { weight: 1, arbitrary: whole })
}

describe.each(['XLSX', 'ODS'])('a damaged workbook of %s', (name) => {
  it('is read or refused in a sentence, soon', async () => {
    await fc.assert(
      fc.asyncProperty(harmed(name), fc.constantFrom(null, 'More', 'None'), async (pack, sheet) => {
        const bytes = Buffer.from(await pack())
        const before = process.cpuUsage()
        const answer = await answerFor({ sheet }, bytes)
        const { user } = process.cpuUsage(before)
        expect(user / 1_000).toBeLessThan(2_000)
        // As it comes out of the process that reads.
        const said: unknown = JSON.parse(JSON.stringify(answer))
        try {
          for (const row of tableSaid(said).rows) expect(row.cells.length).toBeGreaterThan(0)
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFile)
          expect((error as Error).message).toMatch(/^[A-Z“].*\.$/)
        }
      }),
      { numRuns: 200 },
    )
  })
})
