import { descriptionAfter, descriptionBefore } from './descriptions'
import type { Entity, EntityDraft } from './entity'
import { joinNames } from './joined-names'
import { weigh } from './name-cues'
import { splitAtTitle, withoutTitle } from './name-titles'
import { settleLists } from './name-lists'
import { isAcronym, lowercaseWords } from './name-forms'
import { mentionsOf, type Mention } from './names'
import { settle } from './settled-kind'
import type { CaptureDirectory, CaptureLanguage, Span } from './types'
import { ROLE, SAY } from './words'

const SAYS = new RegExp(`^ (?:${SAY})\\b`, 'u')

/** Names everything that the text names: people, organizations and places, each once. */
export function entitiesOf(
  text: string,
  sentences: Span[],
  directory: CaptureDirectory,
  language: CaptureLanguage = 'en',
): Entity[] {
  const lowercase = lowercaseWords(text)
  const drafts = new Map<string, EntityDraft>()
  const headlines: Span[] = []
  for (const sentence of sentences) {
    const headline = isTitleCase(text.slice(sentence.start, sentence.end))
    if (headline) headlines.push(sentence)
    for (const found of mentionsOf(text, sentence, lowercase).flatMap((mention) =>
      splitAtTitle(text, mention),
    )) {
      const mention = withoutTitle(text, found)
      // "International Workers' Day" is a day.
      if (
        !mention ||
        isLabel(text, mention) ||
        isAgency(text, mention) ||
        /^['’]?s? (?:Day|Week|Month)\b/u.test(text.slice(mention.end, mention.end + 9))
      )
        continue
      const draft = draftOf(drafts, mention.words)
      draft.mentions.push(mention)
      if (headline) continue
      weigh(draft, text, mention, found !== mention && !mention.told, directory)
      if (found.of !== undefined && mention !== found)
        draft.description ||= `${found.of} ${text.slice(found.start, mention.start)}`.trim()
      describe(draft, text, mention, sentence)
      if (found !== mention) draft.description ||= officeIn(text.slice(found.start, mention.start))
    }
  }
  const named = [...drafts.values()].filter(
    (draft) => !isPlainWord(text, draft, directory) && !isOfHeadline(draft, headlines, lowercase),
  )
  const found = joinNames(text, named, directory)
  for (const draft of found) settle(draft, directory, language)
  settleLists(text, found, directory)
  return found
}

function draftOf(drafts: Map<string, EntityDraft>, words: string): EntityDraft {
  const key = words.replaceAll('.', '').toLowerCase()
  const known = drafts.get(key)
  if (known) return known
  const draft: EntityDraft = {
    kind: 'other',
    name: words,
    otherNames: [],
    description: '',
    known: null,
    mentions: [],
    certainty: 0,
    cues: { person: 0, organization: 0, place: 0 },
  }
  drafts.set(key, draft)
  return draft
}

/**
 * "Managing director", "Gig workers": a word that is large only because its sentence begins with it, and
 * "LISTEN", "an EMI": capitals that label a line or are counted like any noun.
 */
function isPlainWord(text: string, draft: EntityDraft, { isPlace }: CaptureDirectory): boolean {
  const [mention] = draft.mentions
  if (mention && isAcronym(draft.name) && isShortFor(text, draft.name, mention)) return true
  if (!mention || draft.name.includes(' ') || draft.mentions.length > 1) return false
  const after = text.slice(mention.end, mention.end + 40)
  const before = text.slice(Math.max(0, mention.start - 12), mention.start)
  if (isAcronym(draft.name))
    return (
      (/(?:^|\n)$/u.test(before) && /^(?::| •|\n)/u.test(after)) ||
      /\b(?:an?|my|his|her|their) $/iu.test(before)
    )
  const [, one = '', two = ''] = /^ ([\p{Ll}-]+)(?: (\p{Ll}+))?/u.exec(after) ?? []
  const isRole = (word: string) => ROLE.test(word) || word === 'staff'
  // "Gig workers", "Managing art directors", and neither "Acme fired workers" nor "Smith told commissioners"
  const isOfRole = isRole(one) || (!/(?:ed|s)$/u.test(one) && isRole(two))
  const isTown = isPlace(draft.name) && !/^(?:Federal|National|Regional|Central)$/u.test(draft.name)
  return mention.opening && isOfRole && !isTown && !SAYS.test(after)
}

/** "automatic license-plate recognition (ALPR)": short for words that the text writes small. */
function isShortFor(text: string, short: string, { start, end }: Span): boolean {
  const before = /(?<=\p{Ll}\s?)\((?:or )?$/u.exec(text.slice(0, start))
  if (!before || !text.slice(end).startsWith(')')) return false
  const words = text
    .slice(Math.max(0, before.index - 90), before.index)
    .split(/[\s-]+/u)
    .filter((word) => !/^(?:of|and|the|for)?$/u.test(word))
    .slice(-short.length)
  return (
    words.map((word) => word.charAt(0).toUpperCase()).join('') === short.toUpperCase() &&
    words.every((word) => /^\p{Ll}/u.test(word))
  )
}

/** "Teamsters Strike At Mill": large words that only a headline puts together or writes large. */
function isOfHeadline(
  { name, mentions }: EntityDraft,
  headlines: Span[],
  lowercase: ReadonlySet<string>,
): boolean {
  return (
    (name.includes(' ') || lowercase.has(name.toLowerCase())) &&
    mentions.every(({ start }) => headlines.some((one) => start >= one.start && start < one.end))
  )
}

function describe(draft: EntityDraft, text: string, mention: Mention, sentence: Span) {
  if (draft.description !== '') return
  const before = descriptionBefore(text, mention, sentence.start)
  const described = before || descriptionAfter(text, mention)
  // "the two employees, Ada Smith and Bo Lee" says nothing that is one person's.
  draft.description = SEVERAL.test(described) ? '' : described
}

/** "ADA BYRON, HOST:" and "BYRON:" in a transcript: in capitals before what somebody says. */
function isLabel(text: string, { start, end }: Span): boolean {
  const head = text.slice(text.lastIndexOf('\n', start - 1) + 1, end)
  if (
    /^(?:NOTA DE PRENSA|COMUNICADO(?: DE PRENSA)?|(?:PRESS|NEWS|MEDIA) RELEASE|FOR IMMEDIATE RELEASE|PRESSEMITTEILUNG|MEDIENMITTEILUNG)/u.test(
      head,
    )
  )
    return true
  // "Photo: ELI ROTH"
  if (
    /^(?:Photos?|Foto|Fotos|Picture|Image|Bild)(?: by| de| von)?:? $/iu.test(
      head.slice(0, head.length - (end - start)),
    )
  )
    return true
  return (
    /^[\p{Lu} .'’-]{2,40}(?:, [\p{Lu} ]{2,20})?$/u.test(head) &&
    /^(?:, [\p{Lu} ]{2,20})?:\s/u.test(text.slice(end, end + 26))
  )
}

/** "BOISE, Idaho (13 News) -": who sent the report. */
function isAgency(text: string, { start, end }: Span): boolean {
  const head = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  return (
    /^\p{Lu}[^\n()]{2,40}\((?:[\p{L}\d]+ ){0,2}$/u.test(head) &&
    /^[^()\n]{0,20}\) ?[—–-]/u.test(text.slice(end, end + 24))
  )
}

/** "Mayor" before a name says what somebody is; "Mr." and "Dr." do not. */
function officeIn(title: string): string {
  return /^(?:\p{Lu}\p{Ll}{4,}(?: (?:of )?|$)){1,3}$/u.test(title) ? title.trim() : ''
}

const SEVERAL = /^(?:two|three|four|five|six|several|some|many|other|both|\d+)\b/iu

/** A headline writes most words large, so its capitals say nothing. */
function isTitleCase(sentence: string): boolean {
  const words = sentence.match(/\p{L}[\p{L}'’-]+/gu) ?? []
  if (words.length < 4 || /[.!?]["”’]?$/u.test(sentence)) return false
  const large = words.filter((word) => /^\p{Lu}/u.test(word)).length
  return large / words.length > 0.6
}

/** The entity whose name stands at this place of the text. */
export function entityAt(entities: Entity[], { start, end }: Span): Entity | null {
  for (const entity of entities)
    if (entity.mentions.some((mention) => mention.start < end && mention.end > start)) return entity
  return null
}
