import 'server-only'
import { z } from 'zod'
import { UnreadableFile, type Table } from '@/lib/imports/table'
import { workbookTable, type Workbook } from '@/lib/imports/workbook-table'
import { AppError } from '../errors'
import { runProgram, NoAnswer } from '../own-process'
import { Turns } from '../turns'

const PROGRAM = {
  ...{ name: 'read-workbook', clockMs: 30_000, memoryMb: 1_024 },
  longest: 200_000_000,
}
const turns = new Turns({ atOnce: 1, waiting: 10 })

const MOST_SHEETS = 5_000
const cells = z.array(z.string()).max(3_000)
const answerSchema = z.discriminatedUnion('ok', [
  z.object({
    ...{ ok: z.literal(true), sheet: z.string(), sheets: z.array(z.string()).max(MOST_SHEETS) },
    ...{ rows: z.array(cells).max(300_000), links: z.array(z.number()).max(1_000) },
  }),
  z.object({ ok: z.literal(false), sentence: z.string() }),
])

/**
 * Reads a sheet of a workbook (XLSX or ODS) as a table, in a process of its own. Formulas are not
 * calculated: what they gave when the workbook was saved is read.
 *
 * @param sheet its name; left out for the first that has rows.
 * @throws UnreadableFile in words for what cannot be read, AppError `unavailable` where many wait.
 */
export async function readWorkbook(bytes: Uint8Array, sheet: string | undefined): Promise<Table> {
  const said = await turns.take(() => ask(bytes, sheet ?? null))
  if (said === null)
    throw new AppError('unavailable', 'Too many workbooks are being read. Try again in a moment.')
  return tableSaid(JSON.parse(said))
}

/**
 * The table in what the reading process says.
 *
 * @throws UnreadableFile in words where there is none.
 */
export function tableSaid(said: unknown): Table {
  const { success, data: answer } = answerSchema.safeParse(said)
  if (!success) throw tooMuch()
  if (!answer.ok) throw new UnreadableFile(answer.sentence)
  return workbookTable(answer satisfies Workbook)
}

function tooMuch(): UnreadableFile {
  return new UnreadableFile(
    'This workbook is too large or too intricate to be read here. Save the one sheet as CSV, then import that.',
  )
}

async function ask(bytes: Uint8Array, sheet: string | null): Promise<string> {
  try {
    return await runProgram(PROGRAM, { sheet }, bytes)
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    throw tooMuch()
  }
}
