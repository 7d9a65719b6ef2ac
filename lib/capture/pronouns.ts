import type { Entity } from './entity'
import { GENDER, genderOf } from './gender'
import { sentencesOf } from './sentences'
import { asSpeaker, lastNamed, lastOf, type Speaker, type SpeakerContext } from './speaker'
import type { Span } from './types'
import { ROLE, SAY } from './words'

/** A pronoun for whoever spoke. */
export const PRONOUN = /^(?:he|she|they|it|sie|er|él|ella|ellos|ellas)$/iu

/** Whom a pronoun means: the person or group that was named last and fits it. */
export function pronounSpeaker(
  { text, entities, last, near }: SpeakerContext,
  pronoun: string,
): Speaker | null {
  if (/^(?:they|sie|ellos|ellas)$/iu.test(pronoun)) {
    const before = near ? text.slice(Math.max(0, near.start - 300), near.end) : ''
    const group = [
      ...before.matchAll(
        /(?:^|[.!?]["”’]?\s+|\n)((?:The |Los |Las |Die )?(?:[\p{L}-]+ ){0,2}(?:people|tenants|residents|marchers|strikers|families|organizers?|organisers|workers|employees|protesters|nurses|teachers|drivers|students|members|activists|demonstrators|trabajadores|beschäftigten))\b/giu,
      ),
    ].at(-1)?.[1]
    if (group) return { name: group.trim(), kind: 'group', description: '', entity: null }
  }
  if (/^(?:it|es)$/iu.test(pronoun)) {
    // "She sent a voice message that was played to the crowd. “…,” it said."
    if (
      near &&
      last?.kind === 'person' &&
      MESSAGE.test(text.slice(Math.max(0, near.start - 300), near.start))
    )
      return last
    // "The letter says: “…” It continues, “…”"
    if (last?.kind === 'group' && WRITTEN.test(last.name)) return last
    const organization = near && lastOf(entities, 'organization', near.start - 400, near.end)
    return organization ? asSpeaker(organization) : null
  }
  const gender = GENDER[pronoun.toLowerCase()]
  const fits = (entity: Entity) => {
    const own = genderOf(text, entity)
    return !gender || !own || own === gender
  }
  const people = entities.filter(fits)
  // Who is spoken to or of within a quotation is not who says it.
  const unquoted = people.map(withoutOwned(text)).map((entity) => ({
    ...entity,
    mentions: entity.mentions.filter(
      ({ start }) =>
        near && start >= near.start && start < near.end && !isQuoted(text, near, start),
    ),
  }))
  const named = near && (saying(text, unquoted, near) ?? lastNamed(unquoted, near.start, near.end))
  const entity = named && entities.find(({ name }) => name === named.name)
  if (entity) return asSpeaker(entity)
  const described = near && describedBefore(text, near)
  if (described) return gender ? { ...described, pronoun: gender } : described
  const same = last?.entity
    ? fits(last.entity)
    : !gender || !last?.pronoun || last.pronoun === gender
  if (last && last.kind !== 'organization' && same) return last
  const far = near && lastNamed(people, 0, near.start)
  return far ? asSpeaker(far) : null
}

/** "Ada Byron, Bo's mother, came. “…,” she said.": whose somebody is does not speak. */
const withoutOwned =
  (text: string) =>
  (entity: Entity): Entity => ({
    ...entity,
    mentions: entity.mentions.filter(({ end }) => !OWNS.test(text.slice(end, end + 24))),
  })
const OWNS =
  /^['’]s? (?:mother|father|mom|mum|dad|parents|sister|brother|wife|husband|widow|partner|daughter|son|grand(?:mother|father|son|daughter)|niece|nephew|aunt|uncle|cousin|friend|colleague|neighbou?r|lawyer|boss)\b/u

/** "Ada Smith alleged that the firm had dismissed Bo Lee. “…,” she said.": who spoke, not whom it was about. */
function saying(text: string, people: Entity[], near: Span): Entity | null {
  const sentence = sentencesOf(text, near).at(-1)
  if (!sentence) return null
  return (
    people.find(
      ({ kind, mentions }) =>
        kind === 'person' &&
        mentions.some(
          ({ start, end }) =>
            start >= sentence.start &&
            end <= sentence.end &&
            SAYS_THAT.test(text.slice(end, end + 40)),
        ),
    ) ?? null
  )
}
const SAYS_THAT = new RegExp(`^ (?:also |later |then )?(?:${SAY}) (?!on\\b|in\\b)`, 'u')

/** Whether a quotation that began in this paragraph is still open here. */
function isQuoted(text: string, { start }: Span, at: number): boolean {
  // A paragraph may have no end.
  const before = text.slice(Math.max(start, at - 2000), at)
  const count = (mark: string) => before.split(mark).length - 1
  return count('“') > count('”') || count('"') % 2 === 1
}

const MESSAGE =
  /\b(?:sent|left|recorded|posted|filmed) [^.!?\n]*\b(?:message|letter|statement|note|e-?mail|post|recording|video)\b[^.!?\n]*[.!?]["”’]?\s*$/iu
const WRITTEN =
  /\b(?:letter|statement|petition|post|memo|message|report|complaint|lawsuit|filing|leaflet|banner|sign)\b/iu

/** "Her former manager, who asked not to be named, remembers it differently. “…,” he said." */
function describedBefore(text: string, near: Span): Speaker | null {
  for (const { start, end } of sentencesOf(text, near).reverse()) {
    const sentence = text.slice(start, end).trimStart()
    const relative = RELATIVE.exec(sentence)?.[0]
    if (relative) return { name: relative, kind: 'group', description: '', entity: null }
    const subject = INDEFINITE_SUBJECT.exec(sentence)?.[0]
    const isPerson =
      subject?.split(' ').some((word) => ROLE.test(word)) ||
      /^,? who /u.test(sentence.slice(subject?.length))
    if (subject && isPerson) return { name: subject, kind: 'group', description: '', entity: null }
  }
  return null
}
/** "Byron's grandson, Luc," */
const RELATIVE =
  /^\p{Lu}[\p{L}-]+['’]s (?:mother|father|sister|brother|wife|husband|widow|partner|daughter|son|grand(?:mother|father|son|daughter)|niece|nephew|aunt|uncle|cousin)(?:, \p{Lu}\p{Ll}+)?(?=,)/u
const INDEFINITE_SUBJECT =
  /^(?:(?:An?|One|Another|Her|His|Their|Un|Una|Ein|Eine) (?:[\p{L}.&'’-]+ ){0,4}?[\p{Ll}-]+)(?=,| who| with| in| of| for| at| said| told| was| is| remembers| \p{Ll}+ed\b)/u
