import { passageOf } from './sentences'
import type { Found, Span } from './types'

/** What a place of work or of power is called by its kind, which a report writes small. */
const FACILITY =
  '(?:quarry|(?:distribution|fulfil?lment|processing|detention|data|call|logistics|convention|community|job|sorting|medical) cent(?:er|re)|warehouse|headquarters|courthouse|county court|terminal|town hall|city hall|plant|factory|mill|offices?|flagship|store|depot|mine|campus|clinic|hospital|shipyard|refinery|brewery|statehouse|state capitol|capitol|consulate|embassy|ballpark|collectorate|library|museum)'
const OWNER =
  "(?:\\p{Lu}[\\p{L}\\p{N}.&-]*(?:['’]s?)?(?: \\p{Lu}[\\p{L}\\p{N}.&-]*(?:['’]s?)?){0,3})"
const PUBLIC = '(?:county|town|city|state|federal|district|ferry|bus|train|central|old|main)'
const AT =
  '(?:outside|inside|in front of|at|near|around|beside|across from|to|surrounded|occupied|entered|blocked)(?: of)?'

/** "outside the Oakmont quarry", "at the county courthouse", "in front of Acme's headquarters" */
const NAMED = new RegExp(
  `(?<![\\p{L}])${AT} (?:the \\p{Ll}+['’]s |the |its |their |an? )?((?:${OWNER} (?:\\p{Ll}+ ){0,1}?${FACILITY}|${PUBLIC} ${FACILITY}|(?:town|city) hall))(?![\\p{L}])`,
  'gu',
)

/**
 * The places of an action that a report names by their kind, as it writes them.
 *
 * @param sentences those that speak of the action; elsewhere such words say where somebody works.
 */
export function facilitiesOf(text: string, sentences: Span[]): Found<string>[] {
  return sentences.flatMap((sentence) => {
    const words = text.slice(sentence.start, sentence.end)
    return [...words.matchAll(NAMED)].flatMap(({ 0: whole, 1: name, index }) => {
      if (!name) return []
      const start = sentence.start + index + whole.length - name.length
      return [
        {
          value: name,
          confidence: 0.8,
          passages: [passageOf(text, { start, end: start + name.length })],
        },
      ]
    })
  })
}
