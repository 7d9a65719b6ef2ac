import type { Entity } from './entity'
import type { SpeakerKind, Span } from './types'
import { GROUP, ORGANIZATION_WORD, PLACE_WORD, SAY, SAY_DE, SAY_ES } from './words'

export type Speaker = {
  name: string
  kind: SpeakerKind
  description: string
  entity: Entity | null
}
export type Attribution = { speaker: Speaker; verb: string; confidence: number; span: Span }

export type SpeakerContext = {
  text: string
  entities: Entity[]
  /** Who spoke last before this place, for "she added". */
  last: Speaker | null
  /** Where the paragraph begins, and where its quotation does: a person named between them is nearer than `last`. */
  near?: Span
}

const VERB = `(?:${SAY}|${SAY_ES}|${SAY_DE})`
const ADVERB = '(?:also |then |later |further |previously |recently |además |también |auch |dann )?'
const TAIL_VERB_FIRST = new RegExp(`^[\\s,;—–-]*${ADVERB}(${VERB}) (?!that\\b|to\\b|in\\b)`, 'u')
const PRONOUN = /^(?:he|she|they|it|sie|er|él|ella|ellos|ellas)$/iu
const ACCORDING = /\b(?:according to|as told by|in the words of|según|laut|nach angaben von|so) /iu

/** Whether a verb of saying follows at once: `"No", dijo Ana`. */
export function isSaid(text: string, from: number, to: number): boolean {
  return new RegExp(`^\\s*[,;]\\s*(?:${VERB})\\b`, 'u').test(
    text.slice(from, Math.min(to, from + 40)),
  )
}

/** Who said the words before this stretch: `," said Ada Smith, a nurse.` or `," Smith said.` */
export function speakerAfter(context: SpeakerContext, after: Span): Attribution | null {
  const { text } = context
  const words = text.slice(after.start, after.end)
  const sentence = sentenceEnd(words)
  const first = TAIL_VERB_FIRST.exec(words)
  if (first && first[0].length < sentence) {
    const from = after.start + first[0].length
    const speaker = speakerFrom(context, { start: from, end: after.start + sentence })
    if (speaker)
      return {
        speaker,
        verb: first[1] ?? '',
        confidence: 0.95,
        span: { start: after.start, end: after.start + sentence },
      }
  }
  const clause = words.slice(0, sentence)
  for (const match of clause.matchAll(new RegExp(`(?<![\\p{L}])(${VERB})(?![\\p{L}])`, 'gu'))) {
    const subject = { start: after.start, end: after.start + match.index }
    const speaker = subjectOf(context, subject)
    if (speaker)
      return {
        speaker,
        verb: match[1] ?? '',
        confidence: 0.93,
        span: { start: after.start, end: after.start + sentence },
      }
  }
  const according = ACCORDING.exec(clause)
  if (according) {
    const from = after.start + according.index + according[0].length
    const speaker = speakerFrom(context, { start: from, end: after.start + sentence })
    if (speaker)
      return {
        speaker,
        verb: 'according to',
        confidence: 0.9,
        span: { start: after.start, end: after.start + sentence },
      }
  }
  return null
}

/** Who is about to speak: `Ada Smith, a nurse, said: ` or `According to Smith, `. */
export function speakerBefore(context: SpeakerContext, before: Span): Attribution | null {
  const words = context.text.slice(before.start, before.end)
  const verbs = [
    ...words.matchAll(
      new RegExp(
        `(?<![\\p{L}])(${VERB}|chanting|shouting|saying|adding|reading|calling [^,]*|describing [^,]* as|called [^,]*|described [^,]* as|accusing [^,]* of|accused [^,]* of)(?![\\p{L}])`,
        'gu',
      ),
    ),
  ]
  for (const match of verbs.reverse()) {
    const speaker =
      subjectOf(context, { start: before.start, end: before.start + match.index }) ??
      speakerFrom(context, {
        start: before.start + match.index + match[0].length + 1,
        end: before.end,
      })
    if (speaker) return { speaker, verb: match[1] ?? '', confidence: 0.9, span: before }
  }
  const according = ACCORDING.exec(words)
  if (according) {
    const speaker = speakerFrom(context, {
      start: before.start + according.index + according[0].length,
      end: before.end,
    })
    if (speaker) return { speaker, verb: 'according to', confidence: 0.88, span: before }
  }
  const label = /^\s*([\p{Lu}][^:]{1,60}):\s*$/u.exec(words)
  if (label) {
    const speaker = speakerFrom(context, before)
    if (speaker) return { speaker, verb: 'said', confidence: 0.85, span: before }
  }
  return null
}

/** The speaker whose name or description begins this stretch. */
function speakerFrom(context: SpeakerContext, span: Span): Speaker | null {
  const { text, entities } = context
  const words = text.slice(span.start, span.end)
  const lead = words.length - words.trimStart().length
  const start = span.start + lead
  const pronoun = /^[\p{L}]+/u.exec(words.trimStart())?.[0] ?? ''
  if (PRONOUN.test(pronoun)) return pronounSpeaker(context, pronoun)
  const clause = /^[^,;:.!?“”"\n]*/u.exec(words.trimStart())?.[0] ?? ''
  const named = entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })))
    .filter(
      ({ entity, mention }) =>
        isSpeaker(entity) && mention.start >= start && mention.end <= start + clause.length + 12,
    )
    .sort((a, b) => a.mention.start - b.mention.start)
  const person = named.find(({ entity }) => entity.kind === 'person')
  const group = GROUP.exec(clause)
  // "said a spokesperson for Acme" is the spokesperson; "said organizer Ada Smith" is Ada Smith.
  if (
    person &&
    (!group || /^(?:[^.]*\s)?$/u.test(text.slice(start, person.mention.start))) &&
    !/\b(?:for|of|at|from|with|to)\s+(?:the )?$/iu.test(text.slice(start, person.mention.start))
  )
    return asSpeaker(person.entity)
  if (group)
    return {
      name:
        clause.trim().replace(/ (?:in|at|during|on|as|who|after|before|while) .*$/iu, '') ||
        group[0],
      kind: 'group',
      description: '',
      entity: null,
    }
  const [first] = named
  if (first && first.mention.start - start < 25) return asSpeaker(first.entity)
  return null
}

/** The subject of a clause that ends where its verb begins. */
function subjectOf(context: SpeakerContext, span: Span): Speaker | null {
  const { text, entities } = context
  const clause = text.slice(span.start, span.end)
  const near =
    /(?:^|[\s,"“”])([\p{L}]+)\s+(?:also |then |later |further |previously |recently |has |had |auch |también )?$/u.exec(
      clause,
    )?.[1] ?? ''
  if (PRONOUN.test(near)) return pronounSpeaker(context, near)
  const candidates = entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })))
    .filter(
      ({ entity, mention }) =>
        isSpeaker(entity) && mention.start >= span.start && mention.end <= span.end,
    )
    .sort((a, b) => b.mention.start - a.mention.start)
  const reaches = (end: number) =>
    /^(?:['’]s?)?(?:\s*\(\d{2}\))?(?:,[^.!?;]*,|,)?\s*(?:,?\s?who\s)?(?:also |then |later |further |previously |recently |has |had |auch |también )*$/u.test(
      text.slice(end, span.end),
    )
  for (const { entity, mention } of candidates)
    if (entity.kind === 'person' && reaches(mention.end)) return asSpeaker(entity)
  const named = bareName(clause)
  if (named) return named
  const group = lastGroup(clause)
  if (group) return { name: group, kind: 'group', description: '', entity: null }
  for (const { entity, mention } of candidates) if (reaches(mention.end)) return asSpeaker(entity)
  return null
}

/** A first and a last name right before the verb, where nothing else in the text says that they are a person's. */
function bareName(clause: string): Speaker | null {
  const match =
    /(?:^|[\s“"])((?:\p{Lu}[\p{L}'’-]+|\p{Lu}\.) (?:\p{Lu}\.? |de |van |von )?\p{Lu}[\p{L}'’-]+)(?:, ([^.!?;“”"]{2,120}),)?\s*(?:also |then |later |auch |también )*$/u.exec(
      clause,
    )
  const name = match?.[1]
  if (
    !name ||
    name.split(' ').some((word) => ORGANIZATION_WORD.test(word) || PLACE_WORD.test(word))
  )
    return null
  const described = match[2] ?? ''
  if (described === '' && !/^\S+ \S+$/u.test(name)) return null
  return {
    name,
    kind: 'person',
    description: described.replace(/^(?:an?|the|una?|ein[e]?|der|die) /iu, ''),
    entity: null,
  }
}

/** "one worker", "a spokesperson for Acme", right before the verb. */
function lastGroup(clause: string): string | null {
  const tail =
    /(?:^|[.,;:“”"]\s*|\b(?:and|but|while|as|that)\s+)([^.,;:“”"]*?)\s*(?:,\s*who(?:[^.,;]*))?$/u
      .exec(clause)?.[1]
      ?.trim() ?? ''
  if (tail === '' || tail.split(/\s+/u).length > 12 || !GROUP.test(tail)) return null
  const without = tail
    .replace(/^(?:and|but|meanwhile|also|then|later)\s+/iu, '')
    .replace(/\s+(?:also|then|later|have|has|had|who|recently)$/iu, '')
  return /^(?:to|in|of|for|with|at|from|by|on)\b/iu.test(without) ? null : without
}

function pronounSpeaker(
  { text, entities, last, near }: SpeakerContext,
  pronoun: string,
): Speaker | null {
  if (/^(?:they|sie|ellos|ellas)$/iu.test(pronoun)) {
    const before = near ? text.slice(Math.max(0, near.start - 300), near.end) : ''
    const group = [
      ...before.matchAll(
        /(?:^|[.!?]["”’]?\s+|\n)((?:The |Los |Las |Die )?(?:[\p{L}-]+ ){0,2}(?:organizers?|organisers|workers|employees|protesters|nurses|teachers|drivers|students|members|activists|demonstrators|trabajadores|beschäftigten))\b/giu,
      ),
    ].at(-1)?.[1]
    if (group) return { name: group.trim(), kind: 'group', description: '', entity: null }
  }
  const named = near && lastNamed(entities, near.start, near.end)
  if (named && !/^(?:it|es)$/iu.test(pronoun)) return asSpeaker(named)
  if (!last) return null
  if (/^(?:she|he|er|él|ella)$/iu.test(pronoun) && last.kind === 'organization') return null
  return last
}

function isSpeaker(entity: Entity): boolean {
  return entity.kind === 'person' || entity.kind === 'organization'
}

/** An entity as whoever speaks. */
export function asSpeaker(entity: Entity): Speaker {
  return {
    name: entity.name,
    kind: entity.kind === 'person' ? 'person' : 'organization',
    description: entity.kind === 'person' ? entity.description : '',
    entity,
  }
}

/** The last person or organization named before a place of the text, for a pronoun. */
export function lastNamed(entities: Entity[], from: number, to: number): Entity | null {
  let best: { entity: Entity; start: number } | null = null
  for (const entity of entities)
    if (entity.kind === 'person')
      for (const { start, end } of entity.mentions)
        if (start >= from && end <= to && (!best || start > best.start)) best = { entity, start }
  return best?.entity ?? null
}

function sentenceEnd(words: string): number {
  const end =
    /[.!?](?=\s|$)(?<!\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|St|Jr|Sr|Inc|Corp|Co)\.)(?<!\b\p{Lu}\.)/u.exec(
      words,
    )
  return end ? end.index : words.length
}
