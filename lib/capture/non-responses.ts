import type { Entity } from './entity'
import { namedBy } from './generic-names'
import { passageOf } from './sentences'
import { SILENCES } from './silences'
import type { Found, FoundNonResponse, NonResponseOutcome, Span } from './types'

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
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end)
    for (const { outcome, words: pattern } of SILENCES) {
      const match = pattern.exec(words)
      if (!match) continue
      // "They ignored us" in somebody's own words is what they say, not what the newsroom found.
      const at = sentence.start + match.index
      if (quoted.some(({ start, end }) => at >= start && at < end)) continue
      if (!aboutComment(words, outcome)) continue
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
      const names =
        behind ??
        (named.length > 0
          ? named
          : (pronounBefore(words.slice(clause, Math.max(match.index, 5)), entities, sentence) ??
            generic(words.slice(clause, match.index)) ??
            generic(words.slice(0, match.index)) ??
            []))
      if (names.length === 0) continue
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
        if (!/^(?:äu|wollte)|\blehnten? /iu.test(said)) return null
        const begin = sentence.start + index
        const pronoun = / lehnten? (er|sie|es) /iu.exec(said)?.[1]
        if (pronoun) return pronounBefore(capitalized(pronoun), entities, sentence)
        const names = organizationsBetween(text, entities, begin, begin + said.length)
        return names.length > 0 ? names.slice(0, 1) : null
      }

      function generic(before: string): string[] | null {
        const name = namedBy(before, entities, main, sentence.start + (match?.index ?? 0))
        return name === null ? null : [name]
      }
    }
  }
  return found
}

/** "Through a lawyer, Ada Smith, Acme said … Smith declined to say" is Acme's silence, as is that of its spokesman. */
function bodyOf(name: string, { text, entities }: { text: string; entities: Entity[] }): string {
  const person = entities.find((entity) => entity.kind === 'person' && entity.name === name)
  if (!person || !/\b(?:spokes\p{L}+|lawyer|attorney|counsel)\b/iu.test(person.description))
    return name
  const own = entities.find(
    (entity) =>
      entity.kind === 'organization' &&
      [entity.name, ...entity.otherNames].some((own) => person.description.includes(own)),
  )
  const through = person.mentions.find(({ start }) =>
    /\bthrough (?:an?|its|their) \p{L}+, $/iu.test(text.slice(Math.max(0, start - 40), start)),
  )
  const beside =
    through &&
    entities.find(
      ({ kind, mentions }) =>
        kind === 'organization' &&
        mentions.some(({ start }) => /^, (?:the )?$/u.test(text.slice(through.end, start))),
    )
  return own?.name ?? beside?.name ?? name
}

/** A refusal to bargain is a response; only a request by somebody who reports is an inquiry. */
function aboutComment(words: string, outcome: NonResponseOutcome): boolean {
  if (outcome === 'declined') return true
  return /\b(?:comment|requests?|questions?|inquir\w+|enquir\w+|e-?mails?|calls?|messages?|reached|respond(?:ed)? (?:to|by|before|in time)|reporters?|interview|letter|petition|voicemails?|back|approached|reachable|available|immediate|answered (?:it|them)|confirm|preguntas|solicitud(?:es)?|consultas?|comentarios?|llamadas|anfragen?|stellungnahme|nachfragen?|presseanfrage|fragen|respond|reply|replied|responded|respondió|respondieron|respondido|contest\w+|beantwortet|geantwortet|reagiert|erreichen|erreichbar|press|consultad[oa]s?|anfrage)(?![\p{L}])/iu.test(
    words,
  )
}

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
          .filter(({ start }) => !/\b(?:by|por|von) (?:the )?$/iu.test(text.slice(from, start)))
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
      !/^\.?(?:['’]s?)?(?: (?:spokes|representat|official|executive|press office|chief|management|manager|office|owner|director|lawyer|attorney)[\p{L} ]*)?(?:,[^,]*,)?[,\s]*(?:who |also |both |each |all |has |had |have |was |were |and )*$/u.test(
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
        !/^\.?(?:\s*\([^)]*\))?,? ?(?:and|or|nor|y|e|und|as well as)? ?(?:the |la |el |die |der )?$/u.test(
          text.slice(one.end, next.start),
        )
      )
        break
      listed.unshift(one)
    }
    return [...new Set(listed.map(({ name }) => name))]
  }
}

/** "The Ledger has not heard back from Acme", "has reached out to Acme": who was asked stands behind "to" and "from". */
function askedIn(
  words: string,
  { 0: said }: RegExpExecArray,
  entities: Entity[],
  sentence: Span,
): string[] | null {
  if (/\bneither (?:company|firm|agency|group|of (?:them|the (?:companies|firms)))\b/iu.test(words))
    return lastTwo(entities, sentence)
  if (!/\b(?:heard?|reached out|(?:contacted|approached) (?!for))\b/iu.test(said)) return null
  const lead = /\b(?:to|from|with|contacted|approached|and) (?:the )?$/iu
  const names = entities
    .filter(({ kind }) => kind === 'organization' || kind === 'person')
    .filter(({ mentions }) =>
      mentions.some(
        ({ start, end }) =>
          start >= sentence.start &&
          end <= sentence.end &&
          lead.test(words.slice(Math.max(0, start - sentence.start - 24), start - sentence.start)),
      ),
    )
  return names.length > 0 ? names.map(({ name }) => name) : null
}

/** Whom "neither company" means: the two organizations that were named last. */
function lastTwo(entities: Entity[], { start: limit }: Span): string[] | null {
  const named = entities
    .filter(({ kind }) => kind === 'organization')
    .map(({ name, mentions }) => ({
      name,
      at: Math.max(-1, ...mentions.map(({ start }) => start).filter((start) => start < limit)),
    }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)
  return named.length < 2 ? null : named.slice(0, 2).map(({ name }) => name)
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** "It did not respond" speaks of the organization, "he" of the person that was named last. */
function pronounBefore(clause: string, entities: Entity[], sentence: Span): string[] | null {
  const pronoun = /^\s*(It|They|Both|Neither|He|She|Es|Sie|Er)\b/u.exec(clause)?.[1]
  if (!pronoun || clause.trim().split(/\s+/u).length > 2) return null
  const kind = /^(?:He|She|Er)$/u.test(pronoun) ? 'person' : 'organization'
  const before = entities
    .filter((entity) => entity.kind === kind)
    .flatMap((entity) =>
      entity.mentions
        .filter(({ end }) => end <= sentence.start && end > sentence.start - 350)
        .map(({ end }) => ({ name: entity.name, end })),
    )
    .sort((a, b) => b.end - a.end)[0]
  return before ? [before.name] : null
}

const GENERIC =
  /\b(?:company|spokes\w+|representatives?|firm|corporation|giant|retailer|employer|management|agency|university|department|empresa|compañía|portavoz|unternehmen|konzern|sprecher(?:in)?|officials?|executives?|chain|it|they)\b[^.]*$/iu

function compatible(a: NonResponseOutcome, b: NonResponseOutcome): boolean {
  return a === b || [a, b].some((one) => one === 'no_reply' || one === 'waiting')
}
