import 'server-only'
import { formatNamed } from '@/lib/imports/formats'
import { sheetClose, sheetOpen, sheetRow, WORKBOOK_TYPE } from '@/lib/formats/sheet-xml'
import { giveBack } from '@/lib/imports/give-back'
import type { EditedField } from '@/lib/imports/editions'
import type { LookAlike } from '@/lib/forms/state'
import { packedWorkbook } from '../exports/packed-workbook'
import type { Checked } from './check'
import type { Prepared } from './prepare'

/** What an import makes of a file, for people and machines alike. */
export type Report = {
  file: string
  format: string | null
  rows: number
  /** Rows that become entries. */
  made: number
  /** Rows that become a further source of an entry that is there, and what else they say, which it does not get. */
  joined: { row: number; title: string; entry: string; left: EditedField[] }[]
  /** Rows that change the entry that an older edition of the file made, and what they change and leave. */
  updated: {
    row: number
    title: string
    entry: string
    taken: EditedField[]
    left: EditedField[]
  }[]
  /** The same, where nothing is changed. */
  stayed: Report['updated']
  /** Entries of older editions that are not in this one. */
  gone: { id: string; title: string }[]
  /** Rows that are entries already. */
  same: { row: number; entry: string }[]
  /** Rows that look like existing entries. */
  alike: { row: number; title: string; entries: LookAlike[] }[]
  skipped: { row: number; reason: string }[]
  refused: { row: number; column: string; value: string; sentence: string }[]
  /** How many rows are refused; one may be for several reasons. */
  refusedRows: number
  /** Columns whose words went into the summary because their field did not understand them. */
  keptAsWords: { column: string; rows: number }[]
  /** Rows of which something is to be known, such as what of a line became their place. */
  notes: { row: number; note: string }[]
  /** Columns of which nothing is kept, and why the format leaves them out. */
  leftOut: { columns: string[]; note: string }
}

/** Puts together what a check found. */
export function reportOf(prepared: Prepared, checked: Checked): Report {
  const { name, format, table, mapping } = prepared
  const { good, joined, updated, stayed, gone, alike, same, skipped, refused } = checked
  const kept = new Map<string, number>()
  for (const { kept: columns } of [...good, ...joined, ...updated, ...alike])
    for (const column of columns) kept.set(column, (kept.get(column) ?? 0) + 1)
  const leftOut = table.columns.filter((column) => {
    const to = mapping.columns[column]?.to ?? 'nothing'
    return to === 'nothing'
  })
  return {
    file: name,
    format,
    rows: table.rows.length,
    made: good.length,
    joined: joined.map(({ row, input, entryId, left }) => ({
      ...{ row: row.number, title: input.title, entry: entryId, left },
    })),
    ...{ updated: updated.map(editionOf), stayed: stayed.map(editionOf), gone },
    same: same.map(({ row, entryId }) => ({ row: row.number, entry: entryId })),
    alike: alike.map(({ row, input, entries }) => ({
      ...{ row: row.number, title: input.title, entries },
    })),
    skipped: skipped.map(({ number, reason }) => ({ row: number, reason })),
    refused: refused.flatMap(({ refusals }) => refusals),
    refusedRows: refused.length,
    keptAsWords: [...kept].map(([column, rows]) => ({ column, rows })),
    notes: [...good, ...joined, ...updated, ...alike].flatMap(({ row: { number, note } }) =>
      note === undefined ? [] : [{ row: number, note }],
    ),
    leftOut: {
      columns: [...leftOut, ...(table.unread ?? [])],
      note: format ? (formatNamed(format).note ?? '') : '',
    },
  }
}

function editionOf({ row, input, entryId, taken, left }: Checked['updated'][number]) {
  return { row: row.number, title: input.title, entry: entryId, taken, left }
}

/** A file for whoever sent one. */
export type FileToFix = { name: string; type: string; content: string | Uint8Array }

/** The rows that are refused, as a file to mend and send again; null where none is. */
export async function rowsToFix(
  { table, name }: Prepared,
  { refused }: Checked,
): Promise<FileToFix | null> {
  if (refused.length === 0) return null
  const rows = refused.map(({ row, refusals }) => ({
    row,
    reasons: refusals.map(({ column, sentence }) =>
      column === '' ? sentence : `${column}: ${sentence}`,
    ),
  }))
  const back = giveBack(table, rows, name)
  if ('text' in back) return { name: back.name, type: back.type, content: back.text }
  return { name: back.name, type: WORKBOOK_TYPE, content: await packed(back.rows) }
}

async function packed([names = [], ...rows]: string[][]): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const workbook = packedWorkbook((piece) => {
    pieces.push(Buffer.from(piece))
    return Promise.resolve()
  })
  await workbook.write(sheetOpen(names))
  for (const row of rows) await workbook.write(sheetRow(row))
  await workbook.write(sheetClose)
  await workbook.end()
  return Buffer.concat(pieces)
}
