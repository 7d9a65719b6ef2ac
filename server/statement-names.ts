import 'server-only'
import { Prisma } from '@/prisma/generated/client'

/** Each connection keeps the plans of this many statements, so the number is bounded. */
const MOST_NAMED = 200
const NAMELESS = ''
const MARK = '/* planned once */'
/** Longer texts are lists of many values, whose lengths hardly ever come again. */
const LONGEST = 30_000

/** Begins a statement written by hand whose plan is the same for all values, such as one by keys. */
export const plannedOnce = Prisma.raw(MARK)

/**
 * Names the statements that Prisma writes, so that PostgreSQL reads and plans each once in a
 * connection and not at every use: an entry with all its parts is one statement of twenty joins,
 * and planning it takes longer than running it.
 *
 * What is written by hand in SQL stays nameless, since there the best plan depends on the values;
 * unless it begins with `plannedOnce`.
 */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known) return known
    if (names.size >= MOST_NAMED || sql.length > LONGEST || !isNamed(sql)) return NAMELESS
    const name = `prisma_${names.size + 1}`
    names.set(sql, name)
    return name
  }
}

// Prisma quotes every name; ours never are.
function isNamed(sql: string): boolean {
  return /^(SELECT|INSERT INTO|UPDATE|DELETE FROM) "/.test(sql) || sql.startsWith(MARK)
}
