import type { EntryKind } from '../kinds/names'
import type { Entity } from './entity'
import type { Span } from './types'
import { isUnasserted } from './unasserted'

/** Something an organization did that may answer what was asked of it. */
export type ResponseFound = {
  kind: EntryKind
  organization: Entity
  /** With whom it broke or made a tie. */
  other: Entity | null
  sentence: Span
  verb: string
  confidence: number
}

const TIE =
  '(?:partnerships?|contracts?|deals?|agreements?|ties|relationships?|work|sales?|cooperation|integration)'
const ENDS = new RegExp(
  `\\b(?:(?:is|are|was|were|has|have|had|will|would) )?(?:be )?(cancel\\w*|end(?:s|ed|ing)?|terminat\\w+|drop(?:s|ped|ping)?|sever(?:s|ed|ing)?|cut(?:s|ting)?|suspend\\w*|not renew\\w*|pull(?:ed|ing)? out of|scrap\\w*|halt\\w*) (?:its|their|the|a|all)? ?(?:planned |proposed |controversial )?${TIE} with\\b`,
  'iu',
)
/** "with the data broker Acme", and not "with a cleaning firm after protests by Acme workers" */
const TIED =
  /^ ?(?:(?!(?:after|by|for|amid|over|on|in|before|at|from|following|because|which|that)\b)[\p{L}.,'’-]+ ){0,6}$/u
const AGREES =
  /\b(?:agreed|has agreed|(?<!\b(?:remains?|remained|is|are|am|was|were|be|being|fully|deeply) )committed|pledged|promised|vowed) to (?!strike|rally|march|fight|continue)/iu
const REFUSES =
  /\b(?:refused|refuses|rejected|rejects|has refused) (?:to (?!comment|answer|be|speak|discuss)|the (?:demands?|proposals?|calls?|petition|request)|their (?:demands?|proposals?|calls?)|calls to)/iu
const CHANGES =
  /\b(?:changed|reversed|revised|rescinded|updated|scrapped|dropped|withdrew|overhauled) (?:its|their|the|a) (?:[\p{L}-]+ ){0,3}(?:polic(?:y|ies)|rules?|mandate|ban|plan|requirement|terms)\b/iu
const STATES =
  /\b(?:in a (?:written |prepared |joint |brief |public )?statement|(?:issued|released|gave|provided|put out) (?:an?|the|this|the following) (?:\p{L}+ )?statement|in an e-?mailed? statement|in an e-?mail|spokes(?:person|man|woman)|en un comunicado|portavoz|in einer (?:mitteilung|stellungnahme)|sprecher(?:in)?)\b/iu

/** "according to a statement from the company", "a company spokesperson" */
const OF_COMPANY =
  /\b(?:statement|spokes\p{L}+) (?:from|for|of|by) the (?:company|firm|corporation|employer|retailer|agency)\b|\b(?:company|corporate) spokes|\bthe (?:company|firm|corporation|retailer) (?:said|issued|released|responded)\b/iu

/** Finds what organizations are reported to have done or said about what was asked. */
export function responsesOf(
  text: string,
  sentences: Span[],
  entities: Entity[],
  isAsked: (entity: Entity) => boolean,
  main: Entity | null,
): ResponseFound[] {
  const found: ResponseFound[] = []
  const named = entities
    .filter(({ kind }) => kind === 'organization')
    .flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })))
    .sort((a, b) => a.mention.start - b.mention.start)
  let first = 0
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end)
    while ((named[first]?.mention.start ?? Infinity) < sentence.start) first += 1
    let last = first
    while ((named[last]?.mention.start ?? Infinity) < sentence.end) last += 1
    const mentioned = named
      .slice(first, last)
      .filter(({ mention }) => mention.end <= sentence.end)
      .map((one) => ({ ...one, at: one.mention.start - sentence.start }))
    const before = (limit: number) => {
      const last = mentioned.filter(({ at }) => at < limit).at(-1)
      return last && isActing(words, last.at, last.mention.end - sentence.start, limit)
        ? last.entity
        : null
    }
    const ends = ENDS.exec(words)
    const bare = /^(?:cut|cancel|end|terminate|drop|sever|suspend|scrap|halt)$/iu.test(
      ends?.[1] ?? '',
    )
    if (ends && !isWish(words.slice(0, ends.index), bare)) {
      const organization = before(ends.index)
      const tied = ends.index + ends[0].length
      const other =
        mentioned.find(
          ({ at, mention }) =>
            at >= tied &&
            TIED.test(words.slice(tied, at)) &&
            !/^['’]s? \p{Ll}/u.test(text.slice(mention.end, mention.end + 5)),
        )?.entity ?? null
      if (organization)
        add({
          kind: 'contract_change',
          organization,
          other,
          sentence,
          verb: ends[1] ?? '',
          confidence: 0.9,
        })
      continue
    }
    for (const [kind, pattern] of [
      ['commitment', AGREES],
      ['refusal', REFUSES],
      ['policy_change', CHANGES],
    ] as const) {
      const match = pattern.exec(words)
      const organization = match && before(match.index)
      if (match && organization && isAsked(organization) && !isWish(words.slice(0, match.index)))
        add({ kind, organization, other: null, sentence, verb: match[0].trim(), confidence: 0.75 })
    }
    const states = STATES.exec(words)
    if (states) {
      const organization =
        mentioned.find(
          ({ entity, mention }) => isAsked(entity) && isItsStatement(text, sentence, mention),
        )?.entity ?? (main && isAsked(main) && OF_COMPANY.test(words) ? main : undefined)
      if (organization && !/\b(?:declin|did not|didn|no respond|nicht)\b/iu.test(words))
        add({
          kind: 'statement',
          organization,
          other: null,
          sentence,
          verb: 'said',
          confidence: 0.75,
        })
    }
  }
  return found

  function add(response: ResponseFound) {
    const same = found.some(
      ({ kind, organization, other }) =>
        kind === response.kind &&
        organization === response.organization &&
        (other === response.other || kind !== 'contract_change'),
    )
    if (!same) found.push(response)
  }
}

/**
 * Whether the organization named here is who did what the verb behind it says. "Acme workers rejected",
 * "Mayor Ross, after talks with Acme, agreed" and "a leader of Acme said the city had refused" are of others.
 */
function isActing(words: string, start: number, end: number, verb: number): boolean {
  const gap = words.slice(end, verb)
  const said = SAID_OF.exec(gap)
  if (said) return /^(?:(?:it|they|its)\b|$)/iu.test(gap.slice(said.index + said[0].length))
  return (
    !/(?:\b(?:workers|employees|staff|members|strikers|drivers|nurses|teachers|students|residents|leaders?|critics|opponents) (?:at|of|from|for|in)|\b(?:not|unlike)|(?:^|[,;] )(?:after|before|since|following|despite|in) (?:[^,;]* )?(?:with|to|from|by|at|of)) (?:the )?$/iu.test(
      words.slice(0, start),
    ) &&
    !/^(?:['’]s?)? (?:\p{Ll}+ ){0,2}?(?:workers|employees|staff|union|members|strikers|drivers|nurses|teachers|students|residents|critics|opponents)\b/iu.test(
      gap,
    ) &&
    !/^, (?:Mayor|President|Gov|Sen|Judge)?\.? ?\p{Lu}\p{L}+ \p{Lu}/u.test(gap)
  )
}

/** "said the city", "told reporters that the mayor": whoever stands behind it is another subject. */
const SAID_OF =
  /\b(?:said|says|saying|claim(?:s|ed)|alleg(?:es|ed)|told [^,.;]{2,30}?|complain(?:s|ed))(?: (?:on )?\p{Lu}\p{L}+day)?(?:,? that)? (?!(?:has|had|have|would|will)\b)/iu

const WISH =
  /\b(?:call(?:ed|ing|s)? (?:up)?on|urg\p{L}+|demand\p{L}*|ask\p{L}*|want\p{L}*|press\p{L}*|must|should|need(?:s|ed)? to)\b[^.;]{0,200}$/iu

/**
 * "Acme said in a statement", "a spokesperson for Acme", "in a statement, Acme said": the organization speaks.
 * "The union's chair said in a statement that Acme is greedy" is no statement of Acme.
 */
function isItsStatement(text: string, sentence: Span, { start, end }: Span): boolean {
  const before = text.slice(sentence.start, start)
  const after = text.slice(end, sentence.end)
  return (
    /^(?:['’]s?)?(?: [\p{L}.-]+){0,3} (?:spokes|portavoz|sprecher)/iu.test(after) ||
    /^(?:['’]s?)? (?:statement|written statement)\b/u.test(after) ||
    /(?:spokes\p{L}+|portavoz|sprecher(?:in)?|representative|statement) (?:for|of|from|at|by|de|del|von|der|des|bei) (?:the |la |el )?$/iu.test(
      before,
    ) ||
    /^,? ?(?:also |later |then |has |had |itself )*(?:said|says|wrote|told|issued|released|provided|sent|added|responded|stated|confirmed|announced|dijo|afirmó|sagte|erklärte|teilte)(?![\p{L}])/iu.test(
      after,
    ) ||
    /(?:statement|e-?mail|comunicado|stellungnahme|mitteilung)(?: to [^,.;]{2,40})?,? (?:the )?$/iu.test(
      before,
    )
  )
}

/** "urged Acme to end its contract" reports a wish, and "has not agreed to meet" nothing that was done. */
function isWish(before: string, bare = false): boolean {
  // "We demand that Acme divest from all such tools and cut ties with the army"
  if ((bare && WISH.test(before)) || isUnasserted(before)) return true
  if (/(?:n['’]t|\b(?:not|never|yet to|failed to|refus\p{L}+ to))(?: \p{L}+)? $/iu.test(before))
    return true
  return (
    /\b(?:call(?:ed|ing|s)? (?:up)?on|urg\w+|demand\w*|ask\w*|want\w*|press\w*|push\w*|should|must|if|until|to|whether|could|calls? for)\b[^,.;]{0,60}$/iu.test(
      before,
    ) && !/\b(?:celebrat\w+|announc\w+|news|said|confirmed)\b[^.;]{0,60}$/iu.test(before)
  )
}
