import { BASE } from './demand-words'
/** "Teachers did not ask for this" asks for nothing. */
export function isDenied(words: string, at: number): boolean {
  const before = words.slice(Math.max(0, at - 60), at)
  return /\b(?:not|n['’]t|never|nobody|no longer|(?:declin|refus)\p{Ll}+ to|after (?:they|we|he|she|it))(?: \p{Ll}+)? $/iu.test(
    before,
  )
}

/** A headline says shortly what the text says exactly. */
export function isHeadline(words: string): boolean {
  return (
    !/[.!?:;"”’]\s*$/u.test(words) &&
    words.length < 160 &&
    !/^\s*(?:[-•*–—·]|\d{1,2}[.)])\s/u.test(words) &&
    words.split(/\s+/u).length > 3
  )
}

/** "Mayor Ada Smith", "the company", and not "an end" or "Acme's contract with the army". */
export function isSomebody(who: string): boolean {
  return !/^(?:an?|better|more|higher) |['’]s? \p{Ll}| (?:of|with) /u.test(who)
}

/** "The drivers, who are calling for a raise, marched": what they ask for ends at the comma. */
export function withinRelative(before: string, said: string): string {
  return /, (?:who|which)(?: (?:are|is|were|was|have been|had been))? $/u.test(before)
    ? said.replace(/, (?!and |or )\p{Ll}+ed\b.*$/u, '')
    : said
}

/** What a company says that others need to do is no demand on it: `An Acme spokesperson said that “governments need to …”` */
export function isOfCompany(words: string, at: number): boolean {
  // A sentence may have no end.
  const before = words.slice(Math.max(0, at - LONGEST), at)
  return (
    /\b(?:spokes\p{L}+|(?:the |a )(?:company|firm|retailer|bank|corporation)(?:['’]s)?(?: statement)?)\b[^“”".;]*[“"][^”"]*$/iu.test(
      before,
    ) ||
    (at < LONGEST && /^The (?:company|firm|retailer|bank|corporation) [^.;“”"]*$/u.test(before))
  )
}

/** "A court ruled on Monday that the company must pay": what is ordered is no demand. */
export function isRuled(lead: string): boolean {
  return RULED.test(lead.slice(-LONGEST))
}

/** "At a rally held on Monday, workers said that" tells of no ruling: somebody rules, or "that" follows at once. */
const RULED =
  /\b(?:(?:court|judge|justice|magistrate|sheriff|tribunal|board|panel|commission|arbitrator|jury|juror|regulator)s?\b[^.;“”"]{0,60} (?:ruled|ordered|found|decided|held)\b(?:(?! (?:say|says|said|told|heard)\b)[^.;“”"]){0,40}|(?:ruled|ordered|found|decided|held)) that [^.;“”"]*$/iu

const LONGEST = 1000

/** "Demand Progress" is the name of a group. */
export function isOfName(words: string, at: number): boolean {
  return at > 0 && /^Demand \p{Lu}/u.test(words.slice(at))
}

/** "wants A to pay and B to publish", and neither "end contracts with A and B and to" nor "with A and B to protect". */
export function asksAnother(before: string, who: string): boolean {
  return (
    /^\p{Lu}/u.test(who) &&
    !/ (?:and|or)$/u.test(who) &&
    !/\b(?:with|between|from|to|of|by|against|for) (?:the )?\p{Lu}[^,;]*$/u.test(before)
  )
}

/** "Acme to pay", in a list of what is asked of several. */
export const OWN_TARGET = new RegExp(
  `^((?:the |that )?[^,.;:“”"]{2,60}?) to ((?:immediately |publicly )?(?:${BASE})\\b.*)$`,
  'iu',
)

/** "We therefore call on you to", whose verbs stand in the list below. */
export function isListBegun(words: string): boolean {
  return /\b(?:call(?:s|ing|ed)? on|ask(?:s|ing|ed)?|urg(?:e|es|ing|ed)|demand(?:s|ing|ed)? (?:that|of)) [^.:;"“”]{2,80} to:?\s*$/iu.test(
    words,
  )
}

/** "they say it should not renew": whom the clause is about. */
export function withoutSaying(who: string): string {
  return who.replace(
    /^.{0,60}\b(?:say|says|said|argue|argues|argued|insist|insists|insisted|added|believe|believes|believed)(?: that)? (?=\S)/u,
    '',
  )
}
