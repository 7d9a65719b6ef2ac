import { isAcronym } from './name-forms'
import type { Mention } from './names'
import { ORGANIZATION_WORD, PLACE_WORD, ROLE, TITLE } from './words'

/** What a German noun says of the name that follows it: "Vorstandschef Ulrich Groß", "des Softwarehauses Kranich". */
const GERMAN_ROLE =
  /^(?:\p{Lu}[\p{L}]*-)*\p{Lu}?\p{L}*(?:mitglied|verantwortliche[rn]?|chef|chefin|sprecher|sprecherin|sekretär|sekretärin|vorsitzende[rn]?|leiter|leiterin|minister|ministerin|meister|meisterin|präsident|präsidentin|abgeordnete[rn]?|fahrer|fahrerin|pfleger|pflegerin|pfarrer|pfarrerin|aktivist|aktivistin|student|studentin|doktorand|doktorandin|anwohner|anwohnerin|sprecherin|anwalt|anwältin|lehrer|lehrerin|führer|führerin|arbeiter|arbeiterin|forscher|forscherin|rat|rätin|richter|richterin|direktor|direktorin|professor|professorin|beauftragte[rn]?|vorstand|vorständin|kollege|kollegin|schauspieler|schauspielerin|geschäftsführung|obmann|obfrau|analyst|analystin)$/iu
const GERMAN_THING =
  /^(?:\p{Lu}[\p{L}]*-)*(?:\p{Lu}\p{Ll}*)?(?:riesen?|handels|konzerns?|herstellers?|zustellers?|betreibers?|anbieters?|dienst(?:es)?|dienstleisters?|unternehmens?|hauses|haus|firma|agentur|gesellschaft|gewerkschaft|gruppe|vereins?|verband(?:es)?|initiative|kette|händlers?|riesen?|plattform|versicherers?|verlag(?:e?s)?|lieferanten|netzwerks?|portals?|bank|werks?)$/iu
const ROLE_OF =
  /^(?:(?:Joint|Deputy|Assistant|Additional|Associate) )?(?:Dean|Director|Secretary|President|Chair|Head|Commissioner|Minister|Chief|Editor|Professor|Superintendent|Provost|Vice President|Vice Chancellor) (?:of|for) (?:the )?(?:\p{Lu}[\p{L}]+ (?:and )?){1,3}(?=(?:\p{Lu}[\p{L}'’-]+|\p{Lu}\.(?: ?\p{Lu}\.)*(?: \p{Lu}[\p{L}'’-]+)?) \p{Lu}[\p{L}'’-]+$)/u

const OFFICE_OF = /^(?:Büro|Kabinett|Sprecher(?:in)?|Anwalt|Anwältin) (?:von|der|des) (?=\p{Lu})/u
const SUBJECT = /^\p{Lu}\p{Ll}+(?: del? \p{Lu}\p{Ll}+)? (?=\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$)/u
const SUBJECT_OF = /\b(?:catedrátic|ministr|consejer)\p{Ll}* de $/iu
const SIGNERS =
  /^(?:Unterzeichner(?:innen)?|Angestellten?|Streikenden?|Demonstrierenden?|Teilnehmer(?:innen)?|Initiatoren|Initiatorinnen) (?=\p{Lu})/u

/** "West Yorkshire Mayor Ada Smith" is a place and a person. */
export function splitAtTitle(text: string, mention: Mention): Mention[] {
  const tokens = [...mention.words.matchAll(/\S+/gu)]
  const from = (length: number) => {
    const start = mention.start + length
    return { ...mention, start, words: text.slice(start, mention.end), opening: false }
  }
  // "Büro von Landesrätin Ada Moser", "fordern die Unterzeichner Lumora auf"
  const lesser = OFFICE_OF.exec(mention.words) ?? SIGNERS.exec(mention.words)
  if (lesser) return splitAtTitle(text, from(lesser[0].length))
  // "catedrática de Derecho del Trabajo Ana Ruiz" is named behind what she teaches.
  const subject = SUBJECT.exec(mention.words)
  if (subject && SUBJECT_OF.test(text.slice(Math.max(0, mention.start - 40), mention.start)))
    return [{ ...from(subject[0].length), told: 'person' }]
  const office = ROLE_OF.exec(mention.words)
  if (office) return [{ ...from(office[0].length), told: 'person' }]
  // "Minister of Education Ada Smith said", where "Minister" only begins the sentence.
  const lead = text.slice(Math.max(0, mention.start - 40), mention.start)
  const bearer = tokens.at(-2)
  if (tokens.length > 2 && bearer && OFFICE_FOR.test(lead) && !isBody(mention.words))
    return [{ ...from(bearer.index), told: 'person' }]
  const chief = CHIEF.exec(mention.words)
  if (chief) return [{ ...from(chief[0].length), told: 'person' }]
  const owner = belongsTo(mention.words)
  if (owner !== null) {
    const words = mention.words.slice(0, owner)
    const whose = mention.words.slice(owner + 4)
    const article = /^(?:the|an?) /u.exec(whose)?.[0].length ?? 0
    return [
      { ...mention, end: mention.start + owner, words, told: 'person' },
      { ...from(owner + 4 + article), words: whose.slice(article), told: 'organization' },
    ]
  }
  // In German what somebody or something is begins with a capital too.
  const noun = tokens[0]?.[0] ?? ''
  const three = tokens.length === 3 || / (?:von|zu|van|de) \p{Lu}/u.test(mention.words)
  if (three && GERMAN_ROLE.test(noun) && /^\p{Lu}/u.test(tokens[1]?.[0] ?? ''))
    return [{ ...from(tokens[1]?.index ?? 0), told: 'person' }]
  if (tokens.length > 1 && tokens.length < 5 && GERMAN_THING.test(noun))
    return [{ ...from(tokens[1]?.index ?? 0), told: 'organization' }]
  const at = tokens.findIndex(
    (token, index) => index > 0 && index < tokens.length - 1 && TITLE.test(token[0]),
  )
  const title = tokens[at]
  const last = tokens.at(-1)
  if (at < 0 && last && tokens.length > 1 && OFFICE.test(last[0])) {
    // "State Department Spokesperson, said": an office; what may be named is its body.
    const end = mention.start + mention.words.slice(0, last.index).trimEnd().length
    const words = text.slice(mention.start, end)
    return isBody(words) ? [{ ...mention, end, words, told: 'organization' }] : []
  }
  const enough = COURTESY.test(title?.[0] ?? '') ? 2 : 3
  if (at < 1 || !title || tokens.length - at < enough) return [mention]
  // "High Commissioner for Refugees" is an office.
  if (/^(?:for|of|and)$/u.test(tokens[at + 1]?.[0] ?? '')) return [mention]
  const cut = mention.start + title.index
  const before = text.slice(mention.start, cut).trimEnd()
  // "Shadow Home Secretary" and "Education Minister" name what somebody sees to, and no body.
  const sees = PORTFOLIO.test(title[0]) && !isBody(before)
  const body = { ...mention, end: mention.start + before.length, words: before }
  return [
    ...(sees ? [] : [body]),
    {
      ...mention,
      start: cut,
      words: text.slice(cut, mention.end),
      opening: false,
      of: before,
    },
  ]
}

/** "Police Chief Ada Smith", "Place 3 Ada Smith" of a council with numbered seats */
const CHIEF =
  /^(?:(?:City |Town |County )?Council(?: |-)(?:[Mm]ember|President|Chair)|(?:School )?Board (?:Member|President|Chair)|State (?:Rep|Sen|Representative|Senator)\.?|Assembly(?: |-)?[Mm]ember|(?:Police|Fire|Deputy|Assistant|Acting|Interim) (?:Chief|Sheriff|Commissioner|Superintendent|Inspector|Commander|Captain)|(?:Place|Ward|Seat|Position|District) \d+) (?=\p{Lu})/u
const OFFICE_FOR =
  /(?<!\p{L})(?:Under)?(?:Secretary|Minister|Commissioner|Director|Head|Dean) (?:of|for) (?:the )?$/iu
const COURTESY = /^(?:Mr|Mrs|Ms|Mx|Dr)\.?$/u
/** Titles that nobody bears as a name. */
const OFFICE =
  /^(?:Ambassador|Secretary|Minister|Spokes(?:person|man|woman)|MP|MPs|Senator|Governor|Administrator|Undersecretary|Superintendent|Councillor)$/u
const PORTFOLIO = /^(?:Under)?(?:Secretary|Minister|Commissioner|Chancellor|Whip)$/u

function isBody(words: string): boolean {
  return words.split(' ').some((word) => ORGANIZATION_WORD.test(word) || isAcronym(word))
}

/** Where " of " stands between somebody and where they belong: "Ada Smith of Trent Fox & Lee". */
function belongsTo(words: string): number | null {
  const at = words.indexOf(' of ')
  if (at < 0) return null
  const person = words.slice(0, at).split(' ')
  if (person.length < 2 || person.length > 3) return null
  // "Region 9 of the Labor Board"
  return person.some(
    (word) =>
      /\d/u.test(word) ||
      ORGANIZATION_WORD.test(word) ||
      PLACE_WORD.test(word) ||
      INSTITUTION.test(word),
  )
    ? null
    : at
}
const INSTITUTION =
  /^(?:Bank|Board|Ministry|House|Office|Friends|Daughters|Sons|Women|Men|Mothers|Parents|Students|Workers|Citizens|Youth|Sisters|Brothers|League|Order|Knights|Doctors|Museum|Chamber|Secretary|Dean|Faculty|Center|Centre|Division|Corps|Hall|Bay|Gulf|Republic|Kingdom|State|States|Archdiocese|Diocese|Temple|Declaration|Act|Bill|Freedom|Statue|Day|Hour|Department|Director|Chief|Head|President|Editor|The|\p{Ll}+)$/u

/** "Sen. Ada Smith" is named Ada Smith, "General President Ada Smith" too; a title alone is nobody. */
export function withoutTitle(text: string, mention: Mention): Mention | null {
  const first = withoutFirstTitle(text, mention)
  return first === null || first === mention || first.told ? first : withoutTitle(text, first)
}

function withoutFirstTitle(text: string, mention: Mention): Mention | null {
  if (/^(?:Police|Fire) Chief$/u.test(mention.words)) return null
  const seat = CHIEF.exec(mention.words)?.[0].length ?? 0
  if (seat > 0) {
    const start = mention.start + seat
    return { ...mention, start, words: text.slice(start, mention.end), told: 'person' }
  }
  const title = /^([\p{L}]+\.?)\s+/u.exec(mention.words)
  if (!title) return TITLE.test(mention.words) ? null : mention
  const first = title[1] ?? ''
  const count = mention.words.split(' ').length
  const role = mention.opening && ROLE.test(first) && count > 2
  if (!TITLE.test(first) && !role) return mention
  // "Don Smith" is a name, "Don Ignacio Ruiz" a title and a name.
  if (/^Do(?:n|ña)$/u.test(first) && count < 3) return mention
  const start = mention.start + title[0].length
  const rest = { ...mention, start, words: text.slice(start, mention.end), opening: false }
  // "Representatives of Acme" names Acme.
  const joint = /^(?:of|for|at|from|with|de|von) (?:the )?/u.exec(rest.words)?.[0].length ?? 0
  if (joint > 0)
    return {
      ...rest,
      start: start + joint,
      words: rest.words.slice(joint),
      told: 'organization',
    }
  return rest.words === '' ? null : rest
}
