import 'server-only'
import type pg from 'pg'
import { NOT_RESTORED } from './file/left-out'

/** A table of a backup; `byWorkspace` where row-level security shows one workspace at a time. */
export type BackupTable = { name: string; columns: string[]; byWorkspace: boolean }

/** What a backup leaves out: who is signed in, what is limited, and what is made again from the rest. */
export const NOT_KEPT: readonly string[] = [
  ...NOT_RESTORED,
  ...['search_document', 'search_word', 'search_due', 'entry_tally'],
  '_prisma_migrations',
]

/**
 * The tables of the database in an order in which each comes after those that it points at.
 *
 * @throws Error for a table whose rows belong to workspaces and do not say to which: a backup would
 *   lack them without a word.
 */
export async function tablesToKeep(client: pg.ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query<{
    name: string
    columns: string[]
    secured: boolean
    to: string[]
  }>(`
    select c.relname as name, c.relrowsecurity as secured,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          -- The number of a transaction means nothing to another server.
          and a.atttypid <> 'xid8'::regtype
        order by a.attnum) as columns,
      array(select distinct k.confrelid::regclass::text from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as "to"
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by c.relname`)
  const tables = rows.filter(({ name }) => !NOT_KEPT.includes(name))
  for (const { name, secured, columns } of tables)
    if (secured && name !== 'workspace' && !columns.includes('workspace_id'))
      throw new Error(`The table ${name} does not say to which workspace its rows belong.`)
  return inOrder(tables).map(({ name, columns, secured }) => ({
    ...{ name, columns, byWorkspace: secured },
  }))
}

function inOrder<Table extends { name: string; to: string[] }>(tables: Table[]): Table[] {
  const ordered: Table[] = []
  const placed = new Set<string>()
  const place = (table: Table, above: readonly string[]) => {
    if (placed.has(table.name) || above.includes(table.name)) return
    for (const other of tables)
      if (table.to.includes(other.name)) place(other, [...above, table.name])
    placed.add(table.name)
    ordered.push(table)
  }
  for (const table of tables) place(table, [])
  return ordered
}
