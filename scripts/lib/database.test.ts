import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { bringUpToDate, ensureDatabase } from './database'
import type { DatabaseUrls } from './config'
import { checkDatabase } from './operator-database'

let admin: pg.Client
let name: string
let urls: DatabaseUrls

// A cluster as the tests know it: where it is, and the superuser's password.
const cluster = () => ({
  ...inject('postgres'),
  pid: 0,
  ended: Promise.resolve(),
  stop: async () => {},
})

beforeEach(async () => {
  const { port, password } = inject('postgres')
  name = `roles_${randomBytes(6).toString('hex')}`
  admin = new pg.Client({
    connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
  })
  await admin.connect()
  urls = await ensureDatabase(cluster(), name)
})

afterEach(async () => {
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`drop role if exists ${name}, ${name}_app`)
  await admin.end()
})

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

const codeOf = (url: string, sql: string) =>
  ask(url, sql).then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code,
  )

const people = [{ name: '1_people', sql: 'create table people (name text)' }]
const events = {
  name: '2_events',
  sql: `create table event (what text);
    create function insert_only() returns trigger language plpgsql
      as $$ begin raise insufficient_privilege; end $$;
    create trigger insert_only before update or delete on event
      for each row execute function insert_only()`,
}

describe('a database of two roles', () => {
  it('lets the app read and write rows, and only add where a trigger says so', async () => {
    await bringUpToDate(urls, [...people, events])
    const { app } = urls
    for (const sql of [
      "insert into people values ('A')",
      "update people set name = 'B'",
      'delete from people',
      "insert into event values ('x')",
      'select from event',
      'select from _prisma_migrations',
    ])
      expect([sql, await codeOf(app, sql)]).toEqual([sql, 'done'])
    for (const sql of [
      "update event set what = 'y'",
      'delete from event',
      'truncate people',
      'drop table people',
      'alter table people disable row level security',
      'create table more ()',
      'create temporary table more ()',
      'delete from _prisma_migrations',
    ])
      expect([sql, await codeOf(app, sql)]).toEqual([sql, '42501'])
  })

  it('takes over a database that had one role, and each later table', async () => {
    // As earlier versions left it: everything belongs to the one role.
    await bringUpToDate({ owner: urls.owner, app: urls.owner }, people)
    await ask(urls.owner, "insert into people values ('Kept')")
    urls = await ensureDatabase(cluster(), name)
    expect(await bringUpToDate(urls, [...people, events])).toEqual(['2_events'])
    expect(await ask(urls.app, 'select name from people')).toEqual([{ name: 'Kept' }])
    expect(await codeOf(urls.app, 'select from event')).toBe('done')
  })

  it('gets back the rights that it should have, and loses those that it should not', async () => {
    await bringUpToDate(urls, people)
    await ask(urls.owner, `grant truncate on people to ${name}_app`)
    await ask(urls.owner, `revoke insert on people from ${name}_app`)
    await ask(urls.owner, 'grant delete on _prisma_migrations to public')
    await bringUpToDate(urls, people)
    expect(await codeOf(urls.app, 'truncate people')).toBe('42501')
    expect(await codeOf(urls.app, "insert into people values ('A')")).toBe('done')
    expect(await codeOf(urls.app, 'delete from _prisma_migrations')).toBe('42501')
  })
})

describe('a database of the operator', () => {
  it('may have one plain role or two', async () => {
    await checkDatabase({ owner: urls.owner, app: urls.owner })
    await checkDatabase(urls)
  })

  it('is refused where a role is too mighty or too weak', async () => {
    const { port, password } = inject('postgres')
    const superuser = `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`
    await expect(checkDatabase({ owner: superuser, app: superuser })).rejects.toThrow('row-level')
    await expect(checkDatabase({ owner: urls.owner, app: superuser })).rejects.toThrow('row-level')
    await expect(checkDatabase({ owner: urls.app, app: urls.app })).rejects.toThrow('must own')
  })

  it('is refused where the app may act as the owner', async () => {
    await admin.query(`grant ${name} to ${name}_app`)
    await expect(checkDatabase(urls)).rejects.toThrow(`REVOKE "${name}" FROM "${name}_app"`)
  })

  it('is refused where the two addresses name two databases', async () => {
    const { templateUrls } = inject('postgres')
    await expect(checkDatabase({ ...urls, owner: templateUrls.owner })).rejects.toThrow('same one')
  })

  it('says which address is wrong', async () => {
    const wrong = urls.app.replace(/:[^:@]+@/, ':wrong@')
    await expect(checkDatabase({ ...urls, app: wrong })).rejects.toThrow('password of DATABASE_URL')
    await expect(checkDatabase({ ...urls, owner: wrong })).rejects.toThrow(
      'password of DATABASE_OWNER_URL',
    )
    await expect(checkDatabase({ ...urls, owner: 'localhost' })).rejects.toThrow(
      'DATABASE_OWNER_URL is not the address',
    )
  })
})
