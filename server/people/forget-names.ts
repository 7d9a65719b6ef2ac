import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'

/** What stands in the history of an entry where it named somebody who was erased. */
const ERASED = '[name erased]'

// The fields of an entry that name people of the directory. Other texts are the entry's own words.
const NAMES_PEOPLE = /^(?:appearances|accordingTo)(?:\.|$)/

/**
 * Takes the names of somebody who is being erased out of the history of the entries that named them,
 * and out of the words by which a search corrects typing, where no record has them any more.
 */
export async function forgetNames(tx: Tx, names: string[]): Promise<void> {
  const longestFirst = names
    .filter((name) => name.trim() !== '')
    .toSorted((one, other) => other.length - one.length)
  if (longestFirst.length === 0) return
  await forgetInHistory(tx, longestFirst)
  await tx.$executeRaw`
    delete from search_word w
    where w.word = any(tsvector_to_array(search_words(${longestFirst.join(' ')}, 'A')))
      and not exists (
        select from search_document d
        where d.workspace_id = w.workspace_id and (d.record <> 'entry') = w.named
          and d.words @@ quote_literal(w.word)::tsquery)`
}

async function forgetInHistory(tx: Tx, names: string[]): Promise<void> {
  // As they stand in the text of JSON.
  const written = names.map((name) => JSON.stringify(name).slice(1, -1))
  const rows = await tx.$queryRaw<{ id: string; changes: object; snapshot: object }[]>`
    select r.id, r.changes, r.snapshot from revision r
    where r.record = 'entry' and exists (
      select from unnest(${written}::text[]) n(name)
      where strpos(r.snapshot::text, n.name) > 0 or strpos(r.changes::text, n.name) > 0)`
  for (const { id, changes, snapshot } of rows) {
    await tx.revision.updateMany({
      where: { id },
      data: { changes: without(names, changes), snapshot: without(names, snapshot) },
    })
  }
}

function without(names: string[], others: object): Prisma.InputJsonObject {
  const parts = Object.entries(others).map(([field, value]) => [
    field,
    NAMES_PEOPLE.test(field) ? blanked(names, value) : (value as unknown),
  ])
  return Object.fromEntries(parts) as Prisma.InputJsonObject
}

function blanked(names: string[], value: unknown): unknown {
  if (typeof value === 'string')
    return names.reduce((text, name) => text.replaceAll(name, ERASED), value)
  if (Array.isArray(value)) return value.map((one) => blanked(names, one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, blanked(names, part)]),
  )
}
