import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import {
  errorsBetween,
  errorsForgiven,
  oneErrorFrom,
  SHORTEST_FORGIVEN,
} from '@/lib/search/typing-errors'
import type { Meaning } from '@/lib/search/tsquery'
import type { Tx } from '../db'
import { plannedOnce } from '../statement-names'

const MOST_WORDS = 12
const MOST_FORMS = 50
/** Words that share two letters at the beginning; more than that are not compared. */
const MOST_COMPARED = 5_000
/** Longer words are in records, but not kept as words of the workspace. */
const LONGEST_KEPT = 64

/**
 * The words of a query as the index has them, each with the words that are the same but for their
 * English ending. At most twelve are taken.
 */
export async function exactMeanings(tx: Tx, query: string): Promise<Meaning[]> {
  const rows = await tx.$queryRaw<
    { lexeme: string; siblings: string[]; named: boolean }[]
  >`${plannedOnce}
    with typed as materialized (
      select l.lexeme, min(w.place) as place,
             coalesce((ts_lexize('english_stem', l.lexeme))[1], l.lexeme) as stem
        from unnest(string_to_array(search_fold(${query}), ' ')) with ordinality w(word, place)
        cross join lateral unnest(tsvector_to_array(search_words(w.word, 'A'))) l(lexeme)
       group by l.lexeme order by 2 limit ${MOST_WORDS})
    select lexeme, array(select distinct word from search_word s
                          where s.stem = typed.stem limit ${MOST_FORMS}) as siblings,
           exists (select from search_word s where s.stem = typed.stem and s.named) as named
      from typed order by place`
  return rows.map(({ lexeme, siblings, named }) => {
    const unkept = [...lexeme].length > LONGEST_KEPT
    return {
      typed: lexeme,
      forms: [...new Set([lexeme, ...siblings])],
      known: siblings.length > 0 || unkept,
      named: named || unkept,
    }
  })
}

/**
 * Adds to every word those of the workspace that begin with it, and those from which it differs by
 * a typing error: one from four letters on, two from eight on where the first two letters are right.
 *
 * @param named takes the words of names and titles only, and forgives an error in a word that is
 *   still being typed
 */
export async function fuzzyMeanings(
  tx: Tx,
  exact: readonly Meaning[],
  { named }: { named: boolean },
): Promise<Meaning[]> {
  const readings = exact.flatMap(({ typed }, place) => readingsOf(typed, place, named))
  if (readings.length === 0) return [...exact]
  // One statement for all words, since each is a way to the database and back. Of one word there are
  // few enough forms of it to keep their plans.
  const planned = exact.length === 1 ? plannedOnce : Prisma.empty
  const rows = await tx.$queryRaw<Found[]>(
    Prisma.sql`${planned} ${Prisma.join(readings, ' union all ')}`,
  )
  return exact.map((meaning, place) => {
    const found = (how: Found['how']) =>
      rows.filter((row) => row.place === place && row.how === how)
    const near = nearest(meaning.typed, found('near'), named)
    const added = [...found('begun'), ...found('one'), ...near]
    return {
      typed: meaning.typed,
      forms: [...new Set([...meaning.forms, ...added.map(({ word }) => word)])],
      known: meaning.known || added.length > 0,
      named: meaning.named || added.some((row) => row.named),
    }
  })
}

/** A word of the workspace for the typed one at this place: begun by it, one error away, or to be compared. */
type Found = { place: number; how: 'begun' | 'one' | 'near'; word: string; named: boolean }

function readingsOf(typed: string, place: number, named: boolean): Prisma.Sql[] {
  const letters = [...typed]
  const reading = (how: Found['how'], words: Prisma.Sql) =>
    Prisma.sql`select ${place}::int as place, ${how}::text as how, word, named from (${words}) found`
  const readings: Prisma.Sql[] = []
  // One letter begins too many words to mean any of them, except in a name that is being typed, and
  // except one that is a word by itself.
  if (named || typed.length > 1 || IS_WORD.test(typed))
    readings.push(reading('begun', beginningWith(typed, named, MOST_FORMS)))
  if (letters.length < SHORTEST_FORGIVEN) return readings
  readings.push(reading('one', oneErrorAway(typed, named)))
  const forgiven = errorsIn(typed, named)
  // One error in a whole word is found above, without a comparison.
  if (!named && forgiven < 2) return readings
  const begun = letters.slice(0, 2).join('')
  const compared = named
    ? beginningWith(begun, named, MOST_COMPARED)
    : ofLengthNear(begun, letters.length, forgiven)
  return [...readings, reading('near', compared)]
}

const IS_WORD = /^\p{Script=Han}$/u

// Four letters of a name to come are too few to tell an error from another name.
function errorsIn(typed: string, named: boolean): number {
  return named && [...typed].length === SHORTEST_FORGIVEN ? 0 : errorsForgiven(typed)
}

function nearest(typed: string, compared: Found[], named: boolean): Found[] {
  const forgiven = errorsIn(typed, named)
  return compared
    .filter(({ word }) => named || mayBeNear(typed, word, forgiven))
    .map((row) => ({ row, errors: errorsBetween(typed, row.word, named) }))
    .filter(({ errors }) => errors <= forgiven)
    .sort((a, b) => a.errors - b.errors)
    .slice(0, MOST_FORMS)
    .map(({ row }) => row)
}

// The words stand in a query of their own: a planner that sees a thousand of them weighs each one,
// which takes ten times as long as looking them up. They go there as one text, which is read sooner.
function oneErrorAway(word: string, named: boolean): Prisma.Sql {
  return Prisma.sql`
    select word, bool_or(named) as named from search_word
     where named = any(${kinds(named)}::boolean[])
       and word = any((select string_to_array(${oneErrorFrom(word).join(' ')}, ' '))::text[])
     group by word limit ${MOST_FORMS}`
}

function ofLengthNear(beginning: string, length: number, errors: number): Prisma.Sql {
  return Prisma.sql`
    select word, bool_or(named) as named from search_word
     where named = any(${kinds(false)}::boolean[])
       and word >= ${beginning} and word < ${beginning + '\u{10ffff}'}
       and length(word) between ${length - errors} and ${length + errors}
     group by word limit ${MOST_COMPARED}`
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
function beginningWith(beginning: string, named: boolean, most: number): Prisma.Sql {
  return Prisma.sql`
    select word, bool_or(named) as named from search_word
     where named = any(${kinds(named)}::boolean[])
       and word >= ${beginning} and word < ${beginning + '\u{10ffff}'}
     group by word order by length(word), word limit ${most}`
}

function kinds(named: boolean): boolean[] {
  return named ? [true] : [true, false]
}
