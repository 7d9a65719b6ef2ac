import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'
import { named } from '../trash/references'
import type { Column, Tables } from './columns'
import { columnsIn } from './record-sql'
import type { ComingPictures } from './import-photos'
import type { RecordTable } from './record-tables'
import { refused, rowFrom, type NewRow } from './row-values'

/** What an import knows on its way: the tables, what is in the file so far, and what it left out. */
export type Importing = {
  tx: Tx
  workspaceId: string
  tables: Tables
  /** The ids of the records of each table that are written. */
  written: Map<string, Set<string>>
  /** Records of a table that name one of their own table, which may come later in the file. */
  later: { table: string; column: string; id: string; to: string }[]
  /** References to what is not in the file, which were left out. */
  dropped: number
  /** Photos whose pictures are not in the file. */
  pictures: number
  coming: ComingPictures
  /** Whether the workspace holds a record already. */
  beside: boolean
  /** Records of the file that are in the workspace (`nameIn`), each with the id that it has there. */
  same: Map<string, string>
}

/** A record by its table and its id in the file. */
export function nameIn(table: string, id: string): string {
  return `${table}/${id}`
}

/**
 * Writes records of one list with all their parts.
 *
 * @returns their ids.
 * @throws AppError `invalid` naming the record.
 */
export async function writeRows(
  importing: Importing,
  spec: RecordTable,
  records: readonly { value: unknown; at: string }[],
): Promise<string[]> {
  const ids: string[] = []
  const levels = new Map<RecordTable, NewRow[]>()
  for (const { value, at } of records) {
    const row = gather(importing, levels, spec, value, at, null)
    const { id } = row
    if (typeof id !== 'string') continue
    const written = importing.written.get(spec.table) ?? new Set()
    if (written.has(id)) throw refused(at, 'it stands twice in this file')
    importing.written.set(spec.table, written.add(id))
    if (!importing.same.has(nameIn(spec.table, id))) ids.push(id)
  }
  for (const [table, rows] of levels) await insert(importing, table, rows)
  return ids
}

/** Says of records what they name of their own table, once all are there. */
export async function writeLater({ tx, later, written, same }: Importing): Promise<number> {
  let dropped = 0
  for (const { table, column, id, to } of later) {
    if (same.has(nameIn(table, id))) continue
    const there = same.get(nameIn(table, to)) ?? to
    if (written.get(table)?.has(to))
      await tx.$executeRaw`update ${named(table)} set ${named(column)} = ${there}::uuid where id = ${id}::uuid`
    else dropped += 1
  }
  return dropped
}

function gather(
  importing: Importing,
  levels: Map<RecordTable, NewRow[]>,
  spec: RecordTable,
  value: unknown,
  at: string,
  whole: string | null,
): NewRow {
  const columns = columnsIn(importing.tables, spec)
  const parts = Object.entries(spec.parts ?? {})
  const row = rowFrom(
    value,
    columns,
    parts.map(([name]) => name),
    at,
  )
  for (const column of columns) settle(importing, spec, column, row, at)
  // What is there stays as it is there, with its parts.
  if (whole === null && importing.same.has(nameIn(spec.table, String(row.id)))) return row
  row.workspace_id = importing.workspaceId
  if (spec.of !== undefined) row[spec.of] = whole
  if (spec.table === 'photo' && !importing.coming.name(row, at)) {
    importing.pictures += 1
    return row
  }
  levels.set(spec, [...(levels.get(spec) ?? []), row])
  for (const [name, part] of parts) {
    const inside: unknown = Reflect.get(Object(value), name)
    if (!Array.isArray(inside)) throw refused(at, `“${name}” is not a list`)
    for (const [index, one] of inside.entries())
      gather(importing, levels, part, one, `${at}, ${name} ${index + 1}`, String(row.id))
  }
  return row
}

// A record may name an entry that a filter left out of its file, as a standing does; nothing else.
function settle(
  importing: Importing,
  { table }: RecordTable,
  { name, to, nullable }: Column,
  row: NewRow,
  at: string,
): void {
  const value = row[name]
  if (to === null || typeof value !== 'string') return
  if (to === table) {
    importing.later.push({ table, column: name, id: String(row.id), to: value })
    row[name] = null
  } else if (!importing.written.get(to)?.has(value)) {
    if (to !== 'entry' || !nullable)
      throw refused(at, `it names a record that is not in this file (${value})`)
    row[name] = null
    importing.dropped += 1
  } else row[name] = importing.same.get(nameIn(to, value)) ?? value
}

async function insert({ tx, tables }: Importing, spec: RecordTable, rows: NewRow[]): Promise<void> {
  const given = new Set(rows.flatMap((row) => Object.keys(row)))
  const columns = (tables.get(spec.table) ?? []).filter(({ name }) => given.has(name))
  const names = Prisma.join(columns.map(({ name }) => named(name)))
  // A file that was written before a column was added does not say what is in it.
  const values = Prisma.join(
    columns.map(({ name, byDefault, nullable }) =>
      byDefault === null || nullable
        ? Prisma.sql`r.${named(name)}`
        : Prisma.sql`coalesce(r.${named(name)}, ${Prisma.raw(byDefault)})`,
    ),
  )
  await tx.$executeRaw`
    insert into ${named(spec.table)} (${names})
    select ${values} from json_populate_recordset(null::${named(spec.table)}, ${JSON.stringify(rows)}::json) r`
}
