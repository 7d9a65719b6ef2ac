import type { EntityDraft } from './entity'
import { abbreviates, isAcronym } from './name-forms'
import { NO_PERSONS } from './name-shapes'
import { isNationality } from './nationalities'
import type { CaptureDirectory } from './types'
import { joinLocals } from './union-locals'
import { ORGANIZATION_WORD, PLACE_WORD } from './words'

/** Makes one of all names that mean one: abbreviations, surnames, first words of companies. */
export function joinNames(
  text: string,
  drafts: EntityDraft[],
  directory: CaptureDirectory,
): EntityDraft[] {
  const joined = joinAbbreviations(text, withoutLabels(drafts))
  return joinShortNames(text, joinLocals(text, joined), directory)
}

/** "The Brief Amazon workers rallied": a label ran into the name after it. */
function withoutLabels(drafts: EntityDraft[]): EntityDraft[] {
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
function joinAbbreviations(text: string, drafts: EntityDraft[]): EntityDraft[] {
  const gone = new Set<EntityDraft>()
  for (const draft of drafts) {
    // "BOISE (CNS) —": who sent the report.
    if (draft.cues.place >= 8) continue
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
function weighReuse(drafts: EntityDraft[], directory: CaptureDirectory) {
  const alone = new Map(
    drafts.filter(({ name }) => !name.includes(' ')).map((draft) => [draft.name, draft]),
  )
  for (const draft of drafts) {
    const tokens = draft.name.split(/\s+/u)
    if (tokens.length < 2 || tokens.length > 3) continue
    const last = alone.get(tokens.at(-1) ?? '')
    const first = alone.get(tokens[0] ?? '')
    const begin = draft.mentions[0]?.start ?? 0
    const later = (other: EntityDraft | undefined) =>
      other !== undefined && other.mentions.some(({ start }) => start > begin)
    // "Church of Acme", "South Korea", "Acme Browser" where Acme is a company: none is a person.
    const maker = first !== undefined && first.cues.organization > 2 && draft.cues.person < 2
    const personal = !maker && !directory.isPlace(draft.name) && !tokens.some(isNoPersonal)
    if (later(last) && personal && draft.cues.organization < 4 && draft.cues.place < 3)
      draft.cues.person += 3
    else if (later(first) && draft.cues.person < 2 && draft.cues.place < 3)
      draft.cues.organization += 2
  }
}

function isNoPersonal(token: string): boolean {
  return (
    /^(?:of|for|the|and|&|North|South|East|West|Northern|Southern|Eastern|Western|New)$/u.test(
      token,
    ) ||
    PLACE_WORD.test(token) ||
    NO_PERSONS.test(token) ||
    isNationality(token) ||
    // "IG Metall"
    /^\p{Lu}{2,4}$/u.test(token)
  )
}

/** "Shahour" after "Ahmed Shahour" is the same person; "Acme" after "Acme Corp." the same company. */
function joinShortNames(
  text: string,
  drafts: EntityDraft[],
  directory: CaptureDirectory,
): EntityDraft[] {
  const gone = new Set<EntityDraft>()
  weighReuse(drafts, directory)
  for (const short of drafts) {
    const first = Math.min(...short.mentions.map(({ start }) => start))
    const long = drafts.find((draft) => {
      if (draft === short || gone.has(draft) || !/ |['’]s$/u.test(draft.name)) return false
      const tokens = draft.name.split(/\s+/u)
      const before = draft.mentions.some(({ start }) => start < first) || draft.cues.person > 3
      const person =
        draft.cues.person > draft.cues.organization && draft.cues.person >= draft.cues.place
      if (person)
        return (
          before &&
          !short.name.includes(' ') &&
          (tokens.at(-1) === short.name ||
            (tokens[0] === short.name && short.cues.organization < 2))
        )
      const rest = tokens.at(-1) ?? ''
      // "Harbor" after "Harbor Property Partners", "the Alliance" after "the River Housing Alliance"
      if (before && draft.cues.organization > 2 && goesBy(text, draft.name, short)) return true
      // "Customs and Border Protection" is the one of the U.S.
      if (/^(?:U\.?S\.?|U\.?K\.?) /u.test(draft.name) && draft.name.endsWith(` ${short.name}`))
        return tokens.length - 1 === short.name.split(/\s+/u).length && short.name.includes(' ')
      // "McBride's headquarters", where it is McBride's that spoke.
      if (/^.+['’]s$/u.test(draft.name) && draft.name.slice(0, -2) === short.name) return true
      // "Hilltop's manager" after "Hilltop Ford"; a union or a town goes by its own name.
      const plain =
        before &&
        draft.cues.organization > 2 &&
        (short.cues.organization > 2 || (short.cues.place < 1 && !directory.isPlace(short.name))) &&
        !ORGANIZATION_WORD.test(rest) &&
        !PLACE_WORD.test(rest)
      return (
        tokens.slice(0, -1).join(' ') === short.name &&
        (SUFFIX.test(rest) || plain || (before && LINE.test(rest)))
      )
    })
    if (long) absorb(long, short, gone)
  }
  return drafts.filter((draft) => !gone.has(draft))
}

const SUFFIX = /^(?:Inc|Corp|Co|LLC|LLP|PLC|Ltd|GmbH|AG|SE|Corporation|Company)\.?$/u
/** What a company does, which its short name leaves out: "Kessler" after "Kessler Robotics". */
const LINE =
  /^(?:Robotics|Foods|Farms|Logistics|Systems|Technologies|Industries|Motors|Labs|Energy|Brewing|Apparels?|Software|Semiconductors?|Pharmaceuticals|Holdings|Solutions|Freight|Textiles|Coffee|Steel|Mills|Dynamics|Defense|Aerospace)$/u

function absorb(draft: EntityDraft, other: EntityDraft, gone: Set<EntityDraft>) {
  draft.mentions.push(...other.mentions)
  for (const name of [other.name, ...other.otherNames])
    if (name !== draft.name && !draft.otherNames.includes(name)) draft.otherNames.push(name)
  draft.description ||= other.description
  for (const cue of ['person', 'organization', 'place'] as const) draft.cues[cue] += other.cues[cue]
  gone.add(other)
}

const OF_COMPANY =
  /^(?:Partners|Holdings|Group|Capital|Properties|Management|Trust|Investments|Associates|Ventures|Services)$/u
const OF_MEMBERS = /^(?:Alliance|Coalition|Federation|Guild|Brotherhood|Collective|Network)$/u

/** Whether a company of several words goes by its first one, or a coalition by its last. */
function goesBy(text: string, name: string, { name: short, mentions }: EntityDraft): boolean {
  const tokens = name.split(/\s+/u)
  if (tokens.length < 3 || short.includes(' ')) return false
  if (tokens.at(-1) === short) return OF_MEMBERS.test(short)
  return (
    tokens[0] === short &&
    OF_COMPANY.test(tokens.at(-1) ?? '') &&
    // "in Boise" is the town.
    mentions.every(({ start }) => !/\b(?:in|near|from|of) $/u.test(text.slice(start - 6, start)))
  )
}
