import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'

/** The other columns of a unique index, without the workspace, and the rows for which it holds, in SQL. */
export type UniqueIndex = { columns: string[]; holds: string }

/** A column of a table that points at a record of another one, as the database knows it. */
export type Reference = {
  table: string
  column: string
  /** The row goes with the record that it points at. */
  cascade: boolean
  nullable: boolean
  /** The table's primary key without the workspace. */
  key: string[]
  /** Each unique index that the column is part of. */
  uniques: UniqueIndex[]
}

/**
 * Everything that may point at a record of this table. It is read from the database itself, so that
 * a table that is added later is merged, counted and erased with the rest.
 */
export async function referencesTo(tx: Tx, table: string): Promise<Reference[]> {
  return tx.$queryRaw<Reference[]>`
    select k.conrelid::regclass::text as "table", a.attname::text as "column",
      k.confdeltype = 'c' as cascade, not a.attnotnull as nullable,
      array(select p.attname::text from pg_index i
        join pg_attribute p on p.attrelid = i.indrelid and p.attnum = any(i.indkey)
        where i.indrelid = k.conrelid and i.indisprimary and p.attname <> 'workspace_id'
        order by p.attnum) as key,
      coalesce((select jsonb_agg(to_jsonb(u)) from (
        select array(select p.attname::text from pg_attribute p
          where p.attrelid = i.indrelid and p.attnum = any(i.indkey)
            and p.attname not in ('workspace_id', a.attname)) as columns,
          coalesce(pg_get_expr(i.indpred, i.indrelid), 'true') as holds
        from pg_index i
        where i.indrelid = k.conrelid and i.indisunique
          and a.attnum = any(i.indkey)) u), '[]'::jsonb) as uniques
    from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
      and a.attname <> 'workspace_id'
    where k.contype = 'f' and k.confrelid = ${table}::regclass and cardinality(k.conkey) = 2
    order by 1, 2`
}

/** Names of tables and columns come from the catalogue alone, and are quoted all the same. */
export function named(name: string): Prisma.Sql {
  return Prisma.raw(`"${name.replaceAll('"', '""')}"`)
}
