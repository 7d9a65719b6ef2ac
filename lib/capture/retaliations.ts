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
    const match = AGAINST.exec(words) ?? AGAINST_NAMED.exec(words)
    if (!match) continue
    const verb = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').toLowerCase()
    const at = sentence.start + match.index
    const people = peopleBefore(text, entities, sentence, at, match[0].length)
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

/** "Ada Smith and another worker, Bo Lee, were fired": those listed before the verb, or the one that is nearest to it. */
function peopleBefore(
  text: string,
  entities: Entity[],
  sentence: Span,
  at: number,
  length: number,
): Entity[] {
  const named = entities
    .filter(({ kind }) => kind === 'person')
    .flatMap((entity) =>
      entity.mentions
        .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
        .map(({ start, end }) => ({ entity, start, end })),
    )
    .sort((a, b) => a.start - b.start)
  const after = named.find(({ start }) => start === at + length || start === at + length + 1)
  if (after) return [after.entity]
  const list = named.filter(({ end }) => end <= at)
  while (
    list.length > 1 &&
    !/^(?:,? and (?:another|two|three|other)\b[^.;,]{2,30})?,? ?(?:and )?$/u.test(
      text.slice(list[0]?.end ?? 0, list[1]?.start ?? 0),
    )
  )
    list.shift()
  const last = list.at(-1)
  if (last && list.length > 1 && at - last.end < 12)
    return [...new Set(list.map(({ entity }) => entity))]
  const nearest = named.sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0]
  return nearest ? [nearest.entity] : []
}
