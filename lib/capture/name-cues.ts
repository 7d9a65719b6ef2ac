import type { EntityDraft } from './entity'
import { weighApposition } from './name-appositions'
import { weighLife } from './name-lives'
import { hasOrganizationWord, NO_PERSONS, weighShape } from './name-shapes'
import { isNationality } from './nationalities'
import { isAcronym } from './name-forms'
import { DOTTED, type Mention } from './names'
import { COMPASS, isDateline, isPlaceName, ofCrossing, placeWeight } from './place-cues'
import type { CaptureDirectory } from './types'
import { KNOWN_UNION, PLACE_WORD, ROLE, SAY, SAY_DE, SAY_ES } from './words'

const SAYS = `(?:${SAY}|${SAY_ES}|${SAY_DE})`
const SAID_AFTER = new RegExp(
  `^(?: ['’]\\d{2})?,? (?:also |then |later |zunächst )?${SAYS}\\b`,
  'u',
)
const SAID_BEFORE = new RegExp(`\\b${SAYS} $`, 'u')
const OWNED =
  /^(?:['’]s?)? (?:flagship |regional |local |downtown |corporate )?(?:workers?|employees?|staff|executives?|management|spokes\w+|(?:general |store |plant |district )?managers?|contracts?|ceo|headquarters|drivers|engineers|union|officials?|stores?|warehouses?|shareholders|board|customers|members|facility|plant|factory|warehouse|site|mill|office|offices|store|campus|managing director|director|chief|founder|owners?|negotiators?|representatives?|president|lawyers?|attorney|chair|tools?|cameras?|software|app|platform|system|practices|plans?|policy|policies|chief executive|vice president|products?|technology|offer|bid|shares|scheme|deal|decision|beschäftigten?)\b/iu
/** "take place in Tuam", "people in Strathmuir": where no list of towns knows the name. */
const IN_TOWN = new RegExp(
  `(?:place|rall\\p{L}+|protest\\p{L}*|march\\p{L}*|gather\\p{L}*|people|residents|customers|workers|held|outside|stores?|office|plant|warehouse|${ROLE.source.slice(4, -2)}) in $`,
  'iu',
)
/** "its Seattle headquarters", "the Fremont plant" */
const LOCAL =
  /^ (?:headquarters|offices?|stores?|warehouses?|plants?|factory|facility|campus|site|mill|depot|hub|branch|location|neighborhood|suburb|museum|schools?|area|metro|suburbs|streets?|waterfront)\b/u
const TIED = /\b(?:with|against|from|mit|con|contra|gegen) (?:the )?$/iu
const TIES =
  /\b(?:contracts?|partnerships?|ties|deals?|agreements?|work(?:ing)?|business|relationships?|verträge?|vertrag|contratos?|acuerdos?)\b[^.]{0,60}$/iu
/** "went on strike at Acme" */
const STRUCK =
  /\b(?:on strike|strikes?|struck|walkouts?|walked out|lockout|layoffs|talks|negotiations) (?:at|against|with) $/iu
const WORKS_AT =
  /\b(?:workers?|employees?|engineers?|nurses?|drivers?|staff|works?|worked|working|employed|fired|hired|spokes\w+|representatives?|organizers?|members?|executives?) (?:at|for|by|from|with|of) (?:the )?$/iu
const IN_PLACE =
  /\b(?:in|near|around|across|outside of|downtown|en|desde|nahe) (?:the )?(?:downtown |central |north |south |east |west )?$/iu

/** Adds what the words around one mention say of what its name is: a person, an organization or a place. */
export function weigh(
  draft: EntityDraft,
  text: string,
  mention: Mention,
  titled: boolean,
  directory: CaptureDirectory,
) {
  const { cues } = draft
  const before = text.slice(Math.max(0, mention.start - 90), mention.start)
  const after = text.slice(mention.end, mention.end + 90)
  const tokens = mention.words.split(/\s+/u)
  const placed = isPlaceName(mention.words, directory)
  const several =
    !placed &&
    !COMPASS.test(tokens[0] ?? '') &&
    tokens.length >= 2 &&
    tokens.length <= 4 &&
    !tokens.some((token) => NO_PERSONS.test(token)) &&
    // "IG Metall"
    !(/^\p{Lu}{2,4}$/u.test(tokens[0] ?? '') && /\p{Ll}/u.test(mention.words))
  if (titled) cues.person += 4
  if (mention.told) cues[mention.told] += 4
  if (several && SAID_OF.test(before)) cues.person += 3
  if (several && BYLINE.test(before)) cues.person += 5
  if (
    several &&
    /^(?:, |\n)(?:\p{Lu}[\p{L}]+ )?\p{Lu}[\p{Ll}]+/u.test(after) &&
    signs(before, after)
  )
    cues.person += 4
  if (several && (ROLE_BEFORE.test(before) || AMONG.test(before)))
    cues.person += COMPANY_ROLE.test(before) ? 1 : 4
  if (several && COMPANY_ROLE.test(before)) cues.organization += 1.5
  if (ROLE_AT.test(before) && ROLE.test(ROLE_AT.exec(before)?.[1] ?? '')) cues.organization += 3
  if (several && THEN_PRONOUN.test(after)) cues.person += 1.5
  if (CALLED_SO.test(before) && !titled) cues.organization += before.endsWith(', ') ? 3 : 5
  if ((SOURCES_OF.test(before) && !placed) || COMPANIES_SUCH_AS.test(before)) cues.organization += 3
  // "supporters from Toledo" come from there.
  if ((ACTS.test(before) && !placed) || AND_OTHERS.test(after)) cues.organization += 3
  if (tokens.length === 1 && MADE_BY.test(before)) cues.organization += 2
  if (tokens.length === 1 && GERMAN_BODY.test(mention.words)) cues.organization += 4
  if (hasOrganizationWord(tokens) && !titled && (tokens.length === 1 || !placed))
    cues.organization += tokens.length > 1 ? 5 : 1
  if (PLACE_WORD.test(tokens.at(-1) ?? '') && tokens.length > 1) cues.place += 4
  if (KNOWN_UNION.test(mention.words)) cues.organization += 5
  weighShape(cues, {
    words: mention.words,
    before,
    after,
    several: several && !titled,
    inPlace: IN_PLACE.test(before),
  })
  if (isAcronym(mention.words) && !(placed && mention.words.length > 5)) cues.organization += 3
  const street = tokens.length > 1 && PLACE_WORD.test(tokens.at(-1) ?? '')
  if (placed && LOCAL.test(after)) cues.place += 4
  else if (ofCrossing(before, after)) cues.place += 4
  else if (OWNED.test(after) && !street && !titled) cues.organization += 3
  if (!placed && STRUCK.test(before)) cues.organization += 2
  if (TIED.test(before)) cues.organization += TIES.test(before) ? 3 : 0.5
  if (WORKS_AT.test(before) && !(placed && before.endsWith('from '))) cues.organization += 3
  if (/^ \((?:the )?["“]?[\p{Lu}\d.]{2,8}["”]?\)/u.test(after)) cues.organization += 4
  if (several && APPOSED.test(after)) cues.person += 4
  if (several && (DONE_TO.test(after) || DONE_BEFORE.test(before))) cues.person += 3
  // "Ada Smith, with Flood the Banks, says"
  const belongs =
    /\p{Lu}[\p{L}'’-]+, (?:with|of|from) (?:the )?$/u.test(before) && /^,/u.test(after)
  if (belongs) cues.organization += 3
  if (several && WITH_ONES.test(after)) cues.person += 3
  if (several) weighLife(cues, before, after)
  const said = !belongs && (SAID_AFTER.test(after) || SAID_BEFORE.test(before))
  if (said) cues[several ? 'person' : 'organization'] += several ? 2 : 0.5
  weighApposition(cues, before, text.slice(mention.end, mention.end + 160), several, tokens)
  // "Teamwork ends: drivers vote": a word that is large only because it comes first
  if (ORGANIZATION_VERB.test(after))
    cues.organization += mention.opening && tokens.length === 1 && /^ \p{L}+:/u.test(after) ? 0 : 2
  if (SILENT.test(after)) {
    cues.organization += several ? 1.5 : 3
    // "Old Harbor did not return calls" is no harbour.
    if (street && /\b(?:comment|calls?|requests?|messages?|questions?|e-?mails?)\b/iu.test(after)) {
      cues.place -= 3
      cues.organization += 1.5
    }
  }
  if (REQUEST_TO.test(before)) cues.organization += several ? 2.5 : 2
  if (ASKED.test(before)) cues.organization += several ? 2 : 2.5
  if (/^(?: [\p{Ll}]+){1,4} its\b/u.test(after)) cues.organization += 1.5
  if (/^['’]s? (?:multiple |repeated )?(?:requests?|questions?|inquir)/u.test(after))
    cues.organization += 4
  if (
    tokens.length === 1 &&
    /\b(?:outside|at|near|inside|around|of) (?:the |its |their |(?:the )?[\p{L}]+['’]s? )(?:\p{Ll}+ )?$/u.test(
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
    /\b(?:empresa|compañía|firma|consorcio|konzerns?|unternehmens?|firma|company|firm|giant|maker|retailer|chain|start-?up|vendor|contractor|union|charity|nonprofit|publisher|hersteller\w*|\p{L}+hersteller\w*|gewerkschaft|sindicato) $/iu.test(
      before,
    )
  )
    cues.organization += 3
  if (/\b(?:according to|según|laut|nach angaben von) $/iu.test(before))
    cues[several ? 'person' : 'organization'] += several ? 2 : DOTTED.test(mention.words) ? 2 : 1
  if (
    !several &&
    /^ (?:said|says|sagte|dijo) (?:it|its|that|in|the|more|there|this|on|an?|\p{L}+ly)\b/u.test(
      after,
    )
  )
    cues.organization += 1.5
  if (several && /^ [\p{Ll}]+ (?:his|her|up|down|from the|onto)\b/u.test(after)) cues.person += 2
  if (/(?:^|\n)$/u.test(before) && /^: /u.test(after) && several) cues.person += 4
  if (several && ROLE.test(role)) cues.person += COMPANY_ROLE.test(before) ? 1 : 3
  if (several && /^ \(\d{2}\)/u.test(after)) cues.person += 3
  if (placed) cues.place += 1.5
  cues.place += placeWeight(mention.words, before, after, !several || placed)
  if (placed && PEOPLE_OF.test(after)) cues.place += 3
  if (IN_PLACE.test(before)) {
    if (placed) cues.place += 3
    else cues.place += isNationality(mention.words) || isAcronym(mention.words) ? 0 : 1.5
    if (IN_TOWN.test(before) && /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(mention.words))
      cues.place += 0.5
  }
  if (placed && /\b(?:through|throughout) $/u.test(before)) cues.place += 1
  if (placed && /\ban? $/u.test(before) && OF_PLACE.test(after)) cues.place += 2
  if (
    /^, (?:\p{Lu}\p{L}+|[A-Z]{2}|D\.C\.)(?=[,. ])/u.test(after) &&
    /\b(?:in|at|near|from|of) $/iu.test(before)
  )
    cues.place += 1.5
}

/** "the union's chair, Ada Smith", "la portavoz de CGT, Ana Ruiz" */
const ROLE_BEFORE = new RegExp(
  `(?<![\\p{L}])(?:an?|the|her|his|its|their|my|our|former|la|el|su|der|die|das|ihre?|seine?|['’]s) (?:[\\p{L}'’-]+ ){0,4}?${ROLE.source.slice(1, -1)}(?: general| adjunt[oa])?(?: (?:of|for|at|de|del|der|des|von|in|on) [^,.;:]{1,50})?, (?:die |der |la |el )?$`,
  'iu',
)
/** "Acme representatives, including Ada Smith" */
const AMONG = new RegExp(
  `${ROLE.source.slice(1, -1)}(?<=s), (?:including|among them|such as) $`,
  'iu',
)
/** "California strikers", "30 Illinois warehouse workers" */
const PEOPLE_OF = new RegExp(`^ (?:[\\p{Ll}-]+ )?${ROLE.source.slice(1, -1)}(?![\\p{L}])`, 'u')
/** "a New Jersey logistics company" */
const OF_PLACE = /^ (?:[\p{Ll}-]+ ){0,2}(?:company|firm|native|residents?|man|woman|family)\b/u
const ROLE_AT = /([\p{L}-]+) (?:at|for|with) (?:the )?$/u
/** What companies are as often as people: "its owner, Northbridge Living". */
const COMPANY_ROLE =
  /\b(?:owners?|operators?|developers?|suppliers?|contractors?|makers?|providers?|vendors?|publishers?|manufacturers?|landlords?|start-?ups?),? $/iu
/** "Ada Smith kept a notebook. In it she wrote …" */
const THEN_PRONOUN =
  /^[^.!?\n\p{Lu}]{0,60}(?:[.!?] \p{Lu}\p{Ll}*[^.!?\n\p{Lu}]{0,20})?(?<=\s)(?:she|he|her|his|herself|himself)\b/u
/** "said farmer Ada Smith", "dijo con la voz quebrada su compañera Ana Ruiz" */
const SAID_OF = new RegExp(`\\b${SAYS} (?:[\\p{Ll}][\\p{L}.-]* ){1,7}$`, 'u')
const BYLINE =
  /(?:^|\n|\| |\n.{0,40}(?:and|y|und) )(?:By|Por|Von|Text:|(?:(?:Media|Press) )?[Cc]ontacts?:|Contacto:|Kontakt:) $/u
const CALLED_SO =
  /\b(?:calls itself|call themselves|calling (?:itself|themselves)|group|nonprofit|non-profit|coalition|lab|app|platform|studio|supplier|brewer|insurer|newspaper|collective|campaign|charity|network|outlet|called|consultora|aseguradora|tecnológica|plataforma|asamblea|gremio|gruppe|verein|initiative),? (?:called |named |known as |the |de la |der )?$/iu
const SOURCES_OF =
  /\b(?:centros?(?: logísticos?)?|almacén|almacenes|tiendas?|repartidores|comité de empresa|fuentes|portavoz|portavoces|trabajadores|empleados|sede|oficinas|plantillas?|dirección) (?:de|del) (?:la )?$/iu
const WITH_ONES = new RegExp(`^, (?:with|of|from) (?:the )?[^,.;]{2,50}, ${SAYS}\\b`, 'u')
/** "activists from Acme Watch", "a campaign by Acme Watch", "Acme Watch and other groups" */
const ACTS =
  /\b(?:activists?|protesters?|campaigners?|demonstrators?|volunteers?|supporters?) (?:from|with|of) (?:the )?$|\b(?:campaign|protest|action|rally|demonstration|strike|blockade) by (?:the )?$/iu
const AND_OTHERS =
  /^(?:, [\p{L}\d][^.;]{1,40})?,? and (?:\p{Ll}+ )?other (?:groups?|organi[sz]ations?|companies|unions|firms|coalitions|nonprofits)\b/u
/** "firms including Acme", and the list that follows with it */
const COMPANIES_SUCH_AS =
  /\b(?:chains|hotels|companies|firms|corporations|giants|employers|retailers|brands|startups|contractors|vendors|unions|groups|organi[sz]ations|agencies|newspapers|outlets|banks|universities|airlines),? (?:including|such as|like|as well as|among them) (?:the )?$/iu
/** "a letter issued by Acme" */
const MADE_BY =
  /\b(?:issued|organi[sz]ed|backed|supported|endorsed|supplied|published|circulated|coordinated|hosted|sponsored|convened|operated) by (?:the )?$/iu
const GERMAN_BODY =
  /^\p{Lu}\p{Ll}+(?:ministerium|amt|behörde|gewerkschaft|agentur|werke?|aufsicht|börse|verband|konzern|gesellschaft|polizei|wehr|rat|senat|verwaltung)s?$/u

/** "Ada Smith, President, Local 88" at the foot of a letter. */
function signs(before: string, after: string): boolean {
  const role = /^(?:, |\n)([\p{Lu}][\p{L}]+)/u.exec(after)?.[1] ?? ''
  return (before === '' || before.endsWith('\n')) && ROLE.test(role)
}

/** "Ada Smith, Acme's head of security" and "Ada Smith, CEO of Acme" */
const APPOSED = new RegExp(
  `^(?: \\([^)]{1,20}\\))?, (?:(?:\\p{Lu}[\\p{L}\\d.&-]* ){0,3}\\p{Lu}[\\p{L}\\d.&-]*(?:['’]s?)? (?:[\\p{Ll}-]+ ){0,4}(?!\\p{Ll}+s\\b)${ROLE.source.slice(1, -1)}|(?:CEO|CTO|CFO|COO|President|Executive Director|Vice President|General Counsel) (?:of|at))(?![\\p{L}])`,
  'u',
)
/** What is done to people alone: "Ada Smith and another worker were fired", "rehire Ada Smith". */
const DONE_TO =
  /^(?:,? and (?:another|other|two|three|four|five|several)\b[^.;"“”]{2,40}?)?,? (?:was|were|is|are|has been|have been) (?:also )?(?:fired|dismissed|terminated|suspended|arrested|detained|laid off|let go|sacked|rehired|reinstated|hired|charged|released)\b/u
const DONE_BEFORE =
  /\b(?:fired|reinstate|reinstated|reinstating|rehire|rehired|rehiring|arrested|detained|suspended|dismissed|(?:two|three|four|five|several) (?:others|people|workers|employees|organizers|men|women)[,:]|(?:others|people|workers|employees), including) $/iu

const ORGANIZATION_VERB =
  /^(?: (?:is|are|was|were|has|have|had|will|would))?(?: (?:also|recently|now))? (?:cancel\w*|announc\w+|end(?:ed|ing|s)|agree\w*|operat\w+|employ\w*|own(?:s|ed)|fir(?:ed|ing|es)|laid off|laying off|sell(?:s|ing)|terminat\w+|launch\w*|merg\w+|acquir\w+|sign(?:ed|s) (?:a|an|the)|offer\w*|refus\w+|issued|clos(?:ed|ing|es)|represent(?:s|ed|ing)|organiz(?:es|ed) the|suspend\w*)\b/iu
const SILENT =
  /^(?: and [\p{Lu}][\p{L}]+)? (?:declined|no respondió|(?:did not|didn['’]t|has not|had not|have not|could not|reagierte)\b[^.]{0,40}\b(?:respond\w*|comment\w*|return\w*|repl\w+|reached|answer\w*|nicht)|has been (?:contacted|approached|asked) for|has not (?:answered|replied|responded)|(?:has|had) yet to (?:respond|reply|answer|comment)|verzichte\p{Ll}+ auf|wurde (?:ebenfalls |auch )?angefragt|rehusó|declinó|guarda silencio)(?![\p{L}])/iu
/** "A request for comment to Acme was not returned" */
const REQUEST_TO =
  /\b(?:requests?|questions?|e-?mails?|messages?|calls?) (?:for comment |for an interview )?(?:sent )?to (?:the )?$/iu
const ASKED =
  /\b(?:demand\w*(?: that)?|call(?:s|ed|ing)? on|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|press(?:es|ed|ing)?|push(?:es|ed|ing)?|pressur\w+|want(?:s|ed)?|protest(?:s|ed|ing)? (?:against )?) (?:the |that )?$/iu
