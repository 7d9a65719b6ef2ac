import type { Entity } from './entity'
import { namedBy } from './generic-names'

export type DemandContext = {
  text: string
  entities: Entity[]
  /** What "the company" means in this text: the organization that it speaks of most. */
  main: Entity | null
}

const KIND =
  /^(?:the |this |our |that |its |their |his |her )?(?:[\p{Ll}-]+ ){0,2}(?:company|corporation|firm|giant|retailer|employer|management|executives|leadership|agency|university|school|college|chain|\p{Ll}*maker|insurer|lab|studio|platform|app|startup|landlord|owners?|union|city|county|state|province|government|administration|board|district|hospital|department|commission|commissioners|court|council|committee|ministry|authority|legislature|mayor|governor|police|church|museum|library|clinic|miner|carrier|operator|bank)\b/iu
/** Words that mean a body only where one of that name is known. */
const NAMED_KIND =
  /^(?:the |this |its |their )?(?:[\p{Ll}-]+ )?(?:fund|trust|festival|foundation|society|charity|federation|network|institute)\b/iu

/** "the chief executives of major firms" */
const OF_MANY =
  /^(?:[\p{Ll}-]+ ){0,3}(?:executives|leaders|bosses|managers|CEOs|officers|boards) (?:of|at) (?:[\p{Ll}-]+ ){0,3}(?:firms|companies|corporations|banks|universities|retailers|employers|districts|agencies)$/iu

/** The organizations in these words, or the one that "the company" or "the hospital" means. */
export function targetsIn(
  { text, entities, main }: DemandContext,
  offset: number,
  words: string,
): string[] {
  const clean = words.replace(/^(?:the|that|all|this|our|its|their) /iu, '').trim()
  const named = entities.filter(
    ({ kind, mentions }) =>
      (kind === 'organization' || kind === 'person') &&
      mentions.some(({ start, end }) => start >= offset && end <= offset + words.length),
  )
  if (named.length > 0) return named.map(({ name }) => name)
  if (/^(?:it|them)\b/iu.test(words.trim())) {
    // "delivered a petition to the board, asking it to": whom the sentence says it was put to.
    const before = text.slice(0, offset)
    const begin = Math.max(...['. ', '! ', '? ', '\n'].map((end) => before.lastIndexOf(end)))
    const put = putTo({ text, entities, main }, begin + 1, offset)
    return put.length > 0 ? put : main ? [main.name] : []
  }
  if (OF_MANY.test(clean)) return [clean]
  if (!KIND.test(words.trim()) && NAMED_KIND.test(words.trim())) {
    const name = namedBy(words, entities, null, offset)
    return name === null ? [] : [name]
  }
  if (KIND.test(words.trim())) return [namedBy(words, entities, main, offset) ?? clean]
  return /^(?:[\p{Ll}-]+ ){0,3}(?:lawmakers|aldermen|alderpersons|council ?members|councill?ors|commissioners|supervisors|trustees|regents|managers|CEOs|chief executives|firms|banks|universities|officials|regulators|congress|council|legislators|ministers?|companies|employers|executives|leaders|bosses|management|shareholders|investors|authorities|governments?|advertisers|senators|prosecutors)(?: of (?:the )?\p{Lu}[\p{L} ]*)?$/iu.test(
    clean,
  )
    ? [clean]
    : []
}

/** Whom a report says that it was put to, before the words that demand: "wrote to Acme calling for". */
export function putTo({ entities, text }: DemandContext, from: number, to: number): string[] {
  const found = entities
    .filter(({ kind }) => kind === 'organization')
    .flatMap((entity) =>
      entity.mentions.map(({ start, end }) => ({ name: entity.name, start, end })),
    )
    .filter(
      ({ start, end }) =>
        start >= from &&
        end <= to &&
        /\b(?:to|at|outside|against|of|told) (?:the )?(?:[\p{Ll}-]+ of )?$/iu.test(
          text.slice(from, start),
        ),
    )
    .sort((a, b) => b.start - a.start)[0]
  return found ? [found.name] : []
}
