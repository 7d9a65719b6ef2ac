import { readOds } from 'hucre/ods'
import { readXlsx } from 'hucre/xlsx'
import { inspect, TOO_LARGE, WorkbookRefused } from './inspect'
import { textsOf, type SheetTexts } from './sheets'

/** What the parent asks for: a sheet by its name, or the first that has rows. */
export type WorkbookOrder = { sheet: string | null }
export type WorkbookAnswer =
  ({ ok: true; sheet: string; sheets: string[] } & SheetTexts) | { ok: false; sentence: string }

// As many as a table may have (lib/imports/table.ts), and some for titles above it.
const MOST_COLUMNS = 1_000
const MOST_ROWS = 200_100
const MOST_CELLS = 5_000_000

/** A sheet of a workbook as texts, or a sentence that says why it is not read. */
export async function answerFor(order: WorkbookOrder, bytes: Buffer): Promise<WorkbookAnswer> {
  try {
    return await read(order, bytes)
  } catch (error) {
    const sentence =
      error instanceof WorkbookRefused
        ? error.message
        : 'This workbook cannot be read. Save the sheet as CSV, then import that.'
    return { ok: false, sentence }
  }
}

async function read({ sheet: named }: WorkbookOrder, bytes: Buffer): Promise<WorkbookAnswer> {
  const type = await inspect(bytes)
  const { sheets } = await (type === 'ods'
    ? readOds(bytes, { readStyles: true })
    : readXlsx(bytes, { readStyles: true }))
  const sheet =
    named === null
      ? (sheets.find(({ rows, hidden }) => !hidden && rows.length > 1) ?? sheets[0])
      : sheets.find(({ name }) => name === named)
  if (!sheet)
    throw new WorkbookRefused(
      named === null ? 'This workbook has no sheet.' : `This workbook has no sheet “${named}”.`,
    )
  const columns = sheet.rows.reduce((most, { length }) => Math.max(most, length), 0)
  if (columns > MOST_COLUMNS)
    throw new WorkbookRefused(
      `This sheet has ${columns.toLocaleString('en')} columns. The most that can be read is 1,000.`,
    )
  if (sheet.rows.length > MOST_ROWS)
    throw new WorkbookRefused(
      'This sheet has more than 200,000 rows. Split it, then import the parts.',
    )
  if (columns * sheet.rows.length > MOST_CELLS) throw new WorkbookRefused(TOO_LARGE)
  return {
    ...{ ok: true, sheet: sheet.name, sheets: sheets.map(({ name }) => name) },
    ...textsOf(sheet),
  }
}
