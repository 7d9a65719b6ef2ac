import { expect, it } from 'vitest'
import { plannedOnce, statementNames } from './statement-names'

it('names what Prisma writes, the same each time, and nothing written by hand', () => {
  const nameOf = statementNames()
  const read = { sql: 'SELECT "t0"."id" FROM "public"."entry" AS "t0"' }
  expect(nameOf(read)).toBe('prisma_1')
  expect(nameOf({ sql: 'DELETE FROM "public"."claim"' })).toBe('prisma_2')
  expect(nameOf(read)).toBe('prisma_1')
  expect(nameOf({ sql: ' select id from entry' })).toBe('')
  expect(nameOf({ sql: `${plannedOnce.sql} select id from entry` })).toBe('prisma_3')
  expect(nameOf({ sql: 'COMMIT' })).toBe('')
})

it('stops at a bound, and keeps the names that it gave', () => {
  const nameOf = statementNames()
  const names = Array.from({ length: 300 }, (_, n) => nameOf({ sql: `SELECT "a" LIMIT ${n}` }))
  expect(names.filter(Boolean)).toHaveLength(200)
  expect(nameOf({ sql: 'SELECT "a" LIMIT 7' })).toBe('prisma_8')
})
