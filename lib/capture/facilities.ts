import { passageOf } from './sentences'
import type { Found, Span } from './types'

/** What a place of work or of power is called by its kind, which a report writes small. */
const FACILITY =
  '(?:quarry|(?:distribution|fulfil?lment|processing|detention|data|call|logistics|convention|community|job|sorting|medical) cent(?:er|re)|warehouse|headquarters|courthouse|county court|terminal|town hall|city hall|plant|factory|mill|offices?|flagship|store|depot|mine|campus|clinic|hospital|shipyard|refinery|brewery|statehouse|state capitol|capitol|consulate|embassy|ballpark|collectorate|library|museum)'
const OWNER =
  "(?:\\p{Lu}[\\p{L}\\p{N}.&-]*(?:['’]s?)?(?: \\p{Lu}[\\p{L}\\p{N}.&-]*(?:['’]s?)?){0,3})"
const PUBLIC = '(?:county|town|city|state|federal|district|ferry|bus|train|central|old|main)'
const AT =
  '(?:outside|inside|in front of|at|next to|near|around|beside|across from|to|surrounded|occupied|entered|blocked)(?: of)?'

/** "outside the Oakmont quarry", "at the county courthouse", "in front of Acme's headquarters" */
const NAMED = new RegExp(
  `(?<![\\p{L}])${AT} (?:the \\p{Ll}+['’]s |the |its |their |an? )?((?:${OWNER} (?:\\p{Ll}+ ){0,1}?${FACILITY}|${PUBLIC} ${FACILITY}|(?:town|city) hall))(?![\\p{L}])`,
  'gu',
)

/** "gathered next to the Domes, the landmark entrance of …" and "at the corner of Fulton and Hank Drive" */
const LANDMARK = new RegExp(
  `(?<![\\p{L}])${AT} ((?:the )?\\p{Lu}[\\p{L}]+(?: \\p{Lu}[\\p{L}]+)?)(?=, (?:an?|the|its|their|one of) (?:[\\p{L}'’-]+ ){0,4}(?:entrance|building|tower|square|park|plaza|landmark|monument|statue|complex)\\b)|\\b((?:corner|intersection) of (?:\\p{Lu}[\\p{L}\\d.]+ ){1,3}and \\p{Lu}[\\p{L}\\d]+(?: \\p{Lu}[\\p{L}]+){0,2})(?![\\p{L}])`,
  'gu',
)

const GATHERED =
  /\b(?:gather|rall(?:y|ied)|march|assembl|met\b|walked|picket|protest|demonstrat|converg|stood|strike|struck)/iu

/** The spots that a report describes exactly, which say more than the building that it names. */
export function landmarksOf(text: string, sentences: Span[]): Found<string>[] {
  const gathered = sentences.filter(({ start, end }) => GATHERED.test(text.slice(start, end)))
  return placesBy(LANDMARK, text, gathered, 0.9)
}

/**
 * The places of an action that a report names by their kind, as it writes them.
 *
 * @param sentences those that speak of the action; elsewhere such words say where somebody works.
 * @param lead the first of the report, which may tell of it in other words: "walked off the job at the mill".
 */
export function facilitiesOf(text: string, sentences: Span[], lead: Span[]): Found<string>[] {
  const told = lead.filter(
    (span) => !sentences.includes(span) && GATHERED.test(text.slice(span.start, span.end)),
  )
  return placesBy(NAMED, text, [...sentences, ...told], 0.8)
}

function placesBy(
  pattern: RegExp,
  text: string,
  sentences: Span[],
  confidence: number,
): Found<string>[] {
  return sentences.flatMap((sentence) =>
    [...text.slice(sentence.start, sentence.end).matchAll(pattern)].flatMap((match) => {
      const name = (match[1] ?? match[2])?.trim()
      if (!name) return []
      const start = sentence.start + match.index + match[0].lastIndexOf(name)
      const passages = [passageOf(text, { start, end: start + name.length })]
      return [{ value: name, confidence, passages }]
    }),
  )
}
