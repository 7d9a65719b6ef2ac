import type { Entity } from './entity'
import type { Span } from './types'

/** A measure against somebody who spoke or organized, as somebody tells it. */
export type RetaliationFound = {
  form: 'firing' | 'suspension' | 'discipline'
  /** Whom it was done to, in the order of the text; empty where nobody is named. */
  people: Entity[]
  sentence: Span
  confidence: number
  /** The person's own account, not the report's. */
  told: boolean
}

const AGAINST =
  /\b(?:(?:was|were|been|being|is|are|got) (?:\p{L}+ly )?(fired|terminated|dismissed|laid off|let go|sacked|suspended|placed on (?:administrative |unpaid )?leave|disciplined|written up|reprimanded|despedid[oa]s?)|(fired|terminated|dismissed|suspended|disciplined|sacked) (?:\d+|two|three|four|five|several|dozens of|about|more than|some|the|her|him|them|an?|its)\b|wurden? [^.]{0,30}?(entlassen|gekündigt|suspendiert)|(?:fue|fueron) (despedid[oa]s?|suspendid[oa]s?))/iu
/** "Acme terminated Osei on Jan. 9" */
const AGAINST_NAMED =
  /\b(fired|terminated|dismissed|suspended|disciplined|sacked) (?=\p{Lu}\p{Ll}+)/u
const FOR_SPEAKING =
  /\b(?:after (?:speaking|holding|staging|taking part|circulat|starting|leading|attending|post|send|sharing|walking out|refus|joining|helping|writing|a sit-in|a vigil|a walkout|a rally|she (?:start|began|organiz|sign|sent|post|circulat|led|help)|he (?:start|began|organiz|sign|sent|post|circulat|led|help)|they (?:start|began|sign|sent|post|circulat|led|help)|protest|organiz|organis|criticiz|raising|publicly|they (?:spoke|protest|organiz)|she spoke|he spoke|a protest|sign|participat|join)|for (?:speaking|daring|organiz|organis|protest|raising|criticiz|participat|their (?:role|part|activism|involvement)|his (?:role|activism)|her (?:role|activism)|union)|because of (?:their|his|her) (?:union|organizing|activism)|in retaliation|retaliat\w+|over (?:the|a|their) (?:protest|sit-in|petition|letter)|who (?:took part|participated|joined|organi[sz]ed|spoke|protested|signed|sat in)|protest activity|tras (?:participar|denunciar|protestar)|weil)\p{L}*/iu

/** "said he was fired", "says that she had been": the report gives somebody's account. */
const ACCOUNT =
  /\b(?:said|says|saying|claim\w*|alleg\w+|told|according to|recalled|dijo|afirmó|sagte|sagt)\b[^“”"]{0,80}\b(?:he|she|they|I|er|sie|él|ella|que)\b[^“”"]{0,30}$|[“"][^”"]*$/iu
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
    const named = AGAINST_NAMED.exec(words)
    const match = AGAINST.exec(words) ?? named
    if (!match) continue
    const verb = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').toLowerCase()
    const at = sentence.start + match.index
    const active = match === named || match[2] !== undefined
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
      confidence: !reason ? 0.6 : fresh.length > 0 ? 0.85 : 0.7,
    })
  }
  return found
}

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
  if (pronoun) return [last]
  const gap = text.slice(last.end, verb)
  const aside = /\b(?:according to|by|with|of|for|from|to|told|like) (?:[\p{Ll}'’-]+ )?$/u
  if (!/^(?:,[^.;“”"]{2,120},)?,?\s*(?:\(\d+\) )?$/u.test(gap)) return []
  if (aside.test(text.slice(sentence.start, last.start))) return []
  const list = [...before]
  while (list.length > 1 && !joined(text, list[0], list[1])) list.shift()
  return list
}

/** "fired Ada Smith", "fired two workers, Ada Smith and Bo Lee", "were fired, including Ada Smith" */
function objectIn(text: string, named: Named[], verb: number, end: number): Named[] {
  const after = named.filter((one) => one.start >= verb && one.end <= end)
  const [first] = after
  if (!first) return []
  const gap = text.slice(verb, first.start)
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
