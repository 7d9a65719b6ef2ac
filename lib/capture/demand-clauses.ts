import { asksAnother } from './demand-guards'
import { targetsIn, type DemandContext } from './demand-targets'
import { BASE } from './demand-words'

/** One thing asked behind "that", of whom where it says so, and where its words begin. */
type ThatClause = { who: string; whoAt: number; words: string; at: number }

const THAT_CLAUSE = new RegExp(
  `(?:,(?: and)?| and) that ((?:the |its |their )?(?:it|they|[\\p{L}][^,.;]{1,60}?)) ((?:${BASE})\\b)`,
  'gu',
)

/** "inspect the kitchens, that it publish what it finds, and that Acme pay": each with whom it is asked of. */
export function thatClauses(what: string): ThatClause[] {
  const found: ThatClause[] = []
  let begin = { who: '', whoAt: 0, at: 0 }
  for (const match of what.matchAll(THAT_CLAUSE)) {
    found.push({ ...begin, words: what.slice(begin.at, match.index) })
    const [whole, who = '', verb = ''] = match
    begin = {
      who,
      whoAt: match.index + whole.lastIndexOf(who, whole.length - verb.length - 1),
      at: match.index + whole.length - verb.length,
    }
  }
  found.push({ ...begin, words: what.slice(begin.at) })
  return found
}

/**
 * "called on A to do this and on B to do that": B, where the words of A end, and where its own begin.
 *
 * @param offset where the words begin in the text.
 */
export function askedOfAnother(
  context: DemandContext,
  what: string,
  offset: number,
): { targets: string[]; from: number; at: number } | null {
  const other = /,? and (?:on |for )?((?:the )?[\p{L}][\p{L}'’. -]{1,50}?) to (?=\p{Ll})/u.exec(
    what,
  )
  const who = other?.[1] ?? ''
  if (!other || !(/ and on /u.test(other[0]) || asksAnother(what.slice(0, other.index), who)))
    return null
  const targets = targetsIn(context, offset + other.index + other[0].indexOf(who), who)
  return targets.length > 0
    ? { targets, from: other.index, at: other.index + other[0].length }
    : null
}
