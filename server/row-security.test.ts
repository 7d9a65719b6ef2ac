import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { asOwner } from '@/scripts/testing/database'
import { useTestDatabase } from './auth/test-support'
import { freezeShare } from './shares/editions/editions'
import { revokeShare, takeBackEnd } from './shares/links/ending'
import { createShare } from './shares/links/mutations'
import { newTarget, type Target } from './testing/target'
import { newWorld } from './testing/world'

useTestDatabase()

let client: pg.Client
let target: Target
let otherWorkspace: string

beforeAll(async () => {
  target = await newTarget()
  otherWorkspace = (await newWorld()).workspaceId
  client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
})

afterAll(() => client.end())

/** Runs SQL as the app's own role, with a workspace set or none, and takes it back. */
async function as(workspaceId: string | null, sql: string, values: unknown[] = []) {
  await client.query('begin')
  try {
    if (workspaceId !== null)
      await client.query("select set_config('app.workspace_id', $1, true)", [workspaceId])
    return await client.query<Record<string, unknown>>(sql, values)
  } finally {
    await client.query('rollback')
  }
}

async function workspaceTables(): Promise<string[]> {
  const { rows } = await as(
    null,
    `select c.relname as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
     where c.relkind in ('r', 'p') and c.relname <> 'session' order by 1`,
  )
  return ['workspace', ...rows.map(({ name }) => String(name))]
}

const countOf = async (workspaceId: string | null, table: string) => {
  const { rows } = await as(workspaceId, `select count(*)::int as n from "${table}"`)
  return rows[0]?.n
}

describe('the app’s role', () => {
  it('can neither pass row security nor make somebody who can', async () => {
    const { rows } = await as(
      null,
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
       from pg_roles where rolname = current_user`,
    )
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
      },
    ])
  })
})

describe('row security', () => {
  it('is enabled and forced on every table that a workspace owns', async () => {
    const tables = await workspaceTables()
    expect(tables.length).toBeGreaterThan(20)
    const { rows } = await as(
      null,
      `select relname from pg_class where relname = any($1) and relkind in ('r', 'p')
       and not (relrowsecurity and relforcerowsecurity)`,
      [tables],
    )
    expect(rows).toEqual([])
  })

  it('shows nobody a row, and a workspace its own', async () => {
    for (const table of await workspaceTables()) {
      expect([table, await countOf(null, table)]).toEqual([table, 0])
      expect([table, await countOf('', table)]).toEqual([table, 0])
    }
    for (const table of ['workspace', 'campaign', 'entry', 'person', 'quote', 'audit_event'])
      expect(await countOf(target.workspaceId, table)).toBeGreaterThan(0)
  })

  it('shows a workspace no row of another', async () => {
    for (const table of await workspaceTables()) {
      const column = table === 'workspace' ? 'id' : 'workspace_id'
      const { rows } = await as(
        target.workspaceId,
        `select count(*)::int as n from "${table}" where ${column} <> $1`,
        [target.workspaceId],
      )
      expect([table, rows[0]?.n]).toEqual([table, 0])
    }
  })

  it('refuses a row written into another workspace, and one moved there', async () => {
    const person = "insert into person (workspace_id, id, name) values ($1, gen_random_uuid(), 'X')"
    await expect(as(otherWorkspace, person, [target.workspaceId])).rejects.toMatchObject({
      code: '42501',
    })
    await expect(as(null, person, [target.workspaceId])).rejects.toMatchObject({ code: '42501' })
    await expect(
      as(target.workspaceId, 'update person set workspace_id = $1', [otherWorkspace]),
    ).rejects.toMatchObject({ code: '42501' })
  })

  // A session is an account's: its workspace is the one last looked at.
  it('lets no row point into another workspace', async () => {
    const { rows } = await as(
      null,
      `select conrelid::regclass::text as source, conname from pg_constraint k
       where contype = 'f' and confrelid not in ('workspace'::regclass, 'session'::regclass)
       and exists (select 1 from pg_attribute a
                   where a.attrelid = k.confrelid and a.attname = 'workspace_id')
       and not exists (select 1 from pg_attribute a where a.attrelid = k.confrelid
                       and a.attname = 'workspace_id' and a.attnum = any(k.confkey))`,
    )
    expect(rows).toEqual([])
  })

  it('changes and deletes nothing of another workspace', async () => {
    for (const sql of ["update entry set title = 'x'", 'delete from citation']) {
      expect((await as(target.workspaceId, sql)).rowCount).toBeGreaterThan(0)
      expect((await as(otherWorkspace, sql)).rowCount).toBe(0)
      expect((await as(null, sql)).rowCount).toBe(0)
    }
  })
})

describe('what is only added to', () => {
  const tables = ['audit_event', 'share_revocation', 'share_revival', 'share_edition']

  it('cannot be changed, deleted or emptied by the app', async () => {
    for (const table of tables) {
      for (const sql of [
        `update ${table} set workspace_id = workspace_id`,
        `delete from ${table}`,
        `truncate ${table}`,
      ])
        expect([sql, await codeOf(as(target.workspaceId, sql))]).toEqual([sql, '42501'])
    }
  })

  it('cannot be changed or emptied by the owner of the tables either', async () => {
    const { workspaceId, owner, campaign } = target
    const { id } = await createShare(owner, shareSchema.parse({ campaign: campaign.id }))
    await freezeShare(owner, { share: id })
    await revokeShare(owner, id)
    await takeBackEnd(owner, id)
    const asWorkspace = `set app.workspace_id = '${workspaceId}';`
    // Without row security the owner sees all rows, so that the triggers alone are left.
    for (const table of tables) {
      const open = `${asWorkspace} alter table ${table} disable row level security;`
      for (const sql of [
        `update ${table} set workspace_id = workspace_id`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ])
        expect([sql, await codeOf(asOwner(`${open} ${sql}`))]).toEqual([sql, '42501'])
    }
  })

  it('takes no event for another workspace', async () => {
    const event = `insert into audit_event (workspace_id, id, action, record, record_id)
      values ($1, gen_random_uuid(), 'create', 'entry', gen_random_uuid())`
    await expect(as(otherWorkspace, event, [target.workspaceId])).rejects.toMatchObject({
      code: '42501',
    })
  })
})

describe('the tables', () => {
  it('belong to another role than the app’s, which can change neither them nor their policies', async () => {
    for (const sql of [
      'alter table entry disable row level security',
      'alter table audit_event disable trigger user',
      'alter table entry add column extra text',
      'drop policy by_workspace on entry',
      'drop table inquiry',
      'truncate entry cascade',
      'create table spare (id int)',
      'create temporary table spare (id int)',
      "insert into _prisma_migrations (id, checksum, migration_name) values ('1', '', 'x')",
      'create or replace function insert_only() returns trigger language sql as $$ select null $$',
    ])
      expect([sql, await codeOf(as(target.workspaceId, sql))]).toEqual([sql, '42501'])
  })

  it('are all open to the app, so that a new one is not forgotten', async () => {
    const { rows } = await as(
      null,
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and not has_table_privilege(oid, 'select')`,
    )
    expect(rows).toEqual([])
  })
})

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'nothing was refused',
    (error: unknown) => (error as { code?: string }).code,
  )
}
