import type { Entity } from './entity'
import { asSpeaker } from './speaker'
import { paragraphsOf, passageOf } from './sentences'
import type { Found, FoundQuote, Span } from './types'

/** "ADA SMITH, HOST: Good evening." and "AS: With a spreadsheet.": who speaks, and the words. */
const TURN =
  /^((?:\p{Lu}[\p{L}.'’-]*)(?: (?:de |van |von )?\p{Lu}[\p{L}.'’-]*){0,3})(?:, ([\p{Lu}][\p{Lu} ]+))?: (?:\([^)\n]{1,40}\) )?(\S.*)$/u
const REPORTER = /\b(?:HOST|BYLINE|REPORTER|ANCHOR|MODERATOR|CORRESPONDENT|INTERVIEWER)\b/u
const FEWEST_TURNS = 4

type Turn = { label: string; role: string; words: Span }

/**
 * What is said in a transcript or an interview, where no marks of quotation stand: the turns of everybody but
 * those who ask. Empty for any other text.
 */
export function turnsOf(text: string, entities: Entity[], publisher: string): Found<FoundQuote>[] {
  const turns = paragraphsOf(text).flatMap((paragraph) => turnIn(text, paragraph))
  const labels = new Set(turns.map(({ label }) => label))
  // Somebody speaks twice, and no label is a place: "Portland: About 200 marched."
  if (turns.length < FEWEST_TURNS || labels.size < 2) return []
  const again = turns.some(({ label }, index) =>
    turns.slice(index + 1).some((other) => sameSpeaker(other.label, label)),
  )
  if (!again) return []
  if (entities.some(({ kind, name }) => kind === 'place' && labels.has(name))) return []
  if (turns.length * 3 < paragraphsOf(text).length) return []
  const asks = (label: string) => isAsking(label, turns, publisher)
  const found: Found<FoundQuote>[] = []
  for (const { label, words } of turns) {
    if (asks(label)) continue
    const speaker = speakerOf(label, turns, entities)
    found.push({
      value: {
        ...{ text: text.slice(words.start, words.end), speaker: speaker.name, verb: '' },
        ...{ speakerKind: speaker.kind, description: speaker.description, partial: false },
      },
      confidence: 0.85,
      passages: [passageOf(text, words)],
    })
  }
  return found
}

function turnIn(text: string, paragraph: Span): Turn[] {
  const match = TURN.exec(text.slice(paragraph.start, paragraph.end))
  const [, label, role = '', said] = match ?? []
  if (!label || !said) return []
  return [{ label, role, words: { start: paragraph.end - said.length, end: paragraph.end } }]
}

/** A reporter, the publisher itself, or whoever asks most of what they say. */
function isAsking(label: string, turns: Turn[], publisher: string): boolean {
  const own = turns.filter((turn) => sameSpeaker(turn.label, label))
  if (own.some(({ role }) => REPORTER.test(role))) return true
  if (publisher !== '' && (label === publisher || initialsOf(publisher) === label)) return true
  return /^(?:Q|Question|Interviewer|Frage|Pregunta)$/iu.test(label)
}

/** The turns' own full name for a surname or initials, the entity of that name, or a group in capitals. */
function speakerOf(label: string, turns: Turn[], entities: Entity[]) {
  const full = turns.find((turn) => turn.label.includes(' ') && sameSpeaker(turn.label, label))
  const name = full?.label ?? label
  const entity = entities.find(
    (one) => one.kind === 'person' && one.name.toLowerCase() === name.toLowerCase(),
  )
  if (entity) return asSpeaker(entity)
  const written = /\p{Ll}/u.test(name)
    ? name
    : name.replace(/\p{Lu}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
  const group = /^unidentified\b/iu.test(name)
  return {
    name: group ? written.replace(/^unidentified /iu, '').toLowerCase() : written,
    kind: group ? ('group' as const) : ('person' as const),
    description: '',
  }
}

function sameSpeaker(one: string, other: string): boolean {
  if (one === other) return true
  const [long, short] = one.length > other.length ? [one, other] : [other, one]
  return long.endsWith(` ${short}`) || initialsOf(long) === short
}

function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/u)
    .map((word) => word.charAt(0))
    .join('')
}
