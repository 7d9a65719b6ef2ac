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
  const before = words.slice(0, at)
  return (
    /\b(?:spokes\p{L}+|(?:the |a )(?:company|firm|retailer|bank|corporation)(?:['’]s)?(?: statement)?)\b[^“”".;]*[“"][^”"]*$/iu.test(
      before,
    ) || /^The (?:company|firm|retailer|bank|corporation) [^.;“”"]*$/u.test(before)
  )
}

/** "Demand Progress" is the name of a group. */
export function isOfName(words: string, at: number): boolean {
  return at > 0 && /^Demand \p{Lu}/u.test(words.slice(at))
}
