import type { Entity } from './entity'
import { asSpeaker, type Speaker, type SpeakerContext } from './speaker'
import type { Span } from './types'
import { PRONOUN, pronounSpeaker } from './pronouns'
import { sentencesOf, withInnerPoints, withoutInnerPoints } from './sentences'
import { GROUP, ORGANIZATION_WORD, PLACE_WORD, ROLE } from './words'

/** The speaker whose name or description begins this stretch. */
export function speakerFrom(context: SpeakerContext, span: Span): Speaker | null {
  const { text, entities } = context
  const words = text.slice(span.start, span.end)
  const lead = words.length - words.trimStart().length
  const start = span.start + lead
  const pronoun = /^[\p{L}]+/u.exec(words.trimStart())?.[0] ?? ''
  if (PRONOUN.test(pronoun)) return pronounSpeaker(context, pronoun)
  // "said ver.di official Ada Smith": a point within a word ends nothing.
  const clause = /^[^,;:.!?“”"\n]*/u.exec(withoutInnerPoints(words.trimStart()))?.[0] ?? ''
  const named = entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })))
    .filter(
      ({ entity, mention }) =>
        isSpeaker(entity) && mention.start >= start && mention.end <= start + clause.length + 12,
    )
    .sort((a, b) => a.mention.start - b.mention.start)
  const person = named.find(({ entity }) => entity.kind === 'person')
  const group = GROUP.exec(clause) ?? INDEFINITE.exec(clause)
  const apposed = group && apposedTo(context, start + clause.length)
  if (apposed && !person) return apposed
  // "said a spokesperson for Acme" is the spokesperson; "said organizer Ada Smith" is Ada Smith.
  if (
    person &&
    (!group || /^(?:(?:[^.]|\.(?=\p{L}))*\s)?$/u.test(text.slice(start, person.mention.start))) &&
    !/\b(?:for|of|at|from|with|to)\s+(?:the )?$/iu.test(text.slice(start, person.mention.start))
  )
    return asSpeaker(person.entity)
  if (group)
    return {
      name:
        withInnerPoints(clause)
          .trim()
          .replace(/ (?:in|at|during|on|as|who|after|before|while) .*$/iu, '') || group[0],
      kind: 'group',
      description: '',
      entity: null,
    }
  // "according to Acme's Board of Trustees"
  const [owner, owned] = named
  const isOwner =
    owner && owned && /^['’]s? $/u.test(text.slice(owner.mention.end, owned.mention.start))
  const first = isOwner ? owned : owner
  if (first && first.mention.start - start < 25) return asSpeaker(first.entity)
  return null
}

const INDEFINITE =
  /^(?:an?|one|another|two|three|several|some|many|un|una|ein|eine) [\p{Ll}][\p{L}-]+/u

/** "said a spokeswoman for the group, Ada Smith" is Ada Smith. */
function apposedTo({ text, entities }: SpeakerContext, end: number): Speaker | null {
  const gap = /^, (?:die |der |la |el )?(?=\p{Lu})/u.exec(text.slice(end, end + 12))?.[0].length
  if (!gap) return null
  const entity = entities.find(
    ({ kind, mentions }) => kind === 'person' && mentions.some(({ start }) => start === end + gap),
  )
  return entity ? asSpeaker(entity) : null
}

/** The subject of a clause that ends where its verb begins. */
export function subjectOf(context: SpeakerContext, span: Span): Speaker | null {
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
    /^(?:['’]s?)?(?: ['’]\d{2})?(?:\s*\([^)]{1,30}\))?(?:,[^.!?;]*,|,)?\s*(?:,?\s?(?:who|which)\s)?(?:also |then |later |further |previously |recently |has |had |auch |también )*$/u.test(
      text.slice(end, span.end),
    )
  const author = AUTHOR.exec(clause)?.[1]
  if (author) {
    const known = candidates.find(({ mention }) => mention.words === author)
    return known
      ? asSpeaker(known.entity)
      : { name: author, kind: 'unknown', description: '', entity: null }
  }
  for (const { entity, mention } of candidates)
    if (entity.kind === 'person' && reaches(mention.end) && !isAside(context, span, mention))
      return asSpeaker(entity)
  const named = bareName(clause)
  // "Wells Fargo" is what the rest of the text says that it is.
  const known = named && candidates.find(({ mention }) => mention.words === named.name)
  if (named) return known ? asSpeaker(known.entity) : named
  const written = ownerOfWords(context, span)
  if (written) return written
  const group = lastGroup(clause) ?? indefiniteSubject(clause) ?? SOMEBODY.exec(clause)?.[1]
  if (group)
    return (
      bodyMeant(context, group, span) ?? {
        name: group,
        kind: 'group',
        description: '',
        entity: null,
      }
    )
  for (const { entity, mention } of candidates)
    if (reaches(mention.end) && !isAside(context, span, mention)) return asSpeaker(entity)
  return null
}

/** "The letter, issued by Stop the Raids, says": who stands at the end of what is said in passing does not speak. */
function isAside({ text }: SpeakerContext, clause: Span, { start, end }: Span): boolean {
  const aside = /,\s+([^,]*)$/u.exec(text.slice(clause.start, start))?.[1] ?? ''
  return (
    /(?:^|\s)(?:by|of|for|with|at|from|to|von|por|de)\s+(?:the )?$/u.test(aside) &&
    /^,/u.test(text.slice(end, end + 1))
  )
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

/** "A letter from Ada Smith to Bo Lee reads": not the words of whoever it is sent to. */
const AUTHOR =
  /\b(?:letter|e-?mail|memo|note|message|post|text|tweet) (?:from|by|of) (\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,4}) to /u

/** "Smith's statement added": the words are Smith's; so are "The Department of Labor" its own. */
function ownerOfWords({ text, entities }: SpeakerContext, span: Span): Speaker | null {
  for (const entity of entities) {
    if (!isSpeaker(entity)) continue
    for (const { start, end } of entity.mentions) {
      if (start < span.start || end > span.end) continue
      const rest = text.slice(end, span.end)
      const own = entity.kind === 'organization' && /^\s*$/u.test(rest)
      if (own && GROUP.test(text.slice(start, end))) return asSpeaker(entity)
      if (WRITTEN.test(rest) || (entity.kind === 'organization' && ISSUED.test(rest)))
        return asSpeaker(entity)
    }
  }
  return null
}
/** "an Acme statement said" */
const ISSUED = /^ (?:statement|memo|press release|news release|spokes\p{L}+ statement)\s*$/u
const WRITTEN =
  /^['’]s? (?:\p{Ll}+ )?(?:statement|letter|post|blog post|tweet|memo|e-?mail|op-ed|testimony|filing|release|message)\s*(?:also |then |later |further )?$/u

/** "one commenter", "another shopper from the town", as the whole of what stands before the verb. */
const SOMEBODY =
  /^[\s,]*((?:an?|one|another|two|three|several|some|many) (?:[\p{Ll}-]+ ){0,3}[\p{Ll}-]{4,})\s*$/iu

/** "The company said" right after a sentence that begins with the company's name means that one. */
function bodyMeant(
  { text, entities, near }: SpeakerContext,
  group: string,
  at: Span,
): Speaker | null {
  if (!near || !/^the (?:company|firm|union|agency|startup|retailer)$/iu.test(group)) return null
  // Behind a quotation it is the sentence before the quotation that names the company.
  const before = sentencesOf(text, {
    start: near.start,
    end: Math.min(at.start, near.end),
  }).at(-1)
  if (!before || /^["“'‘]/u.test(text.slice(before.start))) return null
  const named = entities.find(
    ({ kind, mentions }) =>
      kind === 'organization' &&
      mentions.some(({ start }) => start >= before.start && start <= before.start + 4),
  )
  return named ? asSpeaker(named) : null
}

/** "A man in a yellow vest who said that he works nights, and who gave no name, said": the man. */
function indefiniteSubject(clause: string): string | null {
  const subject =
    /^\s*((?:An?|One|Another) (?:[\p{L}'’-]+ ){0,4}?(?:man|woman|person|\p{L}+))(?=(?: (?:in|with|from|at|of|on) [^,.;]{2,40}?)?,? who\b)/u.exec(
      clause,
    )?.[1]
  const words = subject?.split(' ') ?? []
  return subject && words.some((word) => ROLE.test(word) || /^(?:man|woman|person)$/u.test(word))
    ? subject.charAt(0).toLowerCase() + subject.slice(1)
    : null
}

/** "one worker", "a spokesperson for Acme", right before the verb. */
function lastGroup(clause: string): string | null {
  const plain = clause
    // "a banner that", "The letter, published on Sunday,"
    .replace(/\s+(?:that|which|who|que|das|der|die)\s*$/iu, '')
    .replace(/,[^,.;:“”"]*,\s*$/u, '')
  const tail =
    /(?:^|[.,;:“”"]\s*|\b(?:and|but|while|as|that)\s+)([^.,;:“”"]*?)\s*(?:,\s*who(?:[^.,;]*))?$/u
      .exec(plain)?.[1]
      ?.trim() ?? ''
  // "spent the morning holding a sign that said"
  const written = CARRIED.exec(plain)?.[1]
  if (written) return written
  if (tail === '' || tail.split(/\s+/u).length > 12 || !GROUP.test(tail)) return null
  // A whole clause is nobody: "The campaign is asking supporters to send a video".
  if (/ (?:is|are|was|were|has been) \p{L}+ing\b/u.test(tail)) return null
  const without = tail
    // "trucks slowed down as the mass of picketers chanted"
    .replace(/^.* (?:as|while) (?=(?:the|an?|some|many) )/iu, '')
    .replace(/^(?:and|but|meanwhile|also|then|later)\s+/iu, '')
    .replace(/\s+(?:also|then|later|have|has|had|who|recently)$/iu, '')
    // "The bank released a statement saying"
    .replace(
      / (?:has |have )?(?:released|issued|provided|put out|shared) (?:an?|the|this|its|their) .*$/iu,
      '',
    )
    // "A spokesperson pointed to a post by its chief executive"
    .replace(
      /(?<=\b(?:spokes\p{L}+|worker|employee|organi[sz]er|member|official|representative)) (?:\p{Ll}+ed|sent|gave|put) (?:to|out|us|at|the|an?)\b.*$/iu,
      '',
    )
  return /^(?:to|in|of|for|with|at|from|by|on)\b/iu.test(without) ? null : without
}

const CARRIED =
  /\b(?:holding|carrying|waving|wearing|held|carried|raised|read) ((?:an?|the|her|his|their|one) (?:[\p{Ll}-]+ ){0,2}(?:sign|banner|placard|poster|(?:[Tt]-)?shirt|leaflet|flag)s?)(?: (?:from|of) [^,.;]{2,40})?$/u

function isSpeaker(entity: Entity): boolean {
  return entity.kind === 'person' || entity.kind === 'organization'
}
