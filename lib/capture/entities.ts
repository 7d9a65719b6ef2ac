import { descriptionAfter, descriptionBefore } from './descriptions'
import { abbreviates, isAcronym, lowercaseWords, mentionsOf, type Mention } from './names'
import type { CaptureDirectory, KnownName, Span } from './types'
import {
  ORGANIZATION_WORD,
  PLACE_WORD,
  ROLE,
  SAY,
  SAY_DE,
  SAY_ES,
  TITLE,
  NOT_ORGANIZATIONS,
} from './words'

type EntityKind = 'person' | 'organization' | 'place' | 'other'

/** One thing that the text names, with every place where it does. */
export type Entity = {
  kind: EntityKind
  name: string
  otherNames: string[]
  description: string
  known: KnownName | null
  mentions: Mention[]
  /** By how much the cues for its kind outweigh those for the others. */
  certainty: number
}

type Draft = Entity & { cues: Record<Exclude<EntityKind, 'other'>, number> }

const SAYS = `(?:${SAY}|${SAY_ES}|${SAY_DE})`
const SAID_AFTER = new RegExp(`^,? (?:also |then |later |zunächst )?${SAYS}\\b`, 'u')
const SAID_BEFORE = new RegExp(`\\b${SAYS} $`, 'u')
const OWNED =
  /^(?:['’]s?)? (?:workers?|employees?|staff|executives?|management|spokes\w+|contracts?|ceo|headquarters|drivers|engineers|union|officials?|stores?|warehouses?|shareholders|board|customers|members|facility|plant|factory|warehouse|site|mill|office|offices|store|campus|managing director|director|chief|founder|owners?|negotiators?|representatives?|president|beschäftigten?)\b/iu
const TIED = /\b(?:with|against|from|mit|con|contra|gegen) (?:the )?$/iu
const TIES =
  /\b(?:contracts?|partnerships?|ties|deals?|agreements?|work(?:ing)?|business|relationships?|verträge?|vertrag|contratos?|acuerdos?)\b[^.]{0,60}$/iu
const WORKS_AT =
  /\b(?:workers?|employees?|engineers?|nurses?|drivers?|staff|works?|worked|working|employed|fired|hired|spokes\w+|representatives?|organizers?|members?|executives?) (?:at|for|by|from|with|of) (?:the )?$/iu
const IN_PLACE =
  /\b(?:in|near|across|outside of|downtown|en|desde|nahe) (?:the )?(?:downtown |central |north |south |east |west )?$/iu

/** Names everything that the text names: people, organizations and places, each once. */
export function entitiesOf(text: string, sentences: Span[], directory: CaptureDirectory): Entity[] {
  const lowercase = lowercaseWords(text)
  const drafts = new Map<string, Draft>()
  for (const sentence of sentences) {
    const headline = isTitleCase(text.slice(sentence.start, sentence.end))
    for (const found of mentionsOf(text, sentence, lowercase).flatMap((mention) =>
      splitAtTitle(text, mention),
    )) {
      const mention = withoutTitle(text, found)
      if (!mention) continue
      const draft = draftOf(drafts, mention.words)
      draft.mentions.push(mention)
      if (headline) continue
      weigh(draft, text, mention, found !== mention, directory)
      describe(draft, text, mention, sentence)
    }
  }
  const found = joinShortNames(joinAbbreviations(text, withoutLabels([...drafts.values()])))
  for (const draft of found) settle(draft, directory)
  return found
}

function draftOf(drafts: Map<string, Draft>, words: string): Draft {
  const key = words.replaceAll('.', '').toLowerCase()
  const known = drafts.get(key)
  if (known) return known
  const draft: Draft = {
    kind: 'other',
    name: words,
    otherNames: [],
    description: '',
    known: null,
    mentions: [],
    certainty: 0,
    cues: { person: 0, organization: 0, place: 0 },
  }
  drafts.set(key, draft)
  return draft
}

const GERMAN_NOUN =
  /^\p{Lu}\p{Ll}*(?:chef|chefin|sprecher|sprecherin|sekretär|sekretärin|vorsitzende[rn]?|konzerns?|herstellers?|zustellers?|betreibers?|anbieters?|dienstleisters?|minister|ministerin|bürgermeister|bürgermeisterin|präsident|präsidentin|abgeordnete[rn]?|fahrerin?|pfleger|pflegerin|aktivist|aktivistin|unternehmens?)$/u

/** "West Yorkshire Mayor Ada Smith" is a place and a person. */
function splitAtTitle(text: string, mention: Mention): Mention[] {
  const tokens = [...mention.words.matchAll(/\S+/gu)]
  const noun = tokens[0]?.[0] ?? ''
  // In German what somebody is begins with a capital too: "Vorstandschef Ulrich Groß".
  if (tokens.length > 1 && GERMAN_NOUN.test(noun)) {
    const start = mention.start + (tokens[1]?.index ?? 0)
    return [{ ...mention, start, words: text.slice(start, mention.end), opening: false }]
  }
  const at = tokens.findIndex(
    (token, index) => index > 0 && index < tokens.length - 1 && TITLE.test(token[0]),
  )
  const title = tokens[at]
  if (at < 1 || !title || tokens.length - at < 3) return [mention]
  const cut = mention.start + title.index
  const before = text.slice(mention.start, cut).trimEnd()
  return [
    { ...mention, end: mention.start + before.length, words: before },
    { ...mention, start: cut, words: text.slice(cut, mention.end), opening: false },
  ]
}

/** "Sen. Ada Smith" is named Ada Smith; a title alone is nobody. */
/** "TOLEDO, Ohio (AP) —", "VALPARAÍSO, 4 mar. —" and "Bremen. " at the head of a paragraph. */
function isDateline(text: string, { start, end }: Mention): boolean {
  const head = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const rest = text.slice(end, end + 60)
  const ends =
    /^(?:, [\p{L}.\d ]{2,18}){0,2}(?: \([^)\n]{2,20}\))?(?:, [\p{L}]+\.? \d{1,2})? ?[—–]/u.test(
      rest,
    ) ||
    (/^(?:, [\p{Lu}.\d ]{2,18})?\n/u.test(rest) &&
      head === '' &&
      /^[\p{Lu}'’ -]+$/u.test(text.slice(start, end)) &&
      /\d/.test(rest.split('\n')[0] ?? ''))
  return ends && (head === '' || /^[\p{Lu}][\p{L}'’. -]{2,30}, $/u.test(head))
}

function withoutTitle(text: string, mention: Mention): Mention | null {
  const title = /^([\p{L}]+\.?)\s+/u.exec(mention.words)
  if (!title) return TITLE.test(mention.words) ? null : mention
  if (!TITLE.test(title[1] ?? '')) return mention
  const start = mention.start + title[0].length
  const rest = { ...mention, start, words: text.slice(start, mention.end), opening: false }
  return rest.words === '' ? null : rest
}

function weigh(
  draft: Draft,
  text: string,
  mention: Mention,
  titled: boolean,
  directory: CaptureDirectory,
) {
  const { cues } = draft
  const before = text.slice(Math.max(0, mention.start - 90), mention.start)
  const after = text.slice(mention.end, mention.end + 90)
  const tokens = mention.words.split(/\s+/u)
  const several = tokens.length >= 2 && tokens.length <= 4
  if (titled) cues.person += 4
  if (hasOrganizationWord(tokens) && !titled) cues.organization += tokens.length > 1 ? 5 : 1
  if (PLACE_WORD.test(tokens.at(-1) ?? '') && tokens.length > 1) cues.place += 4
  if (isAcronym(mention.words)) cues.organization += 3
  if (OWNED.test(after)) cues.organization += 3
  if (TIED.test(before)) cues.organization += TIES.test(before) ? 3 : 0.5
  if (WORKS_AT.test(before)) cues.organization += 3
  if (/^ \((?:the )?["“]?[\p{Lu}\d.]{2,8}["”]?\)/u.test(after)) cues.organization += 4
  const said = SAID_AFTER.test(after) || SAID_BEFORE.test(before)
  if (said) cues[several ? 'person' : 'organization'] += several ? 2 : 0.5
  weighApposition(cues, text.slice(mention.end, mention.end + 160), several)
  if (ORGANIZATION_VERB.test(after)) cues.organization += 2
  if (SILENT.test(after)) cues.organization += several ? 1.5 : 3
  if (ASKED.test(before)) cues.organization += several ? 2 : 2.5
  if (/^(?: [\p{Ll}]+){1,4} its\b/u.test(after)) cues.organization += 1.5
  if (/^['’]s? (?:multiple |repeated )?(?:requests?|questions?|inquir)/u.test(after))
    cues.organization += 4
  if (
    tokens.length === 1 &&
    /\b(?:outside|at|near|inside|around) (?:the |its |their |(?:the )?[\p{L}]+['’]s? )$/u.test(
      before,
    )
  )
    cues.place += PLACE_WORD.test(mention.words) ? 3 : 1
  const role = /([\p{L}-]+),? $/u.exec(before)?.[1] ?? ''
  if (isDateline(text, mention)) cues.place += 8
  if (tokens.includes('&')) cues.organization += 3
  if (tokens.length > 1 && /^[\p{Lu}]{2,4}$/u.test(tokens[0] ?? '') && isAcronym(tokens[0] ?? ''))
    cues.organization += 2.5
  if (
    /\b(?:empresa|compañía|firma|consorcio|konzerns?|unternehmens?|firma|company|firm|giant|maker|retailer|chain|startup|vendor|contractor|hersteller\w*|\p{L}+hersteller\w*|gewerkschaft|sindicato) $/iu.test(
      before,
    )
  )
    cues.organization += 3
  if (/\b(?:according to|según|laut) $/iu.test(before))
    cues[several ? 'person' : 'organization'] += several ? 2 : 1
  if (
    !several &&
    /^ (?:said|says|sagte|dijo) (?:it|its|that|in|the|more|there|this|on|an?|\p{L}+ly)\b/u.test(
      after,
    )
  )
    cues.organization += 1.5
  if (several && /^ [\p{Ll}]+ (?:his|her|up|down|from the|onto)\b/u.test(after)) cues.person += 2
  if (/(?:^|\n)$/u.test(before) && /^: /u.test(after) && several) cues.person += 4
  if (several && ROLE.test(role)) cues.person += 3
  if (several && /^ \(\d{2}\)/u.test(after)) cues.person += 3
  if (directory.isPlace(mention.words)) cues.place += 1.5
  if (IN_PLACE.test(before)) cues.place += directory.isPlace(mention.words) ? 3 : 1.5
  if (
    /^, (?:\p{Lu}\p{L}+|[A-Z]{2}|D\.C\.)(?=[,. ])/u.test(after) &&
    /\b(?:in|at|near|from|of) $/iu.test(before)
  )
    cues.place += 1.5
}

const ORGANIZATION_VERB =
  /^(?: (?:is|are|was|were|has|have|had|will|would))?(?: (?:also|recently|now))? (?:cancel\w*|announc\w+|end(?:ed|ing|s)|agree\w*|operat\w+|employ\w*|own(?:s|ed)|fir(?:ed|ing|es)|laid off|laying off|sell(?:s|ing)|terminat\w+|launch\w*|merg\w+|acquir\w+|sign(?:ed|s) (?:a|an|the)|offer\w*|refus\w+|clos(?:ed|ing|es)|represent(?:s|ed|ing)|organiz(?:es|ed) the|suspend\w*)\b/iu
const SILENT =
  /^(?: and [\p{Lu}][\p{L}]+)? (?:did not|didn['’]t|has not|had not|have not|declined|could not|no respondió|reagierte)\b[^.]{0,40}\b(?:respond\w*|comment\w*|return\w*|repl\w+|reached|answer\w*|respondió|nicht)?/iu
const ASKED =
  /\b(?:demand\w*(?: that)?|call(?:s|ed|ing)? on|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|press(?:es|ed|ing)?|push(?:es|ed|ing)?|pressur\w+|want(?:s|ed)?|protest(?:s|ed|ing)? (?:against )?) (?:the |that )?$/iu
const THING =
  /\b(?:company|firm|corporation|maker|agency|union|organization|organisation|group|nonprofit|non-profit|startup|start-up|coalition|chain|retailer|manufacturer|provider|vendor|division|subsidiary|operator|brand|supplier|developer|broadcaster|newspaper|publisher|collective|association|network|contractor|bank|unternehmen|gewerkschaft|konzern|firma|empresa|sindicato|compañía|organización)\b/iu
const NOT_A_PERSON =
  /\b(?:project|program|programme|contract|law|bill|act|feature|product|app|tool|system|device|city|town|county|neighborhood|suburb|movie|film|book|song|event|plan|case)\b/iu

/** What stands between commas after a name says whether it is a person or a company. */
function weighApposition(cues: Draft['cues'], after: string, several: boolean) {
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
  if (/^(?:an?|the|one of|una?|ein|eine|der|die|el|la)\b/u.test(words)) {
    const head =
      words.split(/ (?:with|for|at|of|in|from|who|that|which|on|de|für|bei|von|mit)\b/u)[0] ?? ''
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
    words.split(/\s+/u).some((word) => ROLE.test(word)) &&
    !/^\p{Ll}+ing\b/u.test(words)
  )
    cues.person += 3
}

/** "Project" and "Center" close the name of an organization and open that of a plan. */
function hasOrganizationWord(tokens: string[]): boolean {
  return (
    tokens.some((token) => ORGANIZATION_WORD.test(token)) ||
    (tokens.length > 2 &&
      /^(?:project|rights|initiative|club|store|shop|café|restaurant|museum|theatre|theater|farms?|foods|mills|brewing|logistics|apparels?|software|dynamics)$/iu.test(
        tokens.at(-1) ?? '',
      )) ||
    (tokens.length === 2 &&
      /^(?:foods|farms?|mills|brewing|logistics|apparels?|software|dynamics|apparel|coffee|motors|freight|transit|airlines|steel|energy|solutions|robotics|pharma|textiles|stone|security)$/iu.test(
        tokens.at(-1) ?? '',
      ))
  )
}

function describe(draft: Draft, text: string, mention: Mention, sentence: Span) {
  if (draft.description !== '') return
  const before = descriptionBefore(text, mention, sentence.start)
  draft.description = before || descriptionAfter(text, mention)
}

/** "The Brief Amazon workers rallied": a label ran into the name after it. */
function withoutLabels(drafts: Draft[]): Draft[] {
  return drafts.filter((draft) => {
    const [mention] = draft.mentions
    const tail = /^\p{L}+ (.+)$/u.exec(draft.name)?.[1]
    const other = tail && drafts.find(({ name, mentions }) => name === tail && mentions.length > 2)
    if (!mention || !other || draft.mentions.length > 1 || draft.cues.person > 0) return true
    const first = draft.name.slice(0, draft.name.length - tail.length - 1)
    if (drafts.some(({ name }) => name !== draft.name && name.split(' ').includes(first)))
      return true
    if (ORGANIZATION_WORD.test(first) || !mention.labelled) return true
    other.mentions.push({ ...mention, start: mention.end - tail.length, words: tail })
    other.cues.organization += draft.cues.organization
    return false
  })
}

/** "Immigration and Customs Enforcement (ICE)" is one organization with another name. */
function joinAbbreviations(text: string, drafts: Draft[]): Draft[] {
  const gone = new Set<Draft>()
  for (const draft of drafts) {
    for (const mention of draft.mentions) {
      const short = /^ \((?:the |known as )?["“]?([\p{Lu}\d][\p{L}\d.&-]{1,12})["”]?\)/u.exec(
        text.slice(mention.end, mention.end + 30),
      )?.[1]
      if (!short || short === draft.name) continue
      if (!abbreviates(short, draft.name) && !isAcronym(short)) continue
      const other = drafts.find(({ name }) => name === short)
      if (other && other !== draft) absorb(draft, other, gone)
      else if (!draft.otherNames.includes(short)) draft.otherNames.push(short)
      draft.cues.organization += 3
    }
  }
  const left = drafts.filter((draft) => !gone.has(draft))
  // The abbreviation in one place and the long name in another, as in a summary above the article.
  for (const draft of left) {
    if (gone.has(draft) || !isAcronym(draft.name)) continue
    const long = left.find(
      (other) =>
        other !== draft &&
        !gone.has(other) &&
        other.name.includes(' ') &&
        (other.cues.organization > 2 || draft.name.length > 2) &&
        other.cues.person < 3 &&
        abbreviates(draft.name, other.name),
    )
    if (long) absorb(long, draft, gone)
  }
  return left.filter((draft) => !gone.has(draft))
}

/** People are called by their last name later on, companies by their first word. */
function weighReuse(drafts: Draft[]) {
  const alone = new Map(
    drafts.filter(({ name }) => !name.includes(' ')).map((draft) => [draft.name, draft]),
  )
  for (const draft of drafts) {
    const tokens = draft.name.split(/\s+/u)
    if (tokens.length < 2 || tokens.length > 3) continue
    const last = alone.get(tokens.at(-1) ?? '')
    const first = alone.get(tokens[0] ?? '')
    const begin = draft.mentions[0]?.start ?? 0
    const later = (other: Draft | undefined) =>
      other !== undefined && other.mentions.some(({ start }) => start > begin)
    if (later(last) && draft.cues.organization < 4 && draft.cues.place < 3) draft.cues.person += 3
    else if (later(first) && draft.cues.person < 2 && draft.cues.place < 3)
      draft.cues.organization += 2
  }
}

/** "Shahour" after "Ahmed Shahour" is the same person; "Acme" after "Acme Corp." the same company. */
function joinShortNames(drafts: Draft[]): Draft[] {
  const gone = new Set<Draft>()
  weighReuse(drafts)
  for (const short of drafts) {
    if (short.name.includes(' ')) continue
    const first = Math.min(...short.mentions.map(({ start }) => start))
    const long = drafts.find((draft) => {
      if (draft === short || gone.has(draft) || !draft.name.includes(' ')) return false
      const tokens = draft.name.split(/\s+/u)
      const before = draft.mentions.some(({ start }) => start < first) || draft.cues.person > 3
      const person =
        draft.cues.person > draft.cues.organization && draft.cues.person >= draft.cues.place
      if (person)
        return (
          before &&
          (tokens.at(-1) === short.name ||
            (tokens[0] === short.name && short.cues.organization < 2))
        )
      return (
        tokens.length === 2 &&
        tokens[0] === short.name &&
        /^(?:Inc|Corp|Co|LLC|Ltd|GmbH|AG|SE|Corporation|Company)\.?$/u.test(tokens[1] ?? '')
      )
    })
    if (long) absorb(long, short, gone)
  }
  return drafts.filter((draft) => !gone.has(draft))
}

function absorb(draft: Draft, other: Draft, gone: Set<Draft>) {
  draft.mentions.push(...other.mentions)
  for (const name of [other.name, ...other.otherNames])
    if (name !== draft.name && !draft.otherNames.includes(name)) draft.otherNames.push(name)
  draft.description ||= other.description
  for (const cue of ['person', 'organization', 'place'] as const) draft.cues[cue] += other.cues[cue]
  gone.add(other)
}

/** "The Federation" and "Teachers" name nobody by themselves. */
const GENERIC_NAME =
  /^(?:union|federation|council|company|department|agency|committee|coalition|alliance|board|court|police|congress|senate|house|government|workers|teachers|nurses|drivers|students|employees|tech|campaign|media|press|university|hospital|school|city|state|local|bank|association)$/iu

/** One word with a capital that a report names again and again is whom it is about. */
function isOftenNamed({ name, mentions, cues }: Draft, directory: CaptureDirectory): boolean {
  return (
    mentions.length >= 3 &&
    /^\p{Lu}[\p{Ll}'’-]{2,}$/u.test(name) &&
    cues.person < 1 &&
    cues.place < 1 &&
    !directory.isPlace(name) &&
    !GENERIC_NAME.test(name) &&
    !/(?:an|ans|ish|ese|crats?|ists?|ism)$/u.test(name)
  )
}

/** Two capitals are as often initials as a name; a country is a place. */
function isNoOrganization({ name, cues }: Draft, weight: number): boolean {
  if (GENERIC_NAME.test(name) || NOT_ORGANIZATIONS.has(name) || cues.place > weight) return true
  return /^\p{Lu}{2}$/u.test(name) && weight < 5
}

function settle(draft: Draft, directory: CaptureDirectory) {
  const names = [draft.name, ...draft.otherNames]
  const organization = knownOf(directory.organizations, names)
  const person = knownOf(directory.people, names)
  if (organization) draft.cues.organization += 5
  if (person) draft.cues.person += 5
  const ranked = (['person', 'organization', 'place'] as const)
    .map((kind) => ({ kind, weight: draft.cues[kind] }))
    .sort((a, b) => b.weight - a.weight)
  const [best, second] = ranked
  if (!names.some((name) => /\p{Ll}/u.test(name)) && best && best.kind !== 'organization')
    draft.name = capitalised(draft.name)
  draft.mentions.sort((a, b) => a.start - b.start)
  if (best && best.weight < 2 && isOftenNamed(draft, directory)) {
    draft.kind = 'organization'
    draft.certainty = 1
    return
  }
  if (!best || best.weight < 2) return
  if (best.kind === 'organization' && isNoOrganization(draft, best.weight)) return
  draft.kind = best.kind
  draft.certainty = best.weight - (second?.weight ?? 0)
  draft.known = best.kind === 'organization' ? organization : best.kind === 'person' ? person : null
  if (draft.kind === 'person')
    draft.otherNames = draft.otherNames.filter((name) => name.includes(' '))
}

function capitalised(name: string): string {
  return name.replace(/[\p{Lu}]+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
}

function knownOf(known: KnownName[], names: string[]): KnownName | null {
  const fold = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll('.', '').trim()
  const wanted = new Set(names.map(fold))
  return (
    known.find(({ name, otherNames }) =>
      [name, ...otherNames].some((one) => wanted.has(fold(one))),
    ) ?? null
  )
}

/** A headline writes most words large, so its capitals say nothing. */
function isTitleCase(sentence: string): boolean {
  const words = sentence.match(/\p{L}[\p{L}'’-]+/gu) ?? []
  if (words.length < 4 || /[.!?]["”’]?$/u.test(sentence)) return false
  const large = words.filter((word) => /^\p{Lu}/u.test(word)).length
  return large / words.length > 0.6
}

/** The entity whose name stands at this place of the text. */
export function entityAt(entities: Entity[], { start, end }: Span): Entity | null {
  for (const entity of entities)
    if (entity.mentions.some((mention) => mention.start < end && mention.end > start)) return entity
  return null
}
