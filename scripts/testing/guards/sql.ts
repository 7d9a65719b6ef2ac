import type { Edit } from './changes'

// What a placeholder of a template may not be read as.
const PLACEHOLDER = '\u0001'
const ENDS = /^\s*(and|or|group by|order by|limit|returning|union|having|for update|then|where)\b/i

/**
 * The conditions of an SQL text, each of which can be taken out alone: what stands after `where`,
 * `on` and `and`, up to what ends it. Placeholders must be masked, with the text's length kept.
 */
export function conditionsIn(text: string): Edit[] {
  // The second word of a range is not a further condition.
  const sql = text.replaceAll(/\bbetween\b[^()]*?\band\b/gi, ({ length }) => masked(length))
  return [...sql.matchAll(/\b(where|and|when)\s+/gi)].flatMap(({ index, 0: word }) => {
    const start = index + word.length
    const end = endOf(sql, start)
    return sql.slice(start, end).trim() === '' ? [] : [{ start, end, text: 'true' }]
  })
}

/** Each comparison with a day or a number, moved by one: the day itself in, or out. */
export function comparisonsIn(sql: string): Edit[] {
  const other: Record<string, string> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' }
  return [...sql.matchAll(/(?<=\s)(<=|>=|<|>)(?=\s)/g)].map(({ index, 0: sign }) => ({
    ...{ start: index, end: index + sign.length },
    text: other[sign] ?? sign,
  }))
}

/** The policies of a migration, each made to hold for every row, and each table's switch. */
export function policiesIn(sql: string): Edit[] {
  const clauses = [...sql.matchAll(/\b(using|with check)\s*\(/gi)].map(({ index, 0: word }) => {
    const start = index + word.length
    return { start, end: endOf(sql, start), text: 'true' }
  })
  const switches = [
    ...sql.matchAll(/alter table [^;]*(enable|force) row level security\s*;/gi),
  ].map(({ index, 0: text }) => ({ start: index, end: index + text.length, text: '' }))
  return [...clauses, ...switches]
}

/** A text of the same length in which placeholders cannot be taken for SQL. */
export function masked(length: number): string {
  return PLACEHOLDER.repeat(length)
}

// Where a condition ends: at the next word that is not its own, or where its brackets close.
function endOf(sql: string, start: number): number {
  let depth = 0
  for (let at = start; at < sql.length; at++) {
    const letter = sql[at] ?? ''
    if (letter === '(') depth += 1
    else if (letter === ')') depth -= 1
    if (depth < 0) return at
    if (depth > 0) continue
    if (letter === ';' || letter === ',') return at
    if (/\s/.test(letter) && ENDS.test(sql.slice(at, at + 20))) return at
  }
  return sql.length
}
