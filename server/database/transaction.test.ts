import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { Prisma } from '@/prisma/generated/client'
import { useTestDatabase } from '../auth/test-support'
import { withViewer, type Tx } from '../db'
import { newWorld, type World } from '../testing/world'
import { mayWrite } from './transaction'

useTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
})

const names = (tx: Tx) =>
  tx.$queryRaw<{ name: string }[]>`select name from person order by name`.then((rows) =>
    rows.map(({ name }) => name),
  )

describe('a transaction', () => {
  it('holds models and statements alike, and takes both back', async () => {
    const { workspaceId } = world
    const work = withViewer(world.owner, async (tx) => {
      const { id } = await tx.person.create({ data: { workspaceId, name: 'Ada' } })
      await tx.$executeRaw`update person set name = 'Ada B.' where id = ${id}::uuid`
      expect(await tx.person.findFirst({ where: { id } })).toMatchObject({ name: 'Ada B.' })
      expect(await names(tx)).toContain('Ada B.')
      throw new Error('Taken back')
    })
    await expect(work).rejects.toThrow('Taken back')
    expect(await withViewer(world.owner, names)).not.toContain('Ada B.')
  })

  it('is over for the next reader before its writer goes on', async () => {
    const { workspaceId } = world
    for (let turn = 0; turn < 20; turn++) {
      const name = `Turn ${turn}`
      await withViewer(world.owner, (tx) => tx.person.create({ data: { workspaceId, name } }))
      expect(await withViewer(world.owner, names)).toContain(name)
    }
  })

  it('never passes for saved when a statement in it failed', async () => {
    const { workspaceId } = world
    const work = withViewer(world.owner, async (tx) => {
      await tx.person.create({ data: { workspaceId, name: 'Lost' } })
      await tx.$queryRaw`select 1 / 0`.catch(() => {})
    })
    await expect(work).rejects.toThrow('nothing was saved')
    expect(await withViewer(world.owner, names)).not.toContain('Lost')
  })

  it('gives its connection back whatever happens', async () => {
    for (let turn = 0; turn < 25; turn++)
      await expect(withViewer(world.owner, (tx) => tx.$queryRaw`select 1 / 0`)).rejects.toThrow(
        'division by zero',
      )
    expect(await withViewer(world.owner, (tx) => tx.person.count())).toBeGreaterThan(0)
  })

  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    ['a statement', (tx) => tx.$queryRaw`select 1`],
    ['a model', (tx) => tx.person.count()],
  ])('takes %s no more once it is over', async (_what, ask) => {
    let end = () => {}
    const over = new Promise<void>((resolve) => (end = resolve))
    let late: Promise<unknown> = over
    const work = withViewer(world.owner, async (tx) => {
      // One part fails while another is still to ask.
      late = over.then(() => ask(tx))
      await Promise.reject(new Error('Failed'))
    })
    await expect(work).rejects.toThrow('Failed')
    end()
    await expect(late).rejects.toThrow('This transaction is over.')
  })

  it('fails alone when its connection is lost', async () => {
    const lost = withViewer(
      world.owner,
      (tx) => tx.$queryRaw`select pg_terminate_backend(pg_backend_pid())`,
    )
    await expect(lost).rejects.toThrow()
    expect(await withViewer(world.owner, (tx) => tx.person.count())).toBeGreaterThan(0)
  })

  it('tells a setting to nobody who comes after', async () => {
    const other = await newWorld()
    await Promise.all(
      Array.from({ length: 30 }, async (_, turn) => {
        const { workspaceId, owner } = turn % 2 ? world : other
        const [row] = await withViewer(
          owner,
          (tx) => tx.$queryRaw<{ id: string }[]>`select id from workspace`,
        )
        expect(row?.id).toBe(workspaceId)
      }),
    )
  })
})

describe('a value', () => {
  it('comes back as it went, and as the models give it', async () => {
    const at = new Date('2026-02-13T19:30:00.123Z')
    const bytes = new Uint8Array([0, 255, 7])
    const [row] = await withViewer(
      world.owner,
      (tx) => tx.$queryRaw<Record<string, unknown>[]>`
        select ${at}::timestamptz as at, ${at}::date as day, ${bytes}::bytea as bytes,
               ${['a', 'b"c', 'd,e']}::text[] as words, ${[randomUUID()]}::uuid[] as ids,
               ${{ a: [1] }}::jsonb as json, 9007199254740993::int8 as big, null::text as none`,
    )
    expect(row).toMatchObject({
      at,
      day: new Date('2026-02-13T00:00:00Z'),
      words: ['a', 'b"c', 'd,e'],
      json: { a: [1] },
      big: 9007199254740993n,
      none: null,
    })
    expect(Buffer.from(bytes).equals(row?.bytes as Uint8Array)).toBe(true)
  })

  it('is never read as a part of the statement', async () => {
    const sneaky = `'; delete from person; --`
    const rows = await withViewer(world.owner, (tx) =>
      tx.$queryRaw(Prisma.sql`select ${sneaky}::text as text`),
    )
    expect(rows).toEqual([{ text: sneaky }])
  })
})

describe('what may write', () => {
  it.each([
    ['insert into person values (1)', true],
    ['INSERT INTO "public"."person" ("id") VALUES ($1) RETURNING "id"', true],
    ['with gone as (delete from quote returning id) select * from gone', true],
    ['select id from entry for update', true],
    ["select pg_notify('a', 'b')", true],
    ['select updated_at, deleted from entry', false],
    ['SELECT "public"."entry"."updated_at" FROM "public"."entry"', false],
  ])('%s: %s', (sql, expected) => {
    expect(mayWrite(sql)).toBe(expected)
  })
})
