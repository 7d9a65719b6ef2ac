import { speakerFrom, subjectOf } from './named-speaker'
import { pronounSpeaker } from './pronouns'
import { asSpeaker, type Speaker, type SpeakerContext } from './speaker'
import type { CaptureLanguage, Span } from './types'
import { SAY, SAY_DE, SAY_ES } from './words'

export type Attribution = { speaker: Speaker; verb: string; confidence: number; span: Span }

const ADVERB = '(?:also |then |later |further |previously |recently |además |también |auch |dann )?'
/** "according to a statement from Acme" gives Acme's words. */
const ACCORDING =
  /\b(?:according to|as told by|in the words of|según|laut|nach angaben von) (?:(?:an? |the )?(?:[\p{L}-]+ ){0,2}?(?:statement|memo|letter|post|release|message|e-?mail|filing) (?:from|by|issued by|sent by|released by) )?/iu
/** "issued the following statement:" */
const ISSUED =
  "(?:issued|provided|released|gave|shared|sent|offered|put out) (?:[\\p{L}\\d.’']+ ){0,6}?(?:statement|response|comment|reply)"
/** What somebody calls something: "calls it", "dubbed the walkout". */
const CALLING =
  '(?:(?:calling|calls|called|dubbed|labell?ed) [^,.;!?]*|(?:describ(?:ing|es|ed)|characteri[sz](?:ing|es|ed)|denounc(?:ing|es|ed)|condemn(?:ing|s|ed)|dismiss(?:ing|es|ed)|portray(?:ing|s|ed)|slamm(?:ing|ed)|hail(?:ing|s|ed)|decr(?:ying|ied)) [^,]* as|accus(?:ing|ed) [^,]* of)(?=\\s*$)'

/** "so", before who spoke, says so in German alone: „…“, so Ada Smith. */
const VERBS: Record<CaptureLanguage, string> = {
  en: `(?:${SAY})`,
  es: `(?:${SAY_ES}|${SAY})`,
  de: `(?:${SAY_DE}|so|${SAY})`,
}
const patternsOf = (verb: string) => ({
  first: new RegExp(`^[\\s,;—–-]*${ADVERB}(${verb}) (?!that\\b|to\\b|in\\b)`, 'u'),
  any: new RegExp(`(?<![\\p{L}])(${verb})(?![\\p{L}])`, 'gu'),
  before: new RegExp(
    `(?<![\\p{L}])(${verb}|chanting|shouting|saying|adding|reading|${ISSUED}|${CALLING})(?![\\p{L}])`,
    'gu',
  ),
  atOnce: new RegExp(`^\\s*[,;]\\s*(?:${verb})\\b`, 'u'),
})
const PATTERNS = {
  en: patternsOf(VERBS.en),
  es: patternsOf(VERBS.es),
  de: patternsOf(VERBS.de),
} satisfies Record<CaptureLanguage, ReturnType<typeof patternsOf>>

const SAYS_ES = new RegExp(`^(?:${SAY_ES})$`, 'u')
/** Spanish leaves the subject out, or says what somebody is. */
const BARE_VERB =
  /^[\s,;—–-]*(\p{Ll}+)(?: (?:el|la) (?:funcionari[oa]|dirigente|secretari[oa]|vocer[oa]|portavoz|abogad[oa]|trabajadora?|president[ea]|lideresa|líder|gerente|delegad[oa]|alcalde(?:sa)?|concejala?|mujer|hombre|joven))?\s*$/u

/** Whether a verb of saying follows at once: `"No", dijo Ana`. */
export function isSaid(
  { text, language }: { text: string; language: CaptureLanguage },
  from: number,
  to: number,
): boolean {
  return PATTERNS[language].atOnce.test(text.slice(from, Math.min(to, from + 40)))
}

/** Who said the words before this stretch: `," said Ada Smith, a nurse.` or `," Smith said.` */
export function speakerAfter(context: SpeakerContext, after: Span): Attribution | null {
  const { text } = context
  const patterns = PATTERNS[context.language]
  const words = text.slice(after.start, after.end)
  const sentence = sentenceEnd(words)
  const first = patterns.first.exec(words)
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
  for (const match of clause.matchAll(patterns.any)) {
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
  // «…», sostuvo. / “…”, prometió el funcionario.
  const bare = context.language === 'es' ? BARE_VERB.exec(clause) : null
  if (bare && (first || SAYS_ES.test(bare[1] ?? ''))) {
    const speaker = pronounSpeaker(context, '')
    if (speaker)
      return {
        speaker,
        verb: bare[1] ?? '',
        confidence: 0.85,
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
  const verbs = [...words.matchAll(PATTERNS[context.language].before)]
  for (const match of verbs.reverse()) {
    const subject = subjectOf(context, { start: before.start, end: before.start + match.index })
    // Behind "told" stands who was told.
    const speaker =
      subject ??
      // "rejected the claim, saying he was “on leave”": whom it says it of.
      (/^(?:told|tells|asked|asks|urged|warned|reminded|saying|adding)/u.test(match[0])
        ? null
        : behind(context, {
            start: before.start + match.index + match[0].length + 1,
            end: before.end,
          })) ??
      whoDidBoth(context, { start: before.start, end: before.start + match.index })
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

/** "Mr. Smith took the box, said “…” and left": the subject of the first verb, where nobody stands between. */
function whoDidBoth(context: SpeakerContext, span: Span): Speaker | null {
  const { text, entities } = context
  const words = text.slice(span.start, span.end)
  if (!/(?:,|,? (?:and|but|then))(?: also| then| later)? $/u.test(words)) return null
  const pronoun = /^\s*(She|He|They) \p{Ll}/u.exec(words)?.[1]
  if (pronoun) {
    const near = context.near && { start: context.near.start, end: span.start }
    return pronounSpeaker({ ...context, ...(near && { near }) }, pronoun)
  }
  const people = entities.flatMap((entity) =>
    entity.mentions
      .filter(
        ({ start, end }) => entity.kind === 'person' && start >= span.start && end <= span.end,
      )
      .map((mention) => ({ entity, mention })),
  )
  const [one, other] = people
  if (!one || other) return null
  const lead = text.slice(span.start, one.mention.start).trimStart()
  const opens =
    lead === '' || /^(?:\p{Lu}\p{Ll}+\.? |(?:His|Her|Their|Its) [^.;:“”"]{2,40}, )$/u.test(lead)
  return opens && /^,? (?!and |or |who )\p{Ll}/u.test(text.slice(one.mention.end, span.end))
    ? asSpeaker(one.entity)
    : null
}

/** `said Ada Smith: “…”`; in `said colleagues “are scared”` the colleagues are what is spoken of. */
function behind(context: SpeakerContext, span: Span): Speaker | null {
  const speaker = speakerFrom(context, span)
  const pause = /[:,—–-]\s*$/u.test(context.text.slice(span.start, span.end))
  // "reading the following statement: “…”" says not whose it is.
  if (speaker?.kind === 'group' && /^the following\b/iu.test(speaker.name)) return null
  return speaker?.kind === 'group' && !pause ? null : speaker
}

function sentenceEnd(words: string): number {
  const end =
    /[.!?](?=\s|$)(?<!\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|St|Jr|Sr|Inc|Corp|Co)\.)(?<!\b\p{Lu}\.)/u.exec(
      words,
    )
  return end ? end.index : words.length
}
