import type { Entity } from './entity'
import { namedBy } from './generic-names'
import { askedIn, bodyOf } from './silent-bodies'
import { askedBefore, holderOf } from './silent-asked'
import { capitalized, leftOut, pronounBefore, subjectOf } from './silent-subjects'
import { passageOf } from './sentences'
import { SILENCES } from './silences'
import type { Found, FoundNonResponse, NonResponseOutcome, Span } from './types'

/** What the sentence before said of whose silence. */
type Silence = { outcome: NonResponseOutcome; names: string[] }

const ASKED_BY =
  /\b(?:to|of|from) (?:the )?([^.,;]{2,50}?)['’]s? (?:multiple |repeated |several )?(?:requests?|questions?|inquir\w+|enquir\w+|calls?|messages?|e-?mails?)|\brequests? for comment from (?:the )?([^.,;]{2,50})|\b(?:de|a) (?:las |la )?(?:preguntas|solicitud|consultas?) de ([^.,;]{2,50})/iu

/**
 * Finds who did not answer, in which of the three ways, and whom.
 *
 * @param quoted where somebody else is quoted: what they say of a silence is theirs.
 */
export function nonResponsesOf(
  context: { text: string; entities: Entity[]; main: Entity | null; publisher: string },
  sentences: Span[],
  quoted: Span[],
): Found<FoundNonResponse>[] {
  const { text, entities, main, publisher } = context
  const found: Found<FoundNonResponse>[] = []
  let before: Silence | null = null
  let previous: Span | null = null
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end)
    const earlier = previous ? text.slice(previous.start, previous.end) : ''
    const around = { previous, main }
    const previousOf = previous
    previous = sentence
    const last: Silence | null = before
    before = null
    // "Neither had the council", after a sentence that says who had not replied
    const like = last && LIKEWISE.exec(words)
    if (like) {
      const names = organizationsBetween(
        text,
        entities,
        sentence.start + like[0].length,
        sentence.end,
      )
      for (const organization of names.slice(0, 1))
        found.push({
          value: { organization, outcome: last.outcome, askedBy: publisher },
          confidence: 0.85,
          passages: [passageOf(text, sentence)],
        })
      continue
    }
    // "Somebody declined to comment, saying it does not discuss": "it" is whoever declined, not "the company".
    let unnamed = false
    for (const { outcome, words: pattern } of SILENCES) {
      const match = pattern.exec(words)
      if (!match) continue
      // "They ignored us" in somebody's own words is what they say, not what the newsroom found.
      const at = sentence.start + match.index
      if (quoted.some(({ start, end }) => at >= start && at < end)) continue
      if (!aboutComment(words, outcome) && (outcome === 'declined' || !WROTE.test(earlier)))
        continue
      const clause = clauseBefore(words, match.index)
      const near =
        askedIn(words, match, entities, sentence) ??
        organizationsBetween(text, entities, sentence.start + clause, sentence.start + match.index)
      const named =
        near.length > 0 || GENERIC.test(words.slice(clause, match.index))
          ? near
          : organizationsBetween(text, entities, sentence.start, sentence.start + match.index)
      // "Ob Acme beteiligt ist, wollte Bo Lee nicht sagen" is Lee's silence.
      const behind = within(match)
      const names: string[] =
        behind ??
        (named.length > 0
          ? named
          : (pronounBefore(
              text,
              words.slice(clause, Math.max(match.index, 5)),
              entities,
              sentence,
              around,
            ) ??
            leftOut(text, match[0], words.slice(clause, match.index), entities, sentence) ??
            generic(words.slice(clause, match.index)) ??
            generic(words.slice(0, match.index)) ??
            // "We reached out to Acme. We have not heard back."
            (/^(?:We|Our)\b/u.test(words)
              ? (last?.names ?? askedBefore(text, previousOf, entities, publisher))
              : null) ??
            holderOf(words.slice(clause, match.index), text, entities, sentence) ??
            []))
      if (names.length === 0) {
        unnamed = true
        continue
      }
      before = { outcome, names }
      const asked = ASKED_BY.exec(words)
      const askedBy = (asked?.[1] ?? asked?.[2] ?? asked?.[3] ?? '').trim()
      for (const organization of names.map((name) => bodyOf(name, context))) {
        const same = found.find(
          ({ value }) => value.organization === organization && compatible(value.outcome, outcome),
        )
        if (same) {
          same.passages.push(passageOf(text, sentence))
          if (outcome !== 'no_reply' && outcome !== 'waiting') same.value.outcome = outcome
          else if (same.value.outcome === 'waiting') same.value.outcome = outcome
          if (askedBy) same.value.askedBy = askedBy
        } else
          found.push({
            value: { organization, outcome, askedBy: askedBy || publisher },
            confidence: named.length > 0 ? 0.96 : 0.85,
            passages: [passageOf(text, sentence)],
          })
      }
      break

      /** In German the one who is silent may stand behind the verb: "Zur App äußerte sich Acme nicht." */
      function within({ index, 0: said }: RegExpExecArray): string[] | null {
        if (!/^(?:äu|woll|beantwort)|\blehnten? /iu.test(said)) return null
        const begin = sentence.start + index
        const pronoun = / lehnten? (er|sie|es) /iu.exec(said)?.[1]
        if (pronoun) return pronounBefore(text, capitalized(pronoun), entities, sentence, around)
        const names = organizationsBetween(text, entities, begin, begin + said.length)
        return names.length > 0 ? names.slice(0, 1) : null
      }

      function generic(before: string): string[] | null {
        if (unnamed) return null
        const name =
          (NO_ONES_SPOKESMAN.test(before)
            ? (subjectOf(text, around.previous, entities, main) ??
              subjectOf(text, paragraphBefore(text, sentence), entities, main))
            : null) ?? namedBy(before, entities, main, sentence.start + (match?.index ?? 0))
        return name === null ? null : [name]
      }
    }
  }
  return found
}

/** "A spokesman declined", whose the sentence before says. */
const NO_ONES_SPOKESMAN =
  /^(?:An?|The|Its|Their) (?:\p{Ll}+ )?spokes\p{L}+ (?:also |then |later )?$/u

/** What its paragraph says before a sentence. */
function paragraphBefore(text: string, { start }: Span): Span {
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: start }
}

/** What makes the sentence that follows one of an answer: "The students wrote to the provost. He has not answered." */
const WROTE =
  /\b(?:wrote|written|letters?|e-?mail(?:s|ed)?|asked|questions?|requests?|petition|messages?|called|contacted)\b/iu

const LIKEWISE = /^(?:Neither|Nor) (?:had|has|have|did|does|was|were|would) /u

/** A refusal to bargain is a response; only a request by somebody who reports is an inquiry. */
function aboutComment(words: string, outcome: NonResponseOutcome): boolean {
  if (outcome === 'declined') return !AT_THE_TABLE.test(words)
  return /\b(?:comment|requests?|questions?|inquir\w+|enquir\w+|quer(?:y|ies)|e-?mails?|calls?|messages?|reached|respond(?:ed)? (?:to|by|before|in time)|(?:when|if) asked|reporters?|interview|letters?|petitions?|voicemails?|phone|teléfono|silencio|auskunft|angaben|kommentar|éxito|contactar|word|back|reach|hold of|contact(?:ed)?|approached|reachable|available|immediate|answered (?:it|them)|confirm|preguntas|solicitud(?:es)?|consultas?|comentarios?|llamadas|anfragen?|stellungnahme|nachfragen?|presseanfrage|fragen|respond|reply|replied|responded|respondió|respondieron|respondido|contest\w+|beantwortet|geantwortet|reagiert|erreichen|erreichbar|press|consultad[oa]s?|consultó|respuesta|anfrage)(?![\p{L}])/iu.test(
    words,
  )
}

/** "proposed raises of 2 percent and refused to discuss room cleaning" */
const AT_THE_TABLE =
  /\b(?:at the (?:bargaining )?table|(?:proposed|offered) [^.;]{2,120}?),? (?:and|but) refus\p{Ll}+ to discuss\b|\bat the (?:bargaining )?table\b[^.;]{0,160}\brefus\p{Ll}+ to discuss\b/iu

/** Where the clause begins whose verb stands at this place. */
function clauseBefore(words: string, limit: number): number {
  let begin = 0
  for (const match of words
    .slice(0, limit)
    .matchAll(/(?:[,—–] (?:but|while|though|although|yet|pero|aber|während)|;|—|: ) ?/giu))
    begin = match.index + match[0].length
  return begin
}

function organizationsBetween(
  text: string,
  entities: Entity[],
  from: number,
  to: number,
): string[] {
  const inRange = (kind: Entity['kind']) =>
    entities
      .filter((entity) => entity.kind === kind)
      .flatMap((entity) =>
        entity.mentions
          .filter(({ start, end }) => start >= from && end <= to)
          // "asked by the Daily News" names who asked.
          .filter(({ start }) => !ASKING.test(text.slice(Math.max(from, start - 60), start)))
          .map(({ start, end }) => ({ name: entity.name, start, end })),
      )
      .sort((a, b) => a.start - b.start)
  const organizations = subjects('organization')
  return organizations.length > 0 ? organizations : subjects('person')

  /** The names that are listed right before the verb; where other words stand between, the clause's first one. */
  function subjects(kind: Entity['kind']): string[] {
    const found = inRange(kind)
    const last = found.at(-1)
    if (!last) return []
    if (
      !/^\.?(?:['’]s?)?(?: (?:spokes|representat|official|executive|press office|chief|management|manager|office|owner|director|lawyer|attorney)[\p{L} ]*)?(?:,[^,]*,)?[,\s]*(?:who |also |both |each |all |has |had |have |was |were |and |wurden? |ist |sind |hat |haben |todavía |aún )*$/u.test(
        text.slice(last.end, to),
      ) &&
      found.length > 1
    )
      return [found[0]?.name ?? '']
    const listed = [last]
    for (const one of found.slice(0, -1).reverse()) {
      const next = listed[0]
      if (
        !next ||
        !/^\.?(?:\s*\([^)]*\))?,? ?(?:and|or|nor|y|e|und|as well as)? ?(?:the |la |el |die |der )?(?:(?:\p{Lu}\p{Ll}+ ){1,3})?$/u.test(
          text.slice(one.end, next.start),
        )
      )
        break
      listed.unshift(one)
    }
    return [...new Set(listed.map(({ name }) => name))]
  }
}

/** "when asked by the Daily News", and not "made by Acme, which did not respond" */
const ASKING =
  /\b(?:asked|contacted|approached|reached|called|phoned|e-?mailed|questioned|pressed|interviewed|sent|posed|put|requests?|questions?|calls?|e-?mails?|messages?)(?: \p{L}+){0,2} by (?:the )?$|\b(?:por|von) (?:the )?$/iu

const GENERIC =
  /\b(?:company|spokes\w+|representatives?|firm|corporation|giant|retailer|employer|management|agency|university|department|empresa|compañía|portavoz|unternehmen|konzern|sprecher(?:in)?|officials?|executives?|chain|it|they)\b[^.]*$/iu

function compatible(a: NonResponseOutcome, b: NonResponseOutcome): boolean {
  return a === b || [a, b].some((one) => one === 'no_reply' || one === 'waiting')
}
