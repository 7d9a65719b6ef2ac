import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'
import { named, referencesTo, type Reference, type UniqueIndex } from '../trash/references'
import type { Step } from './detail'

type Row = Record<string, unknown>

/**
 * What points at a record and would move with a merge. What was told of an entry's review stays where it is:
 * its words are found by the entry and its version, and those of another entry were said of that one.
 */
export async function movingReferences(tx: Tx, table: string): Promise<Reference[]> {
  const all = await referencesTo(tx, table)
  return all.filter(({ table: other, column }) => other !== 'notification' || column !== 'entry_id')
}

/**
 * Moves everything that points at `duplicate` to `survivor`. What would then stand there twice is taken out,
 * and so is what would point at itself.
 *
 * @returns what was done, in order
 */
export async function moveReferences(
  tx: Tx,
  table: string,
  duplicate: string,
  survivor: string,
): Promise<Step[]> {
  const steps: Step[] = []
  const references = await movingReferences(tx, table)
  for (const reference of references) {
    for (const unique of reference.uniques)
      add(steps, await removeTwins(tx, reference, unique, duplicate, survivor))
    for (const other of references) {
      if (other.table === reference.table && other.column !== reference.column)
        add(steps, await removeLoops(tx, reference, other.column, duplicate, survivor))
    }
    add(steps, await move(tx, reference, duplicate, survivor))
  }
  return steps
}

/** Takes steps back, the last one first, so that the same rows stand where they stood. */
export async function takeBack(
  tx: Tx,
  steps: Step[],
  duplicate: string,
  survivor: string,
): Promise<void> {
  for (const step of steps.toReversed()) {
    const table = named(step.table)
    if (step.did === 'removed') {
      await tx.$executeRaw`
        insert into ${table}
        select * from jsonb_populate_recordset(null::${table}, ${JSON.stringify(step.rows)}::jsonb)
        on conflict do nothing`
    } else if (step.did === 'shifted') {
      await shift(tx, step, duplicate, -BEHIND)
    } else {
      const column = named(step.column)
      for (const key of step.keys) {
        const at = Prisma.join(
          Object.entries(key).map(
            ([name, value]) => Prisma.sql`${named(name)}::text = ${String(value)}`,
          ),
          ' and ',
        )
        await (step.did === 'moved'
          ? tx.$executeRaw`
              update ${table} set ${column} = ${duplicate}::uuid where ${at} and ${column} = ${survivor}::uuid`
          : tx.$executeRaw`
              update ${table} t set ${column} =
                (jsonb_populate_record(t, ${JSON.stringify({ [step.column]: step.from })}::jsonb)).${column}
              where ${at}`)
      }
    }
  }
}

const BEHIND = 1_000

/** Puts the rows of the record that goes behind those of the survivor, wherever they have an order. */
export async function putBehind(tx: Tx, table: string, duplicate: string): Promise<Step[]> {
  const steps: Step[] = []
  for (const { table: other, column } of await referencesTo(tx, table)) {
    const ordered = await tx.$queryRaw<unknown[]>`
      select 1 from pg_attribute where attrelid = ${other}::regclass and attname = 'position'`
    if (ordered.length === 0) continue
    const step = { did: 'shifted', table: other, column } as const
    await shift(tx, step, duplicate, BEHIND)
    steps.push(step)
  }
  return steps
}

async function shift(
  tx: Tx,
  { table, column }: { table: string; column: string },
  duplicate: string,
  by: number,
): Promise<void> {
  await tx.$executeRaw`
    update ${named(table)} set position = position + ${by}::int where ${named(column)} = ${duplicate}::uuid`
}

function add(steps: Step[], step: Step): void {
  if (
    step.did === 'removed' ? step.rows.length > 0 : step.did === 'shifted' || step.keys.length > 0
  )
    steps.push(step)
}

async function move(
  tx: Tx,
  { table, column, key }: Reference,
  duplicate: string,
  survivor: string,
): Promise<Step> {
  const moved = await tx.$queryRaw<{ key: Row }[]>`
    update ${named(table)} set ${named(column)} = ${survivor}::uuid where ${named(column)} = ${duplicate}::uuid
    returning ${keyOf(key)} as key`
  return { did: 'moved', table, column, keys: moved.map((row) => row.key) }
}

async function removeTwins(
  tx: Tx,
  { table, column }: Reference,
  unique: UniqueIndex,
  duplicate: string,
  survivor: string,
): Promise<Step> {
  const same =
    unique.columns.length === 0
      ? Prisma.sql`true`
      : Prisma.join(
          unique.columns.map((name) => Prisma.sql`twin.${named(name)} = t.${named(name)}`),
          ' and ',
        )
  // As the catalogue words it, of the row of whichever table is nearest.
  const holds = Prisma.raw(unique.holds)
  const removed = await tx.$queryRaw<{ row: Row }[]>`
    delete from ${named(table)} t
    where t.${named(column)} = ${duplicate}::uuid and (${holds}) and exists (
      select from ${named(table)} twin
      where twin.${named(column)} = ${survivor}::uuid and ${same} and (${holds}))
    returning to_jsonb(t) as row`
  return { did: 'removed', table, rows: removed.map(({ row }) => row) }
}

async function removeLoops(
  tx: Tx,
  { table, column }: Reference,
  other: string,
  duplicate: string,
  survivor: string,
): Promise<Step> {
  const removed = await tx.$queryRaw<{ row: Row }[]>`
    delete from ${named(table)} t
    where t.${named(column)} = ${duplicate}::uuid and t.${named(other)} = ${survivor}::uuid
    returning to_jsonb(t) as row`
  return { did: 'removed', table, rows: removed.map(({ row }) => row) }
}

function keyOf(key: string[]): Prisma.Sql {
  return Prisma.sql`jsonb_build_object(${Prisma.join(
    key.flatMap((name) => [Prisma.sql`${name}::text`, named(name)]),
  )})`
}
