import 'server-only'
import { dateHabitsOf } from '@/lib/dates/habits'
import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import { seriesOf } from '@/lib/imports/editions'
import { orderIn, type OrderInFile } from '@/lib/imports/day-order'
import { formatNamed, type FormatName } from '@/lib/imports/formats'
import type { Mapping } from '@/lib/imports/mapping'
import { planFor } from '@/lib/imports/plan'
import { propose } from '@/lib/imports/propose'
import { readTable, requireLength, type ReadFile, type Reading } from '@/lib/imports/read-table'
import type { Plan } from '@/lib/imports/row-cells'
import { UnreadableFile } from '@/lib/imports/table'
import { isArchive, isOldWorkbook } from '@/lib/imports/workbook-table'
import type { Campaign } from '../campaigns/dto'
import { AppError } from '../errors'
import { readWorkbook } from './read-workbook'

/** What cells are called that came without a file. */
export const PASTED = 'Pasted cells'

/** A file to import, with what somebody said of it. */
export type GivenFile = {
  name: string
  bytes: Uint8Array
  reading?: Reading | undefined
  format?: FormatName | undefined
  mapping?: Mapping | undefined
}

/** A file that was read, with what its columns become. */
export type Prepared = ReadFile & {
  name: string
  /** The known format that it is in, or null. */
  format: FormatName | null
  mapping: Mapping
  plan: Plan
  /** What its dates say of the order of day and month. */
  order: OrderInFile
}

/**
 * Reads a file and says what its columns become: by the mapping or the format that was named, else
 * as is proposed.
 *
 * @param now by which dates without a year are read.
 * @throws AppError `invalid` with a sentence that says why it cannot be read.
 */
export async function prepareImport(
  campaign: Pick<Campaign, 'timeZone' | 'dayOrder' | 'weekStart'>,
  { name, bytes, reading, format, mapping: given }: GivenFile,
  now = new Date(),
): Promise<Prepared> {
  const today = todayIn(campaign.timeZone, now)
  const habits = dateHabitsOf(campaign, today)
  let read = await readOrRefuse(bytes, campaign.timeZone, reading)
  const proposed = propose(read.table, habits)
  // Our own file has its dates in EDTF.
  if ((format ?? proposed.format) === 'throughline') habits.isEdtf = true
  const mapping = given ?? (format ? formatNamed(format).mapping : proposed.mapping)
  // An entry without coordinates has its hours by the campaign's clocks.
  if (read.table.shape.type === 'icalendar' && !keepsCoordinates(mapping))
    read = await readOrRefuse(bytes, campaign.timeZone, { ...reading, clocksOfPlaces: false })
  const order = orderIn(read.table, mapping)
  // What the dates of a file decide is so whatever was chosen for another file with these columns.
  const dayOrder =
    order.decided === null || order.decided === 'ask' ? mapping.dayOrder : order.decided
  const settled: Mapping = dayOrder ? { ...mapping, dayOrder } : mapping
  const source = `${name}, imported ${dateInWords(today, { weekday: false })}`
  return {
    ...{ ...read, name, order, mapping: settled, format: format ?? proposed.format },
    plan: planFor(read.table, settled, habits, source.slice(0, 500)),
  }
}

/** What makes a file an edition of the same as others. */
export function seriesOfFile({ name, format }: Pick<Prepared, 'name' | 'format'>): string {
  return seriesOf(name, format, PASTED)
}

function keepsCoordinates({ columns }: Mapping): boolean {
  return Object.values(columns).some(({ to }) => to === 'latLon')
}

async function readOrRefuse(
  bytes: Uint8Array,
  zone: string,
  reading: Reading | undefined,
): Promise<ReadFile> {
  try {
    requireLength(bytes)
    if (isOldWorkbook(bytes))
      throw new UnreadableFile(
        'This workbook has a password, or is from before 2007. Save it as .xlsx without one, then try again.',
      )
    if (!isArchive(bytes)) return readTable(bytes, zone, reading)
    const table = await readWorkbook(bytes, reading?.sheet)
    if (table.rows.length === 0) throw new UnreadableFile('This sheet has no rows.')
    return { table, encoding: 'utf-8', sure: true }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    throw new AppError('invalid', error.message, ['file'])
  }
}
