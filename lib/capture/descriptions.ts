import type { Mention } from './names'
import { withInnerPoints, withoutInnerPoints } from './sentences'
import { ROLE } from './words'

/** How far around a name its description may stand, in UTF-16 units. */
const REACH = 140

const STOPS =
  /^(?:killed|shot|arrested|named|elected|met|joined|quoted|cited|asked|interviewed|praised|hired|said|says|told|who|whom|whose|which|that|and|but|or|as|is|was|were|are|has|had|have|will|would|when|while|where|if|because|by|with|from|to|in|on|at|for|the|a|an|according|including|like|such|dijo|afirmó|según|que|sagte|erklärte|laut|so|of)$/iu

/** Words before a name that say what its bearer is: "Former Amazon employee" before "Ahmed Shahour". */
export function descriptionBefore(text: string, { start }: Mention, sentenceStart: number): string {
  // "U.S. citizen": a point within a description ends nothing.
  const before = withoutInnerPoints(text.slice(Math.max(sentenceStart, start - REACH), start))
  const clause = /[^,;:.!?"“”()\n—–]*$/u.exec(before)?.[0] ?? ''
  const words = clause.trim().split(/\s+/u).filter(Boolean)
  const last = words.at(-1) ?? ''
  if (!ROLE.test(last)) return apposedBefore(before)
  let first = words.length - 1
  while (first > 0 && words.length - first < 6 && !STOPS.test(words[first - 1] ?? '')) first -= 1
  // "to authorize Police Chief Smith"
  if (/^\p{Lu}/u.test(last))
    while (
      first < words.length - 1 &&
      /^(?!(?:former|ex-\p{L}+|acting|interim|retired|then|longtime|local|deputy)$)\p{Ll}/u.test(
        words[first] ?? '',
      )
    )
      first += 1
  // "vice president of field operations X" and "member of the committee X" are not taken apart.
  const found = withInnerPoints(words.slice(first).join(' '))
  return first === 0 && sentenceStart === start - before.length ? lowerFirst(found) : found
}

/** "A Google spokesperson, " and "Through a lawyer for the plant, " before the name that they describe. */
const APPOSED_BEFORE = new RegExp(
  `(?:^|[.!?\\n] |, | (?:by|to|from|and|with) |\\b(?:[Tt]hrough|[Bb]y) )(?:an?|the|its|their|her|his|another) ((?:[\\p{L}\\d'’.&-]+ ){0,5}?${ROLE.source.slice(1, -1)}(?: (?:of|for|at|with) [^,.;:]{1,60})?), $`,
  'iu',
)

function apposedBefore(before: string): string {
  return withInnerPoints(APPOSED_BEFORE.exec(before)?.[1] ?? '')
}

/** "Google's head of global security" and "CEO of Acme" after a name. */
const APPOSED_AFTER = new RegExp(
  `^,(?: \\d{1,3},)? ((?:(?:\\p{Lu}[\\p{L}\\d.&-]* ){0,3}\\p{Lu}[\\p{L}\\d.&-]*(?:['’]s?)? (?:[\\p{Ll}-]+ ){0,4}(?!\\p{Ll}+s\\b)${ROLE.source.slice(1, -1)}|(?:CEO|CTO|CFO|COO|President|Director|Chair|Secretary|Executive Director|Vice President|General Counsel))(?![\\p{L}])[^,.!?;:"“”\\n]*?)(?=,? (?:said|says|told|added|wrote|explained|announced)\\b|, |[.!?;:"“”\\n]|$)`,
  'u',
)

/** The apposition after a name: ", a tech worker organizer," or " (39)" is none. */
export function descriptionAfter(text: string, { start, end }: Mention): string {
  const after = text.slice(end, end + REACH * 2)
  // "Of Ada Smith, the manager said": the manager is somebody else.
  if (
    /(?:^|[.!?“”"\n] ?)(?:of|about|on|for|to|after|with|against|unlike|like|asked about|according to) $/iu.test(
      text.slice(Math.max(0, start - 24), start),
    ) &&
    /^, (?:an?|the) [^,.!?;:"“”\n]{2,60}? (?:said|says|told|wrote|added)\b/u.test(after)
  )
    return ''
  const titled = APPOSED_AFTER.exec(after)?.[1]
  if (titled) return titled.trim().slice(0, 200)
  const apposition =
    /^,(?: \d{1,3},)? ((?:an?|the|one of|who(?:’s|'s| is| was| has| works| worked| had)|former|ein[e]?|der|die|una?|el|la|[\p{Ll}])[^.!?;:"“”\n]*?)(?=,? (?:said|says|told|added|wrote|explained|announced|dijo|sagte|erklärte)\b|, |[.!?;:"“”\n]|$)/u.exec(
      after,
    )?.[1]
  if (!apposition || COUNTED.test(apposition) || /^who (?:had|has|was|is|were)$/u.test(apposition))
    return ''
  const words = withoutPredicate(apposition).replace(/^(?:an?|the|una?|ein[e]?|der|die) /iu, '')
  if (
    /^(?:and|or|but|said|says|told|is|was|were|has|have|had|in|on|at|to|along|including|like)\b/iu.test(
      words,
    )
  )
    return ''
  const article = /^(?:an?|the|one of|who|former|ein[e]?|der|die|una?|el|la)\b/iu.test(apposition)
  const role = apposition.split(/[\s,]+/u).some((word) => ROLE.test(word))
  if (!role && (!article || apposition.split(/\s+/u).length < 2)) return ''
  const rest = /^who (?:is|was) (?:an?|the) (.+)$/iu.exec(words)
  return (rest?.[1] ?? words).slice(0, 200).trim()
}

/** "Rallied by Ada Smith, more than 100 people gathered": the clause that follows, and nobody's description. */
const COUNTED =
  /^(?:(?:more than|fewer than|about|nearly|almost|around|over|some|roughly|at least|up to|an estimated) )?(?:\d|(?:dozens|hundreds|thousands|scores|tens of|several|many)\b)/iu

/** "a detective for the county was given the files": where a comma is missing, the description ends at its verb. */
function withoutPredicate(apposition: string): string {
  const verb =
    /(?<!\b(?:who|that|which)\b.{0,40}) (?:was|were|has been|had been|has had|will be)\b/u
  return apposition.split(verb)[0]?.trim() ?? ''
}

/** What begins a sentence is written small here, unless it is a name: "Senior organiser", "Amazon spokeswoman". */
function lowerFirst(words: string): string {
  const first = words.split(' ')[0] ?? ''
  return ROLE.test(first) || ADJECTIVE.test(first)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words
}
const ADJECTIVE =
  /^(?:former|current|senior|junior|lead|leading|longtime|long-time|long-standing|chief|fellow|retired|veteran|local|union|tech|technology|community|labou?r|student|civil|human|young|older|night|night-shift|day|warehouse|delivery|software|data|staff|shop|head|deputy|principal|fired|laid-off|one|another|its|their|her|his|the|an?)$/iu
