import { randomBytes } from 'node:crypto'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { applyMigrations } from './apply-migrations'

let admin: pg.Client
let client: pg.Client
let name: string
let url: string

beforeEach(async () => {
  const { port, password } = inject('postgres')
  const at = (database: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
  admin = new pg.Client({ connectionString: at('postgres') })
  await admin.connect()
  name = `migrated_${randomBytes(6).toString('hex')}`
  await admin.query(`create database ${name} template template0`)
  url = at(name)
  client = new pg.Client({ connectionString: url })
  await client.connect()
})

afterEach(async () => {
  await client.end()
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
})

const first = { name: '1_first', sql: 'create table first (id int); create index on first (id);' }
const second = {
  name: '2_second',
  sql: 'create table second (id int default 1); insert into second values (7)',
}

async function rows(sql: string): Promise<unknown[]> {
  return (await client.query<Record<string, unknown>>(sql)).rows
}

it('applies what is missing, once, however many ask', async () => {
  expect(await applyMigrations(url, [first])).toEqual(['1_first'])
  const all = await Promise.all([1, 2, 3].map(() => applyMigrations(url, [first, second])))
  expect(all.flat()).toEqual(['2_second'])
  expect(await rows('select * from second')).toEqual([{ id: 7 }])
  expect(await rows('select migration_name as m from _prisma_migrations order by 1')).toEqual([
    { m: '1_first' },
    { m: '2_second' },
  ])
})

it('goes on at the next start after its connection was cut', async () => {
  const slow = { ...second, sql: `${second.sql}; select pg_sleep(60)` }
  const cut = applyMigrations(url, [first, slow])
  const failed = expect(cut).rejects.toThrow('2_second')
  await expect
    .poll(
      async () => {
        const { rowCount } = await admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
            where datname = $1 and wait_event = 'PgSleep'`,
          [name],
        )
        return rowCount
      },
      { timeout: 15_000 },
    )
    .toBe(1)
  await failed
  expect(await applyMigrations(url, [first, second])).toEqual(['2_second'])
  expect(await rows('select * from second')).toEqual([{ id: 7 }])
})

/** A way to the database that can be cut as a killed process or a network cuts it. */
async function throughProxy(): Promise<{ url: string; cut: () => void }> {
  const { port } = inject('postgres')
  const sockets: Socket[] = []
  const proxy = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const socket of [near, far]) sockets.push(socket.on('error', () => {}))
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const through = new URL(url)
  through.port = String((proxy.address() as AddressInfo).port)
  const cut = () => {
    for (const socket of sockets) socket.destroy()
    proxy.close()
  }
  return { url: through.href, cut }
}

const waitingFor = (event: string) =>
  expect
    .poll(
      async () => {
        const { rowCount } = await admin.query(
          'select from pg_stat_activity where datname = $1 and wait_event = $2',
          [name, event],
        )
        return rowCount
      },
      { timeout: 15_000 },
    )
    .toBe(1)

it('does not wait for what a start that was cut off had begun', async () => {
  const slow = { ...second, sql: `${second.sql}; select pg_sleep(60)` }
  const way = await throughProxy()
  const failed = expect(applyMigrations(way.url, [first, slow])).rejects.toThrow('2_second')
  await waitingFor('PgSleep')
  way.cut()
  await failed
  const begin = performance.now()
  expect(await applyMigrations(url, [first, second])).toEqual(['2_second'])
  expect(performance.now() - begin).toBeLessThan(45_000)
  expect(await rows('select * from second')).toEqual([{ id: 7 }])
})

it('says that the connection was lost where it waited for another start, which goes on', async () => {
  const held = await throughProxy()
  const slow = { ...second, sql: `${second.sql}; select pg_sleep(3)` }
  const other = applyMigrations(url, [first, slow])
  await waitingFor('PgSleep')
  const failed = expect(applyMigrations(held.url, [first, second])).rejects.toThrow(
    'connection to the database was lost',
  )
  await waitingFor('advisory')
  held.cut()
  await failed
  expect(await other).toEqual(['1_first', '2_second'])
  expect(await applyMigrations(url, [first, second])).toEqual([])
})

it('keeps nothing of a migration that fails, and names it', async () => {
  const wrong = { ...second, sql: `${second.sql}; select 1 / 0` }
  await expect(applyMigrations(url, [first, wrong])).rejects.toThrow(/2_second.*division by zero/)
  expect(await rows("select to_regclass('second') as t, to_regclass('first') as f")).toEqual([
    { t: null, f: 'first' },
  ])
  expect(await applyMigrations(url, [first, second])).toEqual(['2_second'])
})

it.each([
  ['was rolled back', ''],
  ['went through', second.sql],
])('takes up a migration that Prisma’s engine began and that %s', async (_, done) => {
  await applyMigrations(url, [first])
  await client.query(done)
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name) values ('x', '', '2_second')`,
  )
  expect(await applyMigrations(url, [first, second])).toEqual(['2_second'])
  expect(await applyMigrations(url, [first, second])).toEqual([])
  expect(await rows('select * from second')).toEqual([{ id: 7 }])
})
