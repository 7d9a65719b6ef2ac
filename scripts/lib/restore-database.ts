import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { OpenBackup } from '../../server/backup/file/read'
import type { Migration } from './apply-migrations'
import { Trouble } from './trouble'

/** Lets `work` use a connection as the owner of the tables. */
export async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC' })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Whether a table is there. */
export async function isThere(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    'select to_regclass($1) is not null as there',
    [`public.${table}`],
  )
  return rows[0]?.there ?? false
}

/**
 * What stands in a database that no migration of ours made: names of tables and views, and of other
 * programs' migrations.
 */
export async function foreignIn(
  client: pg.Client,
  migrations: readonly Migration[],
): Promise<string[]> {
  const sql = migrations.map((migration) => migration.sql).join('\n')
  const made = sql.matchAll(
    /\b(?:create (?:(?:unlogged )?table|(?:or replace |materialized )?view) (?:if not exists )?|rename to )"?(\w+)/gi,
  )
  const ours = new Set(['_prisma_migrations', ...[...made].flatMap(([, name]) => name ?? [])])
  // What an extension brings belongs to whoever runs the server.
  const { rows } = await client.query<{ name: string }>(
    `select c.relname::text as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     order by 1`,
  )
  const foreign = rows.map(({ name }) => name).filter((name) => !ours.has(name))
  if (!(await isThere(client, '_prisma_migrations'))) return foreign
  const applied = await client.query<{ name: string }>(
    'select migration_name as name from _prisma_migrations order by 1',
  )
  const known = new Set(migrations.map(({ name }) => name))
  return [...foreign, ...applied.rows.map(({ name }) => name).filter((name) => !known.has(name))]
}

/** Makes a database that has other migrations than these as it was when it was made. */
export async function emptyDatabase(url: string, migrations: readonly Migration[]): Promise<void> {
  await asOwner(url, async (client) => {
    if (!(await isThere(client, '_prisma_migrations'))) return
    const { rows } = await client.query<{ name: string }>(
      'select migration_name as name from _prisma_migrations order by 1',
    )
    const wanted = migrations.map(({ name }) => name)
    if (wanted.length > 0 && rows.map(({ name }) => name).join() === wanted.join()) return
    await client.query('begin')
    await client.query('drop schema public cascade')
    await client.query('create schema public')
    await client.query('commit')
  })
}

/** Fills the tables with the rows of a backup, all of them or none, and pauses what must be looked at. */
export async function fillDatabase(url: string, { manifest, read }: OpenBackup): Promise<void> {
  await asOwner(url, async (client) => {
    await client.query('begin')
    const restoreRules = await withoutRules(client)
    for (const { name, columns, rows } of manifest.tables) {
      const table = client.escapeIdentifier(name)
      const into = columns.map((column) => client.escapeIdentifier(column)).join(', ')
      await client.query(`delete from ${table}`)
      const copy = client.query(copyFrom(`copy ${table} (${into}) from stdin`))
      await pipeline(await read(`data/${name}.copy`), copy)
      if (copy.rowCount !== rows)
        throw new Trouble(
          `The table ${name} of this backup has ${copy.rowCount} rows, not ${rows}.`,
        )
    }
    await endWhatMayHaveEnded(client)
    await restoreRules()
    await renew(client)
    await client.query('commit')
  })
}

/**
 * What is restored is older than whatever ended after it: links wait for an owner, invitations are
 * void, and calendar subscriptions end.
 */
export async function endWhatMayHaveEnded(client: pg.Client): Promise<void> {
  await client.query('update share_link set paused_at = now() where paused_at is null')
  await client.query(
    'update invitation set revoked_at = now() where used_at is null and revoked_at is null',
  )
  if (await isThere(client, 'calendar_feed'))
    await client.query('update calendar_feed set ended_at = now() where ended_at is null')
}

type Rule = { table: string; secured: boolean; forced: boolean }
type Key = { table: string; name: string; definition: string }

// Rows come as they were: nothing is checked or made by triggers while they do, and references are
// checked when all are there. All of it is one transaction, so nobody ever sees it so.
async function withoutRules(client: pg.Client): Promise<() => Promise<void>> {
  const rules = await client.query<Rule>(
    `select c.oid::regclass::text as "table", c.relrowsecurity as secured, c.relforcerowsecurity as forced
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  )
  const keys = await client.query<Key>(
    `select k.conrelid::regclass::text as "table", k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace`,
  )
  for (const { table, name } of keys.rows)
    await client.query(`alter table ${table} drop constraint ${client.escapeIdentifier(name)}`)
  for (const { table, secured } of rules.rows) {
    await client.query(`alter table ${table} disable trigger user`)
    if (secured) await client.query(`alter table ${table} disable row level security`)
  }
  return async () => {
    for (const { table, name, definition } of keys.rows)
      await client.query(
        `alter table ${table} add constraint ${client.escapeIdentifier(name)} ${definition}`,
      )
    for (const { table, secured, forced } of rules.rows) {
      await client.query(`alter table ${table} enable trigger user`)
      if (secured) await client.query(`alter table ${table} enable row level security`)
      if (forced) await client.query(`alter table ${table} force row level security`)
    }
  }
}

/** Makes what a backup leaves out, since it follows from the rest: counts, and what search knows. */
async function renew(client: pg.Client): Promise<void> {
  const has = async (name: string) => {
    const { rows } = await client.query<{ there: string | null }>(
      'select to_regprocedure($1)::text as there',
      [`${name}()`],
    )
    return (rows[0]?.there ?? null) !== null
  }
  if (await has('search_read_all')) await client.query('select search_read_all()')
  if (!(await has('entry_tally_fold'))) return
  await client.query(`select set_config('app.operator', 'on', true)`)
  const { rows } = await client.query<{ id: string }>('select id from workspace')
  for (const { id } of rows) {
    await client.query(`select set_config('app.workspace_id', $1, true)`, [id])
    await client.query('select entry_tally_fold()')
  }
}
