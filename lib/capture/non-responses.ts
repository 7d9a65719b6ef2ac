import type { Entity } from './entity'
import { passageOf } from './sentences'
import type { Found, FoundNonResponse, NonResponseOutcome, Span } from './types'

type Pattern = { outcome: NonResponseOutcome; words: RegExp }

/** The phrases by which newsrooms say that somebody did not answer: three different facts. */
const PATTERNS: Pattern[] = [
  {
    outcome: 'did_not_immediately_respond',
    words:
      /\b(?:did not|didn['’]t|had not|hadn['’]t|has not|have not|hasn['’]t|haven['’]t|was not|were not) (?:immediately|promptly|right away|as of|yet)[^.;]{0,20}?\s?(?:respond|responded|return|returned|reply|replied|comment|commented|answer|answered|provide|provided|available|reachable)\b/iu,
  },
  {
    outcome: 'did_not_immediately_respond',
    words:
      /\b(?:(?:could not|couldn['’]t) (?:immediately )?be (?:immediately )?reached|(?:was|were) (?:not immediately|unavailable|not available) [^.]{0,20}?(?:for comment|to comment|reached)|(?:was|were)(?: not|n['’]t) immediately (?:available|reachable))/iu,
  },
  {
    outcome: 'declined',
    words:
      /\b(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)|would not|wouldn['’]t|opted not) (?:a request |(?:multiple |several |repeated |our |numerous )?requests |to be |an interview|for |an? |to )*(?:comment|to comment|for comment|interview(?:ed)?|answer (?:any |specific )?questions|say|discuss|respond)\b/iu,
  },
  {
    outcome: 'declined',
    words:
      /\b(?:had|has|have) (?:no comment|nothing (?:further )?to (?:say|add))\b|\bsaid (?:it|they|he|she) (?:had no|does not|did not|do not|would not) comment\b|\b(?:does not|do not) comment on\b/iu,
  },
  {
    outcome: 'no_reply',
    words:
      /\b(?:did not|didn['’]t|has not|have not|hasn['’]t|haven['’]t|had not|hadn['’]t|never|do not|failed to) (?:publicly |yet |formally )?(?:respond(?:ed)?|return(?:ed)?|repl(?:y|ied)|answer(?:ed)?|acknowledge(?:d)?)(?: yet)?(?: (?:to|a|an|any|our|multiple|several|repeated|numerous|the|requests?|calls?|messages?|questions?|e-?mails?|inquir\w+|enquir\w+|before|by|as|in time)\b|[.,;]|$)/iu,
  },
  {
    outcome: 'no_reply',
    words:
      /\b(?:ignored|left unanswered|went unanswered|were not returned|was not returned)\b[^.;]{0,40}\b(?:requests?|calls?|messages?|questions?|e-?mails?|unanswered|returned)?/iu,
  },
  {
    outcome: 'did_not_immediately_respond',
    words:
      /\bno (?:respondió|respondieron|contestó|contestaron|ha respondido|han respondido|había respondido|habían respondido)[^.;]{0,12}(?:de inmediato|inmediatamente|de forma inmediata|por el momento|hasta el momento|todavía|aún)/iu,
  },
  {
    outcome: 'declined',
    words:
      /\b(?:declinó|declinaron|rehusó|rehusaron|se negó a|se negaron a|rechazó|no quiso|no quisieron|evitó) (?:a )?(?:hacer )?(?:comentar|comentarios|declaraciones|declarar|pronunciarse|dar una entrevista|responder|hacer)/iu,
  },
  {
    outcome: 'no_reply',
    words:
      /\bno (?:respondió|respondieron|contestó|contestaron|ha respondido|han respondido|ha contestado|atendió|dio respuesta)\b/iu,
  },
  {
    outcome: 'did_not_immediately_respond',
    words:
      /\b(?:reagierte|reagierten|antwortete|antworteten|äußerte sich|äußerten sich|war|waren) (?:zunächst|vorerst|auf anfrage zunächst|bislang|am \w+ zunächst)[^.;]{0,40}?(?:nicht|keine stellungnahme)\b/iu,
  },
  {
    outcome: 'declined',
    words:
      /\b(?:lehnte|lehnten) (?:eine|jede|es|einen)[^.;]{0,50}?(?:ab|kommentar)\b|\bwollte(?:n)? (?:sich|den|das|die)[^.;]{0,50}?nicht (?:äußern|kommentieren)|\bkein(?:en)? kommentar\b/iu,
  },
  {
    outcome: 'no_reply',
    words:
      /\b(?:reagierte|reagierten|antwortete|antworteten)\b[^.;]{0,50}?\bnicht\b|\b(?:ließ|ließen)[^.;]{0,60}?unbeantwortet|\bblieb(?:en)?[^.;]{0,40}?unbeantwortet/iu,
  },
]

const ASKED_BY =
  /\b(?:to|of|from) (?:the )?([^.,;]{2,50}?)['’]s? (?:multiple |repeated |several )?(?:requests?|questions?|inquir\w+|enquir\w+|calls?|messages?|e-?mails?)|\brequests? for comment from (?:the )?([^.,;]{2,50})|\b(?:de|a) (?:las |la )?(?:preguntas|solicitud|consultas?) de ([^.,;]{2,50})/iu

/** Finds who did not answer, in which of the three ways, and whom. */
export function nonResponsesOf(
  text: string,
  sentences: Span[],
  entities: Entity[],
  main: Entity | null,
  publisher: string,
): Found<FoundNonResponse>[] {
  const found: Found<FoundNonResponse>[] = []
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end)
    for (const { outcome, words: pattern } of PATTERNS) {
      const match = pattern.exec(words)
      if (!match) continue
      if (!aboutComment(words, outcome)) continue
      const clause = clauseBefore(words, match.index)
      const near = organizationsBetween(
        text,
        entities,
        sentence.start + clause,
        sentence.start + match.index,
      )
      const named =
        near.length > 0 || GENERIC.test(words.slice(clause, match.index))
          ? near
          : organizationsBetween(text, entities, sentence.start, sentence.start + match.index)
      const names =
        named.length > 0
          ? named
          : (pronounBefore(words.slice(clause, match.index), entities, sentence) ??
            generic(words.slice(0, match.index), main))
      if (names.length === 0) continue
      const asked = ASKED_BY.exec(words)
      const askedBy = (asked?.[1] ?? asked?.[2] ?? asked?.[3] ?? '').trim()
      for (const organization of names) {
        const same = found.find(
          ({ value }) => value.organization === organization && compatible(value.outcome, outcome),
        )
        if (same) {
          same.passages.push(passageOf(text, sentence))
          if (outcome !== 'no_reply') same.value.outcome = outcome
          if (askedBy) same.value.askedBy = askedBy
        } else
          found.push({
            value: { organization, outcome, askedBy: askedBy || publisher },
            confidence: named.length > 0 ? 0.96 : 0.85,
            passages: [passageOf(text, sentence)],
          })
      }
      break
    }
  }
  return found
}

/** A refusal to bargain is a response; only a request by somebody who reports is an inquiry. */
function aboutComment(words: string, outcome: NonResponseOutcome): boolean {
  if (outcome === 'declined') return true
  return /\b(?:comment|requests?|questions?|inquir\w+|enquir\w+|e-?mails?|calls?|messages?|reached|respond(?:ed)? (?:to|by|before|in time)|reporters?|interview|letter|petition|preguntas|solicitud(?:es)?|consultas?|comentarios?|llamadas|anfragen?|stellungnahme|nachfragen?|presseanfrage|fragen|respond|reply|replied|responded|respondió|respondieron)\b/iu.test(
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
      !/^(?:['’]s?)?(?: (?:spokes|representat|official|executive|press office|chief|management)[\p{L} ]*)?(?:,[^,]*,)?[,\s]*(?:who |also |both |each |all |has |had |have |was |were |and )*$/u.test(
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
        !/^(?:\s*\([^)]*\))?,? ?(?:and|or|nor|y|e|und|as well as)? ?(?:the |la |el |die |der )?$/u.test(
          text.slice(one.end, next.start),
        )
      )
        break
      listed.unshift(one)
    }
    return [...new Set(listed.map(({ name }) => name))]
  }
}

/** "It did not respond" speaks of the organization that the sentence before names last. */
function pronounBefore(clause: string, entities: Entity[], sentence: Span): string[] | null {
  if (!/^\s*(?:It|They|Both|Neither|Es|Sie)\s*$/u.test(clause)) return null
  const before = entities
    .filter(({ kind }) => kind === 'organization')
    .flatMap((entity) =>
      entity.mentions
        .filter(({ end }) => end <= sentence.start && end > sentence.start - 250)
        .map(({ end }) => ({ name: entity.name, end })),
    )
    .sort((a, b) => b.end - a.end)[0]
  return before ? [before.name] : null
}

function generic(before: string, main: Entity | null): string[] {
  return main && GENERIC.test(before) ? [main.name] : []
}

const GENERIC =
  /\b(?:company|spokes\w+|representatives?|firm|corporation|giant|retailer|employer|management|agency|university|department|empresa|compañía|portavoz|unternehmen|konzern|sprecher(?:in)?|officials?|executives?|chain|it|they)\b[^.]*$/iu

function compatible(a: NonResponseOutcome, b: NonResponseOutcome): boolean {
  return a === b || a === 'no_reply' || b === 'no_reply'
}
