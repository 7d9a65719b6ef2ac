import type { Entity } from './entity'
import type { Span } from './types'
import { isUnasserted } from './unasserted'
import { ROLE } from './words'

/** A measure against somebody who spoke or organized, as somebody tells it. */
export type RetaliationFound = {
  form: 'firing' | 'suspension' | 'discipline'
  /** Whom it was done to, in the order of the text; empty where nobody is named. */
  people: Entity[]
  sentence: Span
  confidence: number
  /** The person's own account, not the report's. */
  told: boolean
  /** What somebody is accused of. */
  alleged: boolean
}

const AGAINST =
  /\b(?:(?:was|were|been|being|is|are|got) (?:\p{L}+ly )?(fired|terminated|dismissed|laid off|let go|sacked|suspended|placed on (?:administrative |unpaid )?leave|disciplined|written up|reprimanded|despedid[oa]s?)|(fired|terminated|dismissed|suspended|disciplined|sacked) (?:\d+|two|three|four|five|several|dozens of|about|more than|some|the|her|him|them|an?|its)\b|(?:terminat(?:ed|es|ing)|end(?:ed|ing)) the employment of (?=\d|two|three|four|five|several|dozens|some)|(?:firing|termination|dismissal|sacking)s? of (?=\d|two|three|four|five|several|dozens|some)|(?:fires|terminates|dismisses|sacks) (?:\d+|two|three|four|five|several|dozens of|some)\b|wurden? [^.]{0,30}?(entlassen|gekündigt|suspendiert)|(?:fue|fueron) (despedid[oa]s?|suspendid[oa]s?))/giu
/** "Acme terminated Osei on Jan. 9" */
const AGAINST_NAMED =
  /\b(fired|terminated|dismissed|suspended|disciplined|sacked) (?=\p{Lu}\p{Ll}+)/gu
const FOR_SPEAKING =
  /\b(?:after (?:speaking|holding|staging|taking part|circulat|starting|leading|attending|post|send|sharing|walking out|refus|joining|helping|writing|a sit-in|a vigil|a walkout|a rally|she (?:start|began|organiz|sign|sent|post|circulat|led|help)|he (?:start|began|organiz|sign|sent|post|circulat|led|help)|they (?:start|began|sign|sent|post|circulat|led|help)|protest|organiz|organis|criticiz|raising|publicly|they (?:spoke|protest|organiz)|she spoke|he spoke|a protest|sign|participat|join)|for (?:speaking|daring|organiz|organis|protest|raising|criticiz|participat|their (?:role|part|activism|involvement)|his (?:role|activism)|her (?:role|activism)|union)|because of (?:their|his|her) (?:union|organizing|activism)|in retaliation|retaliat\w+|(?:over|following|after) (?:the |a |an |their |his |her |its )?(?:\p{L}+['’]s )?(?:[\p{L}-]+ ){0,3}?(?:protests?|sit-ins?|petition|letter|walkouts?|rall(?:y|ies)|demonstrations?)|for (?:taking part|holding|staging|attending|joining|signing|posting|circulating|leading)|who (?:took part|participated|joined|organi[sz]ed|spoke|protested|signed|sat in)|protest activity|tras (?:participar|denunciar|protestar)|weil)\p{L}*/iu

/** "said he was fired", "says that she had been": the report gives somebody's account. */
const ACCOUNT =
  /\b(?:said|says|saying|claim\w*|alleg\w+|told|according to|recalled|dijo|afirmó|sagte|sagt)(?![\p{L}])[^“”"]{0,80}(?<![\p{L}])(?:he|she|they|I|er|sie|él|ella|que)\b[^“”"]{0,30}$|[“"][^”"]*$/iu
const IN_CHARGE = /\b(?:chief executive|ceo|chair(?:man|woman)?|president|coach|director)\b/iu

/**
 * Finds firings and other measures that are told as an answer to speech or organizing, or that were taken
 * against somebody whom the report names.
 */
export function retaliationsOf(
  text: string,
  sentences: Span[],
  entities: Entity[],
): RetaliationFound[] {
  const found: RetaliationFound[] = []
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end)
    const [match] = [AGAINST, AGAINST_NAMED].flatMap((pattern) =>
      [...words.matchAll(pattern)].filter((one) => isMeasure(words, one)),
    )
    if (!match) continue
    const verb = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').toLowerCase()
    const at = sentence.start + match.index
    const active = /^(?:fired|terminated|dismissed|suspended|disciplined|sacked)\b/iu.test(match[0])
    const people = peopleHit(text, entities, sentence, {
      start: at,
      end: at + match[0].length,
      active,
    })
    const reason = FOR_SPEAKING.test(words)
    if (!reason && (people.length === 0 || /laid off|let go/u.test(verb))) continue
    if (!reason && people.some(({ description }) => IN_CHARGE.test(description))) continue
    const fresh = people.filter((person) => !found.some((one) => one.people.includes(person)))
    if (people.length > 0 ? fresh.length === 0 : found.some((one) => one.people.length === 0))
      continue
    found.push({
      form: /suspend|leave/iu.test(verb)
        ? 'suspension'
        : /disciplin|written|reprimand/iu.test(verb)
          ? 'discipline'
          : 'firing',
      people: fresh,
      sentence,
      told: fresh.length > 0 && ACCOUNT.test(words.slice(0, match.index)),
      alleged: /\b(?:accus|alleg)\p{Ll}+\b[^.;]*$/iu.test(words.slice(0, match.index)),
      confidence: !reason ? 0.6 : fresh.length > 0 ? 0.85 : 0.7,
    })
  }
  return found
}

/** "suspended the meeting", "dismissed a complaint" and "terminated its contract" were done to nobody. */
function isMeasure(words: string, { 0: said, 2: verb, index }: RegExpExecArray): boolean {
  if (isUnasserted(words.slice(0, index))) return false
  const owned = /^(?:\p{Lu}[\p{L}.-]* ){0,3}\p{Lu}[\p{L}.-]*['’]s? (\p{L}+)/u.exec(
    words.slice(index + said.length),
  )?.[1]
  if (owned && verb === undefined && said.endsWith(' ')) return ROLE.test(owned)
  if (verb === undefined || /\b(?:her|him|them)$/iu.test(said)) return true
  const object =
    /^(?: (?!(?:by|after|for|with|at|in|on|from|when|while|who|and|but|as|to)\b)[\p{L}\d,'’-]+){0,6}/u
      .exec(words.slice(index + said.length))?.[0]
      .trim()
      .split(/\s+/u)
  const plain = object?.join('') === '' && /\d+$|(?:two|three|four|five|several|some)$/iu.test(said)
  return (
    plain || (object ?? []).some((word) => HELD_BY.test(word) || ROLE.test(word.replace(/,$/u, '')))
  )
}

const HELD_BY =
  /^(?:people|staff|men|women|man|woman|critics?|others?|hundreds|strikebreakers?|union)$/iu

type Named = { entity: Entity; start: number; end: number }

/**
 * To whom it was done: only those whom the sentence makes the subject of "was fired" or the object of "fired".
 * Whoever else it names, a manager, a witness, did not lose their job by standing near the verb.
 */
function peopleHit(
  text: string,
  entities: Entity[],
  sentence: Span,
  { start, end, active }: Span & { active: boolean },
): Entity[] {
  const named = entities
    .filter(({ kind }) => kind === 'person')
    .flatMap((entity) =>
      entity.mentions
        .filter((mention) => mention.start >= sentence.start && mention.end <= sentence.end)
        .map((mention) => ({ entity, start: mention.start, end: mention.end })),
    )
    .sort((a, b) => a.start - b.start)
  const before = named.filter((one) => one.end <= start)
  const subject = active ? [] : subjectIn(text, named, before, sentence, start)
  const hit = subject.length > 0 ? subject : objectIn(text, named, end, sentence.end)
  return [...new Set(hit.map(({ entity }) => entity))]
}

/** "Ada Smith and another worker, Bo Lee, were fired", "Ada Smith said she was fired", "Ada Smith, who was fired" */
function subjectIn(
  text: string,
  named: Named[],
  before: Named[],
  sentence: Span,
  verb: number,
): Named[] {
  const lead = text.slice(sentence.start, verb)
  const pronoun = SUBJECT.exec(lead)?.[1]?.toLowerCase()
  const last = before.at(-1)
  if (pronoun === 'i') {
    const near = [...named].sort((a, b) => Math.abs(a.start - verb) - Math.abs(b.start - verb))[0]
    return near ? [near] : []
  }
  if (!last) return []
  if (pronoun === 'who') return /^,? who\b/u.test(text.slice(last.end, verb)) ? [last] : []
  // "Ada Smith, not Bo Lee, was fired"
  const aside =
    /\b(?:according to|by|with|of|for|from|to|told|like|not|unlike|nor) (?:[\p{Ll}'’-]+ )?$/u.test(
      text.slice(sentence.start, last.start),
    )
  if (pronoun) {
    if (aside) return []
    const list = pronoun === 'they' ? listEnding(text, before) : [last]
    // "Ada Smith said Bo Lee told her she was fired": which of the two, the words do not say.
    return before.every(({ entity }) => list.some((one) => one.entity === entity)) ? list : []
  }
  const gap = text.slice(last.end, verb)
  if (!/^(?:,[^.;“”"]{2,120},)?,?\s*(?:\(\d+\) )?$/u.test(gap)) return []
  if (aside) return []
  return listEnding(text, before)
}

/** "Ada Smith and Bo Lee" of all who are named before. */
function listEnding(text: string, before: Named[]): Named[] {
  const first = before.findLastIndex((one, at) => at > 0 && !joined(text, before[at - 1], one))
  return before.slice(Math.max(0, first))
}

/** "fired Ada Smith", "fired two workers, Ada Smith and Bo Lee", "were fired, including Ada Smith" */
function objectIn(text: string, named: Named[], verb: number, end: number): Named[] {
  const after = named.filter((one) => one.start >= verb && one.end <= end)
  const [first] = after
  if (!first) return []
  const gap = text.slice(verb, first.start)
  // "fired Ada Smith's brother", "dismissed Ada Smith's lawsuit"
  if (/^['’]s?\b/u.test(text.slice(first.end, first.end + 3))) return []
  const isObject = /^ ?(?:(?:the |its |an? )?(?:[\p{L}'’-]+ ){0,5})?$/u.test(gap)
    ? !/\b(?:by|after|for|with|at|in|on|of|from|when|while|who|and|but|as|to)\b/u.test(gap)
    : /^[^.;“”"]{0,80}(?:\b(?:including|among them|identified as|namely)|[,:—–])[ ]$/u.test(gap) &&
      !/^,? (?:said|says|told|wrote|added)\b/u.test(text.slice(first.end, first.end + 12))
  if (!isObject) return []
  const list = [first]
  for (const next of after.slice(1)) {
    if (!joined(text, list.at(-1), next)) break
    list.push(next)
  }
  return list
}

function joined(text: string, one: Named | undefined, other: Named | undefined): boolean {
  return (
    !!one &&
    !!other &&
    /^(?:,? and (?:another|two|three|other)\b[^.;,]{2,30})?,? ?(?:and )?$/u.test(
      text.slice(one.end, other.start),
    )
  )
}

const SUBJECT =
  /(?:^|[\s“"])(he|she|they|who|I|er|sie|él|ella)(?: (?:and|along with) [^,.;]{2,40})?,?(?: (?:had|has|have|also|later|then|herself|himself|again))*\s*$/iu
