import type { Mention } from './names'
import type { CaptureDirectory } from './types'
import { WEEKDAYS } from './words'

export const COMPASS = /^(?:North|South|East|West|Northern|Southern|Eastern|Western)$/u

/** "the Broadway and Denny store" stands where two streets meet. */
export function ofCrossing(before: string, after: string): boolean {
  const site = '(?:stores?|locations?|branch|shop|café|restaurant|stop|intersection)\\b'
  return (
    (/\b[Tt]he $/u.test(before) &&
      new RegExp(`^ and \\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)? ${site}`, 'u').test(after)) ||
    (/\b[Tt]he \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)? and $/u.test(before) &&
      new RegExp(`^ ${site}`, 'u').test(after))
  )
}

/** A place that the directory knows, or a part of it: "Southern Ohio". */
export function isPlaceName(words: string, { isPlace }: CaptureDirectory): boolean {
  const [first = '', ...rest] = words.split(' ')
  return isPlace(words) || (COMPASS.test(first) && rest.length > 0 && isPlace(rest.join(' ')))
}

/** "LINDENAU. Seit Dienstag …", and not "BREAKING. Police …" */
const ALL_LARGE =
  /^(?!(?:BREAKING|UPDATED?|LIVE|NEWS?|STOP|NOTE|CORRECTION|OPINION|EXCLUSIVE|ALERT|WATCH|READ|MORE|EILMELDUNG|KOMMENTAR|URGENTE|ÚLTIMA|HORA)$)\p{Lu}{4,}$/u

/** "TOLEDO, Ohio (AP) —", "VALPARAÍSO, 4 mar. —" and "Bremen. " at the head of a paragraph. */
export function isDateline(text: string, { start, end }: Mention): boolean {
  const head = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const rest = text.slice(end, end + 60)
  const ends =
    /^(?:, [\p{L}.\d ]{2,18}){0,2}(?: \([^)\n]{2,20}\))?(?:, [\p{L}]+\.? \d{1,2})?(?: ?(?:[—–]|--)| -|(?<=\.)- )(?=\s?\p{Lu})/u.test(
      rest,
    ) ||
    /^, (?:\d{1,2}\. \p{L}+|\d{1,2} de \p{L}+ de) \d{4}\. /u.test(rest) ||
    (head === '' && /^\. ?[—–-] ?\p{Lu}/u.test(rest)) ||
    (head === '' && ALL_LARGE.test(text.slice(start, end)) && /^\. \p{Lu}\p{Ll}/u.test(rest)) ||
    (/^(?:, [\p{Lu}.\d ]{2,18})?\n/u.test(rest) &&
      head === '' &&
      /^[\p{Lu}'’ -]+$/u.test(text.slice(start, end)) &&
      /\d/.test(rest.split('\n')[0] ?? ''))
  return ends && (head === '' || /^[\p{Lu}][\p{L}'’. -]{2,30}, $/u.test(head))
}

const WORKPLACE =
  '(?:headquarters|offices?|stores?|warehouses?|plants?|factory|mill|campus|site|depot|hospital|hotel|quarry|mine)'
const DAY_WORD = `(?:${WEEKDAYS}|yesterday|today|tonight|week|weekend|month)`
/** "in Tuam last Saturday", "from Strathmuir, where people gathered", "its Erie, Pa., plant" */
const WHEN_THERE = new RegExp(
  `^ (?:(?:on|last|this|early|late) (?:last |\\p{Ll}+ )?${DAY_WORD}|(?:${WEEKDAYS})|yesterday|today|tonight)(?![\\p{L}])`,
  'iu',
)
const STATE_THEN_SITE = new RegExp(`^, \\p{Lu}[\\p{L}.]{1,14}\\.?,? ${WORKPLACE}(?![\\p{L}])`, 'u')
/** "Riders are blocking Deansgate." A company that is blocked has words around it that say so. */
const BLOCKED =
  /(?<![\p{L}])(?:block(?:ed|ing)|blockad(?:ed|ing)|(?:march|walk|parad|process)(?:ed|ing) (?:along|down|up|through|across)|shut(?:ting)? down traffic on) $/iu
const SENTENCE_GOES_ON =
  /^(?:[.,;]|$| (?:on|for|in|near|at|between|during|as|with|while|until|from|to|this|last|after|before)(?![\p{L}]))/u

/** "outside Willow Court", "on the steps of Selby Abbey": what a town has many of, and a court of law is "the" one. */
const BUILDING =
  /^(?:\p{Lu}[\p{L}'’.-]+ ){1,3}(?:Court|House|Arms|Lodge|Manor|Mews|Heights|Towers?|Terrace|Abbey|Priory|Quay)$/u
const OF_LAW =
  /\b(?:Supreme|High|Crown|Sheriff|County|Superior|District|Federal|Labou?r|Circuit|Appeals|Magistrates['’]?|Housing|White) (?:Court|House)$/u
const AT_BUILDING =
  /\b(?:(?:outside|in front of|around|inside|steps of)|(?:gathered|rallied|picketed|met|protested|rally|picket|protest|vigil|marched) (?:at|to)) $/u

/** "on Dublin's quays", "through the town's streets" */
const OWN_STREETS =
  /^['’]s (?:\p{Ll}+ )?(?:quays?|streets|docks|waterfront|city cent(?:er|re)|town cent(?:er|re)|financial district|harbou?r front|seafront)\b/u

/** Whether the words around a name say that it is a building. */
function isBuilding(words: string, before: string): boolean {
  return BUILDING.test(words) && !OF_LAW.test(words) && AT_BUILDING.test(before)
}

/**
 * How much the words around a name that no list of towns knows say that it is a place.
 *
 * @param mayBeTown whether it is one word, or a town that the directory knows
 */
export function placeWeight(
  words: string,
  before: string,
  after: string,
  mayBeTown: boolean,
): number {
  if (isBuilding(words, before)) return 7
  if (mayBeTown && OWN_STREETS.test(after)) return 4
  if (!mayBeTown) return 0
  if (/(?<![\p{L}])(?:in|at) $/iu.test(before) && WHEN_THERE.test(after)) return 1
  if (/(?<![\p{L}])(?:from|in|to|at) $/iu.test(before) && /^,? where(?![\p{L}])/u.test(after))
    return 3
  if (/(?<![\p{L}])good (?:morning|afternoon|evening) from $/iu.test(before)) return 3
  // "Linz. Auf der Hauptversammlung"
  if (
    /(?:^|\n)$/u.test(before) &&
    /^\. \p{Lu}\p{Ll}/u.test(after) &&
    /^\p{Lu}\p{Ll}+$/u.test(words)
  )
    return 0.5
  if (STATE_THEN_SITE.test(after)) return 4
  if (BLOCKED.test(before) && SENTENCE_GOES_ON.test(after)) return 2
  if (
    /(?<![\p{L}])vor de[mn] $/iu.test(before) &&
    /^ (?:protest|demonstr|versamm|kundgeb)/u.test(after) &&
    !/^(?:Eingang|Tor|Gebäude|Haus|Werk|Werkstor|Gelände)\b/u.test(words)
  )
    return 3
  return 0
}

/** "Douglas County Attorney Janet Strong": whose office it is, and not where something happened. */
const OFFICE =
  /^ (?:District |State['’]s |Deputy |Chief )?(?:Attorney|Sheriff|Executive|Commissioner|Judge|Clerk|Prosecutor|Coroner|Superintendent|Council(?:man|woman|member|or)|MP|MSP|TD|MLA|MPP|Mayor|Supervisor|Treasurer|Assessor|Alder(?:man|woman|person)) \p{Lu}/u

/** "the board in Denver", "who studies work at a university in Memphis", and not "outside the school board in Denver" */
const SEAT_OF =
  /\b(?<!\b(?:outside|at|in front of|(?:march|walk)(?:ed|ing) to) (?:the |its |their |an? )?(?:\p{L}+ ){0,2})(?:(?:regional|head|main|national|field) offices?|board|commission|agency|ministry|(?:studies|teaches|professor|scholar|researcher|expert|historian|economist)\b[^.;]{0,50}\bat an? (?:university|college|institute)) in $/u

/** "Acme, based in Calgary": where a company sits, or an office, says nothing of where something happened. */
export function isOnlyASeat(text: string, mentions: Mention[]): boolean {
  return mentions.every(
    ({ start, end }) =>
      /\b(?:based|headquartered) in (?:\p{Lu}[\p{L}]+, )?$/u.test(
        text.slice(Math.max(0, start - 40), start),
      ) ||
      /^-based\b/u.test(text.slice(end, end + 7)) ||
      SEAT_OF.test(text.slice(Math.max(0, start - 90), start)) ||
      OFFICE.test(text.slice(end, end + 40)) ||
      // "his mother in Denver"
      /\b(?:mother|father|sister|brother|family|parents|relatives|wife|husband|cousins?|grandmother|grandfather) in $/u.test(
        text.slice(Math.max(0, start - 24), start),
      ) ||
      // "viajó desde Misantla"
      /\b(?:viaj\p{Ll}+ desde|originari[oa] de|vecin[oa] de|natural de) $/u.test(
        text.slice(Math.max(0, start - 24), start),
      ) ||
      // "LORDSTOWN, Ohio": which town of the name is meant.
      (/\p{Lu}[\p{L}'’.-]+, $/u.test(text.slice(Math.max(0, start - 30), start)) &&
        /^(?:\s*\(|,|\.|\)| —| -|\s*$| on\b)/u.test(text.slice(end, end + 4))),
  )
}
