import 'server-only'
import type { Tx } from '../db'

/** A column as the database knows it. */
export type Column = {
  name: string
  /** The name of its type, such as `text`, `uuid`, `_text` for a list, or that of an enumeration. */
  type: string
  required: boolean
  nullable: boolean
  /** What stands in it where a row does not say, in SQL; null for nothing. */
  byDefault: string | null
  /** Part of the table's own key, without the workspace. */
  key: boolean
  /** The table that it points at, or null. */
  to: string | null
  /** The values of an enumeration, or null. */
  values: string[] | null
}

/** The tables of the database with their columns, in the order in which they were added. */
export type Tables = Map<string, Column[]>

/** Reads all tables from the database itself, so that a new column needs no line anywhere. */
export async function readTables(tx: Tx): Promise<Tables> {
  const rows = await tx.$queryRaw<(Column & { table: string })[]>`
    select c.relname::text as "table", a.attname::text as name, t.typname::text as type,
      a.attnotnull and not a.atthasdef as required, not a.attnotnull as nullable,
      (select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d
        where d.adrelid = c.oid and d.adnum = a.attnum) as "byDefault",
      exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary
        and a.attnum = any(i.indkey) and a.attname <> 'workspace_id') as key,
      (select k.confrelid::regclass::text from pg_constraint k
        where k.contype = 'f' and k.conrelid = c.oid and k.conkey[cardinality(k.conkey)] = a.attnum
          and a.attname <> 'workspace_id' limit 1) as "to",
      (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e
        where e.enumtypid = t.oid) as values
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by c.relname, a.attnum`
  const tables: Tables = new Map()
  for (const { table, ...column } of rows) tables.set(table, [...(tables.get(table) ?? []), column])
  return tables
}

/** `first_day` as a file calls it: `firstDay`. */
export function fileName(column: string): string {
  return column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
