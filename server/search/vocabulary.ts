import 'server-only'
import {
  errorsBetween,
  errorsForgiven,
  oneErrorFrom,
  SHORTEST_FORGIVEN,
} from '@/lib/search/typing-errors'
import type { Meaning } from '@/lib/search/tsquery'
import type { Tx } from '../db'

const MOST_WORDS = 12
const MOST_FORMS = 50
/** Words that share two letters at the beginning; more than that are not compared. */
const MOST_COMPARED = 5_000

/**
 * The words of a query as the index has them, each with the words that are the same but for their
 * English ending. At most twelve are taken.
 */
export async function exactMeanings(tx: Tx, query: string): Promise<Meaning[]> {
  const rows = await tx.$queryRaw<{ lexeme: string; siblings: string[] }[]>`
    with typed as materialized (
      select l.lexeme, min(w.place) as place,
             coalesce((ts_lexize('english_stem', l.lexeme))[1], l.lexeme) as stem
        from unnest(string_to_array(search_fold(${query}), ' ')) with ordinality w(word, place)
        cross join lateral unnest(tsvector_to_array(search_words(w.word, 'A'))) l(lexeme)
       group by l.lexeme order by 2 limit ${MOST_WORDS})
    select lexeme, array(select distinct word from search_word s
                          where s.stem = typed.stem limit ${MOST_FORMS}) as siblings
      from typed order by place`
  return rows.map(({ lexeme, siblings }) => ({
    typed: lexeme,
    forms: [...new Set([lexeme, ...siblings])],
  }))
}

/**
 * Adds to every word those of the workspace that begin with it, and those from which it differs by
 * a typing error: one from four letters on, two from eight on where the first two letters are right.
 *
 * @param named takes the words of names and titles only, and forgives an error in a word that is
 *   still being typed
 */
export async function looseMeanings(
  tx: Tx,
  exact: readonly Meaning[],
  { named }: { named: boolean },
): Promise<Meaning[]> {
  const meanings: Meaning[] = []
  for (const { typed, forms } of exact) {
    // One letter begins too many words to mean any of them, except in a name that is being typed.
    const begun = named || typed.length > 1 ? await beginningWith(tx, typed, named, MOST_FORMS) : []
    const near = await likeWord(tx, typed, named)
    meanings.push({ typed, forms: [...new Set([...forms, ...begun, ...near])] })
  }
  return meanings
}

async function likeWord(tx: Tx, word: string, named: boolean): Promise<string[]> {
  const letters = [...word]
  if (letters.length < SHORTEST_FORGIVEN) return []
  const one = await tx.$queryRaw<{ word: string }[]>`
    select distinct word from search_word
     where named = any(${kinds(named)}::boolean[]) and word = any(${oneErrorFrom(word)}::text[])
     limit ${MOST_FORMS}`
  const found = one.map((row) => row.word)
  // Four letters of a name to come are too few to tell an error from another name.
  const forgiven = named && letters.length === SHORTEST_FORGIVEN ? 0 : errorsForgiven(word)
  // One error in a whole word is found above, without a comparison.
  if (!named && forgiven < 2) return found
  const same = named
    ? await beginningWith(tx, letters.slice(0, 2).join(''), named, MOST_COMPARED)
    : await ofLengthNear(tx, letters, forgiven)
  const near = same
    .filter((other) => named || mayBeNear(word, other, forgiven))
    .map((other) => ({ other, errors: errorsBetween(word, other, named) }))
    .filter(({ errors }) => errors <= forgiven)
    .sort((a, b) => a.errors - b.errors)
  return [...found, ...near.map(({ other }) => other).slice(0, MOST_FORMS)]
}

async function ofLengthNear(tx: Tx, letters: string[], errors: number): Promise<string[]> {
  const beginning = letters.slice(0, 2).join('')
  const rows = await tx.$queryRaw<{ word: string }[]>`
    select distinct word from search_word
     where named = any(${kinds(false)}::boolean[])
       and word >= ${beginning} and word < ${beginning + '\u{10ffff}'}
       and length(word) between ${letters.length - errors} and ${letters.length + errors}
     limit ${MOST_COMPARED}`
  return rows.map(({ word }) => word)
}

// An error changes at most one letter for another, so words with many other letters are not near.
function mayBeNear(word: string, other: string, errors: number): boolean {
  const left = [...word]
  for (const letter of other) {
    const at = left.indexOf(letter)
    if (at >= 0) left.splice(at, 1)
  }
  return left.length <= errors
}

// A range, since row security lets "like" reach no index. The last possible letter ends it.
async function beginningWith(
  tx: Tx,
  beginning: string,
  named: boolean,
  most: number,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ word: string }[]>`
    select distinct word, length(word) from search_word
     where named = any(${kinds(named)}::boolean[])
       and word >= ${beginning} and word < ${beginning + '\u{10ffff}'}
     order by length(word), word limit ${most}`
  return rows.map(({ word }) => word)
}

function kinds(named: boolean): boolean[] {
  return named ? [true] : [true, false]
}
