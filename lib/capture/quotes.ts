import type { Entity } from './entity'
import { continues, endsSpeech, isSameSentence, isWithin, trimmed } from './quotation-edges'
import { quotationsOf, usesSingleMarks, type Quotation } from './quotation-marks'
import { paragraphsOf, passageOf, sentencesOf } from './sentences'
import { asSpeaker, lastNamed, type Speaker, type SpeakerContext } from './speaker'
import { isSpeech } from './speech'
import { speakerAfter, speakerBefore, type Attribution } from './speakers'
import type { CaptureLanguage, Found, FoundQuote, Span } from './types'

type Piece = { quotations: Quotation[]; attribution: Attribution | null }

/** Finds what is quoted and whose words it is. Words in quotation marks that nobody says are left out. */
export function quotesOf(
  text: string,
  entities: Entity[],
  language: CaptureLanguage,
): Found<FoundQuote>[] {
  const single = usesSingleMarks(text)
  const found: Found<FoundQuote>[] = []
  let last: Speaker | null = null
  // What was opened in a paragraph that does not say whose words they are.
  let held: Quotation[] = []
  let before: {
    open: boolean
    quote: Found<FoundQuote> | null
    paragraph: Span
    quoted: boolean
  } | null = null
  for (const paragraph of paragraphsOf(text)) {
    const quotations = quotationsOf(text, paragraph, single)
    const spoken = quotations.filter((quotation) =>
      isSpeech({ text, language }, quotation, paragraph),
    )
    if (spoken.length === 0) {
      last = mentionedSpeaker(text, entities, paragraph) ?? last
      before = { open: false, quote: null, paragraph, quoted: false }
      continue
    }
    const context = { text, entities, language, last }
    const opener = spoken[0]
    const continued = before?.open && opener?.outer.start === paragraph.start
    if (continued && before?.quote && opener) {
      append(text, before.quote, opener)
      correct(context, before.quote, opener, paragraph, spoken[1])
      const rest = spoken.slice(1)
      const more = piecesOf(context, rest, paragraph, null)
      for (const piece of more) last = take(text, found, piece, last) ?? last
      before = {
        open: opener.open && rest.length === 0,
        quote: before.quote,
        paragraph,
        quoted: true,
      }
      continue
    }
    const introduced = continued
      ? null
      : introducer(context, before?.paragraph ?? null, before?.quoted ?? false)
    const pieces = piecesOf(context, spoken, paragraph, introduced)
    // Who opened a quotation two paragraphs above is named only where it ends.
    if (continued) pieces[0]?.quotations.unshift(...held)
    for (const piece of pieces) last = take(text, found, piece, last) ?? last
    const end = spoken.at(-1)?.outer.end ?? paragraph.end
    last = saidIn(text, entities, { start: end, end: paragraph.end }) ?? last
    const open = spoken.at(-1)?.open ?? false
    const nameless = pieces.at(-1)?.attribution === null
    held = open && nameless ? (pieces.at(-1)?.quotations ?? []) : []
    before = { open, quote: nameless ? null : (found.at(-1) ?? null), paragraph, quoted: true }
  }
  return found
}

/** Groups a paragraph's quotations by who said them. */
function piecesOf(
  context: SpeakerContext,
  quotations: Quotation[],
  paragraph: Span,
  introduced: Attribution | null,
): Piece[] {
  const pieces: Piece[] = []
  let { last } = context
  quotations.forEach((quotation, index) => {
    const previous = quotations[index - 1]
    const next = quotations[index + 1]
    const before = { start: previous?.outer.end ?? paragraph.start, end: quotation.outer.start }
    const after = { start: quotation.outer.end, end: next?.outer.start ?? paragraph.end }
    const at = { ...context, last, near: { start: paragraph.start, end: quotation.outer.start } }
    const sentence = lastSentence(context.text, before)
    const own = isSameSentence(context.text, quotation, after) ? speakerAfter(at, after) : null
    const lead = speakerBefore(at, sentence)
    const attribution = own ?? lead ?? leadingTo(at, sentence)
    const open = pieces.at(-1)
    const joins = open && !lead && continues(context.text, previous, before)
    if (open && (joins || (!attribution && open.attribution))) {
      if (joins) {
        open.quotations.push(quotation)
        open.attribution ??= attribution
      } else pieces.push({ quotations: [quotation], attribution: carried(open.attribution) })
    } else {
      const inherited = isWithin(context.text, quotation, before) ? null : introduced
      const far = attribution ?? inherited ?? named(at, paragraph, quotation)
      pieces.push({ quotations: [quotation], attribution: far })
    }
    last = pieces.at(-1)?.attribution?.speaker ?? last
  })
  // `"A." "B," said X.`: what has no speaker before the first attribution takes it.
  for (let index = pieces.length - 2; index >= 0; index--) {
    const piece = pieces[index]
    if (piece && !piece.attribution)
      piece.attribution = carried(pieces[index + 1]?.attribution ?? null)
  }
  return pieces
}

/** "Ada Smith let fly:", by a verb that is not known as one of saying, and names nobody else. */
function leadingTo({ text, entities }: SpeakerContext, sentence: Span): Attribution | null {
  if (!/:\s*$/u.test(text.slice(sentence.start, sentence.end))) return null
  const [one, other] = entities.filter(
    ({ kind, mentions }) =>
      kind === 'person' &&
      mentions.some(({ start, end }) => start >= sentence.start && end <= sentence.end),
  )
  return one && !other
    ? { speaker: asSpeaker(one), verb: '', confidence: 0.7, span: sentence }
    : null
}

function carried(attribution: Attribution | null): Attribution | null {
  return attribution && { ...attribution, confidence: Math.min(attribution.confidence, 0.85) }
}

/** A person named in the same paragraph, where no verb says who spoke. */
function named(context: SpeakerContext, paragraph: Span, quotation: Quotation): Attribution | null {
  const words = context.text.slice(quotation.inner.start, quotation.inner.end)
  if (words.split(/\s+/u).length < 6) return null
  const entity = lastNamed(context.entities, paragraph.start, quotation.outer.start)
  if (entity) return { speaker: asSpeaker(entity), verb: '', confidence: 0.6, span: paragraph }
  return null
}

/** A paragraph that ends with a colon, or that went before and named somebody, introduces the next one. */
function introducer(
  context: SpeakerContext,
  paragraph: Span | null,
  quoted: boolean,
): Attribution | null {
  if (!paragraph) return null
  const sentence = sentencesOf(context.text, paragraph).at(-1)
  if (!sentence) return null
  const words = context.text.slice(sentence.start, sentence.end)
  if (/:$/u.test(words))
    return (
      speakerBefore(context, { start: sentence.start, end: sentence.end }) ??
      fromLast(context.last, 0.6, sentence)
    )
  if (quoted) return fromLast(context.last, 0.7, sentence)
  const entity = lastNamed(context.entities, sentence.start, sentence.end)
  return entity ? { speaker: asSpeaker(entity), verb: '', confidence: 0.55, span: sentence } : null
}

function fromLast(last: Speaker | null, confidence: number, span: Span): Attribution | null {
  return last && { speaker: last, verb: '', confidence, span }
}

/** Whoever is said to have spoken last in this stretch: "…, says Ada Smith, who welds." */
function saidIn(text: string, entities: Entity[], span: Span): Speaker | null {
  const people = entities.filter(
    ({ kind, mentions }) =>
      kind === 'person' && mentions.some(({ start }) => start >= span.start && start < span.end),
  )
  const said = people.find(({ mentions }) =>
    mentions.some(
      ({ start }) =>
        start >= span.start &&
        start < span.end &&
        /\b(?:said|says|dijo|dice|sagte|sagt) $/u.test(text.slice(start - 6, start)),
    ),
  )
  return said ? asSpeaker(said) : null
}

/** Who a paragraph without a quotation speaks of: "she" in the next one may be that person. */
function mentionedSpeaker(text: string, entities: Entity[], paragraph: Span): Speaker | null {
  const first = lastNamed(entities, paragraph.start, paragraph.end)
  return first && asSpeaker(first)
}

function lastSentence(text: string, span: Span): Span {
  return sentencesOf(text, span).at(-1) ?? span
}

function take(
  text: string,
  found: Found<FoundQuote>[],
  { quotations, attribution }: Piece,
  last: Speaker | null,
): Speaker | null {
  if (!attribution) return last
  const spans = quotations.map(({ inner }) => trimmed(text, inner))
  const words = spans.map(({ start, end }) => text.slice(start, end)).join(' ')
  const partial =
    quotations.length === 1 &&
    !endsSpeech(
      text,
      quotations[0] ?? { inner: { start: 0, end: 0 }, outer: { start: 0, end: 0 }, open: false },
    ) &&
    !/^\p{Lu}/u.test(words)
  const { speaker } = attribution
  found.push({
    value: {
      text: words,
      speaker: speaker.name,
      speakerKind: speaker.kind,
      description: speaker.description,
      verb: attribution.verb,
      partial,
    },
    confidence: attribution.confidence - (partial ? 0.1 : 0),
    passages: spans.map((span) => passageOf(text, span)),
  })
  return speaker
}

/** What was only taken to be somebody's is whoever's the end of the quotation says. */
function correct(
  context: SpeakerContext,
  quote: Found<FoundQuote>,
  closing: Quotation,
  paragraph: Span,
  next: Quotation | undefined,
) {
  if (quote.confidence > 0.7) return
  const after = { start: closing.outer.end, end: next?.outer.start ?? paragraph.end }
  const said = isSameSentence(context.text, closing, after) ? speakerAfter(context, after) : null
  if (!said) return
  const { name, kind, description } = said.speaker
  quote.confidence = said.confidence
  quote.value = { ...quote.value, speaker: name, speakerKind: kind, description, verb: said.verb }
}

function append(text: string, quote: Found<FoundQuote>, { inner }: Quotation) {
  const span = trimmed(text, inner)
  quote.value.text = `${quote.value.text} ${text.slice(span.start, span.end)}`
  quote.passages.push(passageOf(text, span))
}
