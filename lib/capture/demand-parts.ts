import { entityAt } from './entities'
import { BASE } from './demand-words'
import type { Entity } from './entity'
import { isNationality } from './nationalities'
import { withInnerPoints } from './sentences'

const BASE_VERB = new RegExp(
  `^(?:to |immediately |publicly |not |permanently )?(?:${BASE})\\b`,
  'iu',
)

type Part = { wording: string; counterparties: string[] }

/** "end contracts with A and B and to sever ties with C" is three demands. */
export function partsOf(
  { entities, text }: { entities: Entity[]; text: string },
  what: string,
  offset: number,
  targets: string[],
): Part[] {
  const parts: Part[] = []
  for (const { words: clause, start: from } of clauses(what, offset)) {
    // "calling for a demand to withdraw"
    const lead =
      /^(?:an? |the )?(?:demand|call|request|plea|pledge|promise|commitment)s? (?:for (?=an? )|to (?=\p{Ll}))|^for (?=an? |the |\p{Ll})/iu.exec(
        clause,
      )?.[0].length ?? 0
    const start = from + lead
    const words = withoutAside(clause.slice(lead))
    const tie =
      /\b(?:contracts?|partnerships?|ties|deals?|agreements?|relationships?|business|work(?:ing)?|cooperation|collaborat\w+|sales?|selling|services?|dealing|doing business|trading|trade)\b(?: (?!signed\b|worth\b|made\b|that\b|which\b|held\b|run\b|to\b|it\b|they\b|shared?s?\b)[\p{L}'’-]+){0,5}? (?:with|to|for|from) (?!\p{Ll}{3,} (?:the|its|their|an?|cloud)\b)/iu.exec(
        words,
      )
    const parties = tie
      ? partiesIn(entities, text, start + tie.index + tie[0].length, start + words.length)
      : []
    const verb = tie ? words.slice(0, tie.index + tie[0].length).trim() : words
    // "drop ICE as a customer", "stop using a tool made by Acme": whoever else is named.
    const others = namedIn(entities, start, start + words.length).filter(
      ({ name }) => !targets.includes(name),
    )
    if (parties.length > 0)
      for (const party of parties)
        parts.push({
          wording: capital(inBaseForm(`${verb} ${party.name}`)),
          counterparties: [party.name],
        })
    else
      for (const part of BASE_VERB.test(words) ? [words] : listed(ended(words)))
        parts.push({
          wording: capital(inBaseForm(ended(part))),
          counterparties: others
            .filter(({ mentions }) => mentions.some((mention) => part.includes(mention.words)))
            .map(({ name }) => name),
        })
  }
  return parts
}

/** The organizations that are named in this stretch. */
export function namedIn(entities: Entity[], from: number, to: number): Entity[] {
  return entities.filter(
    ({ kind, mentions }) =>
      kind === 'organization' && mentions.some(({ start, end }) => start >= from && end <= to),
  )
}

/** The names after "with", without what stands in appositions between commas. */
function partiesIn(entities: Entity[], text: string, from: number, to: number): Entity[] {
  const found: Entity[] = []
  let at = from
  let depth = false
  while (at < to) {
    const entity = entityAt(entities, { start: at, end: at + 1 })
    const mention = entity?.mentions.find(({ start, end }) => at >= start && at < end)
    if (entity && mention) {
      if (
        !depth &&
        !isNationality(entity.name) &&
        (entity.kind === 'organization' || entity.kind === 'other') &&
        !found.includes(entity)
      )
        found.push(entity)
      at = mention.end
      continue
    }
    const rest = text.slice(at, to)
    if (
      /^, (?:an? |the |which|who|whose|one of|its |[\p{Ll}-]+ (?:company|firm|maker|agency))/u.test(
        rest,
      )
    )
      depth = true
    else if (/^,? (?:and|or|as well as) /u.test(rest)) depth = false
    if (
      !depth &&
      /^,? (?:over|because|after|citing|since|amid|saying|unless|until|while|following|by|in|during|when|that|who)\b/iu.test(
        rest,
      )
    )
      break
    at += 1
  }
  return found
}

/** What stresses a demand and asks for nothing. */
const STRESS =
  'first and foremost|above all|first of all|in particular|for (?:example|instance)|among other (?:things|demands|issues|changes|concerns|asks|requests)'
const ASIDE = new RegExp(`^(?:${STRESS})[.,]?$`, 'iu')
const ASIDE_AT_END = new RegExp(`, (?:${STRESS})[.,]?$`, 'iu')

/** The separate things within one demand: after "and to", "; " and "and" before another verb. */
function clauses(what: string, offset: number): { words: string; start: number }[] {
  const found: { words: string; start: number }[] = []
  // "canceling contracts and speaking out"
  const gerund = ofGerund(what) ? '(?:,? and|,) (?=\\p{Ll}+ing )|' : ''
  const plain = isVerbList(what) ? `(?:,? and|,) (?=${PLAIN_VERB})|` : ''
  const joint = new RegExp(
    `(?:${gerund}${plain},? and (?:for (?:it|them|(?:the |its )?\\p{Ll}+) )?to |, to |; (?:and )?(?:to )?|,? and (?=(?:immediately |publicly |to |not )?(?:${BASE})(?:e?s)?\\b)|, (?=(?:${BASE})(?:e?s)?\\b))`,
    'gu',
  )
  let begin = 0
  for (const match of what.matchAll(joint)) {
    push(begin, match.index)
    begin = match.index + match[0].length
  }
  push(begin, what.length)
  return found

  function push(from: number, to: number) {
    const words = what.slice(from, to).trim().replace(ASIDE_AT_END, '')
    if (words.length > 3 && !ASIDE.test(words) && !/^(?:and|or)[,;]?$/iu.test(words))
      found.push({ words, start: offset + from + what.slice(from, to).indexOf(words) })
  }
}

/** A verb that no list holds, known by the article or the number behind it: "wipe the scores". */
const PLAIN_VERB =
  '(?!(?:with|from|for|that|including|over|after|under|which|than|into|where|when|while|because|until|but|and|not|by|at|as|on|in|of|to|if|about|across|against|all|both)\\b)\\p{Ll}{3,} (?:up |off |out )?(?:the|its|their|every|any|an?|\\d+)\\b'

/** "switch off the app, wipe the scores and put it to a vote": what begins with a verb and lists more of them. */
function isVerbList(what: string): boolean {
  return (
    BASE_VERB.test(what) &&
    new RegExp(`, ${PLAIN_VERB}`, 'u').test(what) &&
    new RegExp(`[^,],? and (?:(?:${BASE})\\b|${PLAIN_VERB})`, 'u').test(what)
  )
}

/** "smaller classes, a fair raise and an end to overtime" is three things. */
function listed(words: string): string[] {
  const parts = words
    .split(
      /, (?:and )?| and (?=(?:an?|the|for|better|higher|more|safer?|fair(?:er)?|smaller|lower|longer|shorter|improved|equal|paid|full|greater|stronger|recognition|respect|protection|access)\b)/iu,
    )
    .map((part) =>
      part
        .replace(/^for /iu, '')
        // "for the company to recognize the union"
        .replace(new RegExp(`^(?:the |its |their )?[\\p{L}'’]+ to (?=(?:${BASE})\\b)`, 'iu'), '')
        .trim(),
    )
    .filter(Boolean)
  const plain =
    parts.length > 1 &&
    parts.every(
      (part) =>
        part.split(/\s+/u).length <= 9 &&
        !/^(?:came|went|found|made|took|told|gave|got|saw|met|left|began|was|were|had|who|which|that|have|has|saying|citing|including|as|after|but|while|because|where)\b/iu.test(
          part,
        ),
    )
  // "pressing for legal status, companies have found themselves": another clause begins at the comma.
  if (
    !plain &&
    parts.slice(1).some((part) => /^(?:\S+ ){0,8}?(?:have|has|had|was|were|is|are)\b/iu.test(part))
  )
    return parts.slice(0, 1)
  return plain ? parts.flatMap((part) => part.split(/ and (?=[\p{Ll}]+ [\p{Ll}]+s?$)/u)) : [words]
}

/** "drop Project Dawn, a contract to provide services to the army" asks to drop the project. */
function withoutAside(words: string): string {
  return words.replace(
    /(?<=\p{Lu}[\p{L}\d]+), (?:an?|the) (?:[^\s,]+ ){0,4}(?:contract|deal|program|programme|partnership|project|company|maker|vendor|supplier|tool|system|agreement|unit|division|subsidiary)\b[^,]*$/u,
    '',
  )
}

/** "raises pay", after "unless Acme": what is asked is to raise it. */
function inBaseForm(words: string): string {
  const verb = /^\p{Ll}+/u.exec(words)?.[0] ?? ''
  const plain = ofGerund(words)
  if (plain) return plain + words.slice(verb.length)
  if (!/s$/u.test(verb) || !new RegExp(`^(?:${BASE})(?:e?s)$`, 'u').test(verb)) return words
  if (new RegExp(`^(?:${BASE})$`, 'u').test(verb)) return words
  const base = /(?:sh|ch|x|ss|zz)es$/u.test(verb) ? verb.slice(0, -2) : verb.slice(0, -1)
  return base + words.slice(verb.length)
}

/** "canceling contracts" asks to cancel them. Null where no verb of a demand stands first. */
function ofGerund(words: string): string | null {
  const stem = /^(\p{Ll}+)ing\b/u.exec(words)?.[1]
  if (!stem) return null
  const rest = words.slice(stem.length + 3)
  const forms = [stem, `${stem}e`, stem.replace(/(.)\1$/u, '$1')]
  return forms.find((form) => new RegExp(`^(?:${BASE})\\b`, 'u').test(form + rest)) ?? null
}

/** A demand ends where its reason begins, and without what is said of the thing in passing. */
export function ended(words: string): string {
  return (
    words
      // "recognize us, and they won," said Ada: the quotation ends, or another clause begins.
      .replace(/^([^“”"]*?)[,.!?]+["”].*$/u, '$1')
      .replace(/,? and (?:they|we|he|she|I) .*$/u, '')
      .replace(/, (?:when|where|although|even though)\b.*$/iu, '')
      .replace(
        / for the (?:past|last) .*$| since (?:their|its|the|his|her) .*$|, (?:said|says|told)\b.*$/iu,
        '',
      )
      .replace(
        /, [^,.;]{2,80}? (?:said|says|announced|warned|added|confirmed)(?: (?:on )?\p{Lu}\p{L}+day)?[.\s]*$/u,
        '',
      )
      .replace(
        /,? (?:(?:I|we|they) (?:will|would|shall|have no)|in (?:one|the latest|the first|what) (?=of|in|such|campaign|protest|\p{Ll}+ call)|citing|(?:days|weeks|hours|months|just days|a (?:day|week|month)|\p{L}+ (?:days|weeks|months)) after|over concerns|because|amid|saying|arguing|claiming|alleging|noting|fearing|warning|after|as part of|following|in the wake|according to|during|while|at a rally|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b.*$/iu,
        '',
      )
      .replace(
        /(?<=\p{Lu}[\p{L}]+|\bcontract|\bdeal), (?:an?|the|which|who|whose|one of) [^,]*$/u,
        '',
      )
      .replace(/: ?\d*$/u, '')
      .replace(/[,;.\s]+$/u, '')
  )
}

export function capital(words: string): string {
  return withInnerPoints(words.charAt(0).toUpperCase() + words.slice(1))
}
