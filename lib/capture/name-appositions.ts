import type { EntityDraft } from './entity'
import { ORGANIZATION_WORD, ROLE } from './words'

const THING =
  /\b(?:company|firm|corporation|maker|agency|union|organization|organisation|group|nonprofit|non-profit|startup|start-up|coalition|chain|retailer|manufacturer|provider|vendor|division|subsidiary|operator|brand|supplier|developer|broadcaster|newspaper|publisher|collective|association|network|contractor|bank|unit|arm|affiliate|unternehmen|gewerkschaft|konzern|firma|empresa|sindicato|compañía|organización)\b/iu
const NOT_A_PERSON =
  /\b(?:project|program|programme|contract|law|bill|act|feature|product|app|tool|system|device|city|town|county|neighborhood|suburb|movie|film|book|song|event|plan|case)\b/iu

/** What stands between commas before or after a name says whether it is a person or a company. */
export function weighApposition(
  cues: EntityDraft['cues'],
  before: string,
  after: string,
  several: boolean,
  tokens: string[],
) {
  // "His flack, Ada Smith, sent a line"
  if (several && POSSESSED.test(before) && /^, \p{Ll}/u.test(after)) cues.person += 3
  if (/^['’]s (?:maker|developer|manufacturer|creator)\b/u.test(after)) cues.organization -= 4
  if (isTold(before, after, tokens)) cues.organization += several ? 5 : 3
  const apposition =
    /^,(?: (\d{1,3}),)? ((?:an?|the|who|whose|one of|former|el|la|un|una|ein|eine|der|die|[\p{Ll}])[^,.;:"“”]*)/u.exec(
      after,
    )
  if (!apposition) {
    if (several && /^, \d{2},/u.test(after)) cues.person += 4
    return
  }
  const words = apposition[2] ?? ''
  if (apposition[1] && several) cues.person += 4
  if (/^(?:an?|the|its|their|one of|una?|ein|eine|der|die|el|la)\b/u.test(words)) {
    const head =
      words.split(
        / (?:with|for|at|of|in|from|behind|under|over|who|that|which|que|on|de|für|bei|von|mit)\b/u,
      )[0] ?? ''
    const noun = head.split(/\s+/u).at(-1) ?? ''
    if (/^one of\b/u.test(words)) {
      if (several && words.split(/\s+/u).some((word) => ROLE.test(word))) cues.person += 3
    } else if (THING.test(noun)) cues.organization += 4
    else if (NOT_A_PERSON.test(head)) return
    else if (several) cues.person += head.split(/\s+/u).some((word) => ROLE.test(word)) ? 4 : 1
    return
  }
  if (several && /^who\b/u.test(words)) cues.person += 3
  else if (
    several &&
    words.split(/\s+/u).some((word) => ROLE.test(word) && !/[^s]s$/u.test(word)) &&
    !/^\p{Ll}+ing\b/u.test(words)
  )
    cues.person += 3
}

const POSSESSED =
  /\b(?:[Hh]is|[Hh]er) (?!(?:(?:former|new|old|own) )?(?:employer|company|firm|union|church|school|team|agency|landlord|bank|district|town|university)\b)(?:[\p{Ll}-]+ )?[\p{Ll}-]+, $/u

/** "the landlord, Harbor Estates," and "its Dublin solicitors, Byron Babbage," */
function isTold(before: string, after: string, tokens: string[]): boolean {
  if (!after.startsWith(',') || FOR.test(before)) return false
  if (TOLD.test(before)) return true
  if (BODY_TOLD.test(before) && !/^, (?:who|\p{Ll}+ (?:he|she)) /u.test(after)) return true
  return (
    MAY_BE_A_PERSON.test(before) &&
    !/^, said (?:he|she)\b/u.test(after) &&
    (tokens.some((token) => ORGANIZATION_WORD.test(token)) || PLURAL.test(tokens.at(-1) ?? ''))
  )
}
const TOLD =
  /\b(?:the|its|their|['’]s) (?:\p{L}[\p{L}-]+ ){0,3}(?:fund|parent company|law firm|subsidiary|solicitors), $/iu
/** "The actors' union, Playhouse, has", "The firm behind the screens, Openshelf, said" */
const BODY_TOLD =
  /\b(?:[Tt]he|[Ii]ts|[Tt]heir|['’]s?) (?:[\p{Ll}'’-]+ ){0,2}(?:union|campaign|charity|firm|company|start-?up|coalition|vendor|agency)(?: (?:behind|that|which|of|for) [^,.;]{2,50})?, $/u
const MAY_BE_A_PERSON =
  /\b(?:the|its|their|['’]s) (?:\p{L}[\p{L}-]+ ){0,3}(?:landlord|lender|insurer), $/iu
/** "Estates", and not "Hollis" */
const PLURAL = /[^aious]s$/u
/** "a spokeswoman for the fund, Ada Smith," */
const FOR = /\b(?:for|of|at|from|with) (?:the|its|their) [^,]*, $/iu
