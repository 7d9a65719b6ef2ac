import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'
import { named } from '../trash/references'
import { fileName, type Column, type Tables } from './columns'
import type { RecordTable } from './record-tables'

/** For some tables, which of their rows are in the file, over the alias given. */
type Shown = Partial<Record<string, (alias: Prisma.Sql) => Prisma.Sql>>

/** What the statements of one export are made from. */
export type Reading = { tx: Tx; tables: Tables; shown: Shown }

/** The columns of a table that are in the file: none that names the workspace or a member. */
export function columnsIn(tables: Tables, { table, of, omit = [] }: RecordTable): Column[] {
  return (tables.get(table) ?? []).filter(
    ({ name, to }) =>
      name !== 'workspace_id' && name !== of && to !== 'member' && !omit.includes(name),
  )
}

/** Rows of a list with all their parts as the JSON of the file, in the order of the ids. */
export async function readRows(
  { tx, tables, shown }: Reading,
  spec: RecordTable,
  ids: readonly string[],
): Promise<string[]> {
  const alias = Prisma.sql`t`
  const rows = await tx.$queryRaw<{ json: string }[]>`
    select row_to_json(r)::text as json from (
      select ${fieldsOf(tables, shown, spec, alias, 0)} from ${named(spec.table)} t
      where t.id = any(${ids}::uuid[]) order by t.id) r`
  return rows.map(({ json }) => json)
}

function fieldsOf(
  tables: Tables,
  shown: Shown,
  spec: RecordTable,
  alias: Prisma.Sql,
  depth: number,
): Prisma.Sql {
  const columns = columnsIn(tables, spec).map(
    ({ name }) => Prisma.sql`${alias}.${named(name)} as ${named(fileName(name))}`,
  )
  const parts = Object.entries(spec.parts ?? {}).map(([name, part]) => {
    const inner = Prisma.raw(`p${depth}`)
    return Prisma.sql`(
      select coalesce(json_agg(x), '[]'::json) from (
        select ${fieldsOf(tables, shown, part, inner, depth + 1)}
        from ${named(part.table)} ${inner}
        where ${isPart(part, inner, alias)} and ${isShown(shown, part, inner)}
        order by ${orderOf(tables, part, inner)}) x) as ${named(name)}`
  })
  return Prisma.join([...columns, ...parts])
}

function isPart({ of = '' }: RecordTable, part: Prisma.Sql, whole: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${part}.workspace_id = ${whole}.workspace_id and ${part}.${named(of)} = ${whole}.id`
}

function isShown(shown: Shown, { table }: RecordTable, alias: Prisma.Sql): Prisma.Sql {
  return shown[table]?.(alias) ?? Prisma.sql`true`
}

// Parts stand in the order that people gave them, where they have one.
function orderOf(tables: Tables, { table }: RecordTable, alias: Prisma.Sql): Prisma.Sql {
  const columns = tables.get(table) ?? []
  const names = columns.filter(({ name, key }) => name === 'position' || key)
  const first = (name: string) => (name === 'position' ? 0 : 1)
  return Prisma.join(
    names
      .sort((a, b) => first(a.name) - first(b.name))
      .map(({ name }) => Prisma.sql`${alias}.${named(name)}`),
  )
}

/** The ids of records of a table that these rows, or parts of them, name. */
export async function idsNamed(
  { tx, tables, shown }: Reading,
  table: string,
  spec: RecordTable,
  ids: readonly string[],
): Promise<string[]> {
  const root = Prisma.sql`${named(spec.table)} t`
  const where = Prisma.sql`t.id = any(${ids}::uuid[])`
  const selects = namesIn({
    tables,
    shown,
    table,
    spec,
    alias: Prisma.sql`t`,
    from: root,
    where,
    depth: 0,
  })
  if (selects.length === 0) return []
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct n.id from (${Prisma.join(selects, ' union all ')}) n(id) where n.id is not null`
  return rows.map(({ id }) => id)
}

type Looking = {
  tables: Tables
  shown: Shown
  table: string
  spec: RecordTable
  alias: Prisma.Sql
  from: Prisma.Sql
  where: Prisma.Sql
  depth: number
}

function namesIn({ tables, shown, table, spec, alias, from, where, depth }: Looking): Prisma.Sql[] {
  const own = columnsIn(tables, spec)
    .filter(({ to }) => to === table)
    .map(({ name }) => Prisma.sql`select ${alias}.${named(name)} from ${from} where ${where}`)
  const below = Object.values(spec.parts ?? {}).flatMap((part) => {
    const inner = Prisma.raw(`p${depth}`)
    const joined = Prisma.sql`${from} join ${named(part.table)} ${inner}
      on ${isPart(part, inner, alias)} and ${isShown(shown, part, inner)}`
    return namesIn({
      ...{ tables, shown, table, spec: part, where },
      ...{ alias: inner, from: joined, depth: depth + 1 },
    })
  })
  return [...own, ...below]
}
