import { readBounds, type Read } from './crowd-bounds'
import { isPeople, isPerson, isThing } from './crowd-nouns'
import { isNumberWord } from './crowd-numbers'

const GROUP =
  'crowd|group|gathering|turnout|attendance|audience|contingent|rally|throng|assembly|team|march|picket line|picket|human chain|line|delegation'
const OF_A_GROUP = new RegExp(
  `^(?:(?:a|an|the) )?((?:[a-z]+ ){0,2})(?:${GROUP})(?: size)?(?: (?:of|numbering(?: in the)?|estimated at|was|is|in the)|:)? `,
)
// “A 200-strong crowd”, “a 40-person picket”.
const BEFORE_A_GROUP = new RegExp(
  `^(?:(?:an?|the) )?(?:(about|around|roughly|approximately|nearly|almost|more than|over|at least) )?(\\S+?(?: thousand)?)[- ](?:strong|persons?|people)[- ](?:[a-z]+ ){0,2}(?:${GROUP}|protest|demonstration|strike|walkout|vigil|sit-in|meeting)$`,
)
const NOT_THE_WHOLE =
  /\b(?:another|other|second|third|first|last|each|every|per|extra|additional)\b/

/** Words that cannot stand between a number and its noun. */
const STOP = new Set(
  (
    'of in on at to by for from with without per than out and or but vs versus each every more fewer less other others ' +
    'another additional extra further last first second third next times fold as is was were are be not no nor so if ' +
    'percent majority minority half thirds quarters fifths a an the whose which who that this these those both all any'
  ).split(' '),
)

/** Words that say where or how the people were; what follows them is not about how many. */
const GOES_ON =
  /^(?:of|in|on|at|from|outside|inside|near|around|across|along|through|with|without|who|that|were|was|are|is|took|turned|showed|came|attended|participated|gathered|marched|rallied|protested|demonstrated|joined|assembled|walked|struck|picketed|attending|participating|gathering|gathered|marching|rallying|protesting|demonstrating|striking|picketing|holding|carrying|chanting|present|strong|total|altogether|mostly|mainly|largely|including|according|against|for|calling|demanding|under|opposed|dressed|wearing|online|virtually|signed|voted|walking|nationwide|worldwide|statewide|countrywide|citywide|by)\b/

const ALONE =
  /^(?:attended|participated|gathered|marched|rallied|protested|demonstrated|assembled|took part|turned out|showed up|came out|walked out|attending|participating|protesting|demonstrating|present|in attendance|online|virtually|in person|strong|in total|total|in all|altogether)$/

const WHO =
  '(?:the )?(?:(?:local|city|union|event|march|rally|strike) )?(?:police|organi[sz]ers?|officials?|authorities|media|reports?|reporters?|the union|union|union leaders|participants|witnesses)'
// A comma within a number is none between two sizes.
const SAID = String.raw`(?:[^,;]|(?<=\d),(?=\d{3}(?!\d)))+`
/** “Organizers said 300”, “300, police said”. */
const ATTRIBUTED = new RegExp(
  `^${WHO}:? (?:said|say|says|claim|claimed|estimate|estimated|estimates|report|reported|count|counted|put (?:it|the crowd|the number) at) (${SAID})$|` +
    `^(${SAID}), ${WHO} (?:said|say|says|claimed|estimated|reported|counted)$`,
)

const NOTE =
  /^,? ?(?:\((?:est|estimate|estimated|approx|approximate|approximately|about|police estimate|police|organi[sz]ers?|organi[sz]ers?' estimate|official|unconfirmed|total)\)|,? ?according to [^;()\d]+)$/

/** Words that would change a number that stands before them. */
const BOUND =
  /\b(?:at (?:most|least)|or (?:so|more|less|fewer|under|over)|max(?:imum)?|min(?:imum)?|plus|tops|each|per|not|if)\b/

/** Reads a size with the words for people around it: "several dozen former Amazon workers". */
export function readPhrase(text: string): Read | null {
  const said = ATTRIBUTED.exec(text)
  if (said) return readPhrase(said[1] ?? said[2] ?? '')
  const read =
    readBounds(text) ??
    readWithNoun(text) ??
    readAroundNoun(text) ??
    readGroup(text) ??
    readOne(text)
  if (read) return read
  const sized = BEFORE_A_GROUP.exec(text)
  if (sized) return readBounds([sized[1], sized[2]].filter(Boolean).join(' '))
  const group = OF_A_GROUP.exec(text)
  if (!group || NOT_THE_WHOLE.test(group[1] ?? '')) return null
  if ((group[1] ?? '').trim().split(' ').some(isNumberWord)) return null
  const rest = text.slice(group[0].length)
  const size = readBounds(rest) ?? readWithNoun(rest)
  return size && { ...size, about: size.about || /\bestimated\b/.test(group[0]) }
}

const GROUPS_OF: Record<string, number> = { pair: 2, duo: 2, trio: 3, quartet: 4 }

/** "A pair of workers", "a trio of nurses". */
function readGroup(text: string): Read | null {
  const [, name = '', rest = ''] = /^(?:an? )?(pair|duo|trio|quartet) of (.+)$/.exec(text) ?? []
  const size = GROUPS_OF[name]
  return size && people(rest.split(' '), false) ? { low: size, high: size, about: false } : null
}

/** "A former employee" is one; "a group of employees" is not. */
function readOne(text: string): Read | null {
  const words = /^(?:an?|(?:a )?(?:single|lone|sole)) (.+)$/.exec(text)?.[1]?.split(' ') ?? []
  const last = words.pop() ?? ''
  const fits = words.length <= 3 && words.every(isModifier)
  return fits && isPerson(last) ? { low: 1, high: 1, about: false } : null
}

function readWithNoun(text: string): Read | null {
  const tokens = text.split(' ')
  for (let length = tokens.length - 1; length > 0; length--) {
    const amount = tokens.slice(0, length).join(' ')
    const read = readBounds(amount.replace(/,$/, ''))
    // “One Medical workers” are of a company.
    const named = amount === 'one' && tokens.slice(length).some((word) => /[^s]s$/.test(word))
    if (read) return !named && followed(tokens.slice(length), read) ? read : null
  }
  return null
}

const BOUND_AFTER_NOUN =
  /^(.+?),? \(?((?:and |or )?(?:possibly|maybe|perhaps|probably|likely) more(?=\)?$)|or (?:so|more|fewer|less|thereabouts)|at (?:most|least)|max(?:imum)?|min(?:imum)?|more or less|give or take|plus)\)?$/

/** “40 people or more”: what is said of the number stands behind its noun. */
function readAroundNoun(text: string): Read | null {
  const [, phrase, bound] = BOUND_AFTER_NOUN.exec(text) ?? []
  const tokens = phrase?.split(' ') ?? []
  for (let length = tokens.length - 1; length > 0; length--) {
    const amount = tokens.slice(0, length).join(' ')
    if (!readBounds(amount)) continue
    const noun = tokens.slice(length)
    return noun.every(isModifier) && isPeople(noun.at(-1) ?? '')
      ? readBounds(`${amount} ${bound}`)
      : null
  }
  return null
}

function followed(tokens: string[], read: Read): boolean {
  const rest = tokens.join(' ')
  if (ALONE.test(rest) || NOTE.test(rest)) return true
  const of =
    /^(?:of )?(?:the |those |these |its |their |our |his |her )?/.exec(rest)?.[0].length ?? 0
  return people(rest.slice(of).split(' '), read.low === 1 && read.high === 1)
}

/** Whether words name people, and go on with nothing that could change how many. */
function people(tokens: string[], one: boolean): boolean {
  for (const [index, token] of tokens.slice(0, 6).entries()) {
    const word = token.replace(/,$/, '')
    if (isPeople(word) || (one && isPerson(word))) {
      const rest = tokens.slice(index + 1).join(' ')
      return goesOn(token.endsWith(',') && rest !== '' ? `, ${rest}` : rest, one)
    }
    const joins = word === 'and' && index > 0 && !/s$/.test(tokens[index - 1] ?? '')
    const isNumbered = /^\d+$/.test(word) && NUMBERED.test(tokens[index - 1] ?? '')
    if (token.endsWith(',') || !(joins || isNumbered || isModifier(word))) return false
  }
  return false
}

function goesOn(rest: string, one: boolean): boolean {
  if (rest === '' || NOTE.test(rest) || OF_A_LOCAL.test(rest)) return true
  if (countsAgain(rest.split(/[ ,]+/)) || /[;/|]/.test(rest) || BOUND.test(rest)) return false
  const more = /^(?:, (?:and |or )?|and |or |& )(.+)$/.exec(rest)
  if (more) {
    const next = more[1] ?? ''
    return people(next.split(' '), one) || GOES_ON.test(next)
  }
  return GOES_ON.test(rest)
}

const NUMBERED =
  /^(?:local|lodge|branch|district|chapter|terminal|gate|pier|building|unit|warehouse|route|highway|line|room|no|number)$/
/** "100 Teamsters Local 25 members". */
const OF_A_LOCAL = /^(?:local|lodge|chapter|branch|district) \d+[a-z]?(?: members)?$/
/** "JFK8", "LDJ5": a place's code. */
const CODE = /^[a-z]{2,4}-?\d{1,3}$/
const AT = /^(?:at|in|across|outside|inside|from|on)$/

/** Whether words hold a number that is neither a name (“Local 12”) nor one of things that people were at (“at 12 stores”). */
function countsAgain(words: string[]): boolean {
  return words.some((word, index) => {
    const before = words[index - 1] ?? ''
    if (!isNumberWord(word) || NUMBERED.test(before) || CODE.test(word)) return false
    return !AT.test(before) || !words.slice(index + 1, index + 3).some(isThing)
  })
}

function isModifier(word: string): boolean {
  return (
    /^[\p{L}][\p{L}\p{M}'.&/-]*$/u.test(word) &&
    !STOP.has(word) &&
    !isThing(word) &&
    !isNumberWord(word) &&
    !new RegExp(`^(?:${GROUP}|number|handful|lot|mass|mob|majority|fraction|part|share)s?$`).test(
      word,
    )
  )
}

/** Numbers that a text might mean, to be chosen from: at most four, in the order in which they stand. */
export function candidates(text: string): Read[] {
  const found: Read[] = []
  for (const part of text.split(
    /[;()|→]|->|,(?!\d)|(?<!\d)\/(?!\d)| (?:and|or|but|vs|versus|while|then|later) |(?<=\d):/,
  )) {
    const tokens = part.replace(/[?!"]/g, '').trim().split(' ')
    const read = longestAmount(tokens)
    if (read && !found.some((one) => one.low === read.low && one.high === read.high))
      found.push(read)
  }
  return found.slice(0, 4)
}

function longestAmount(tokens: string[]): Read | null {
  for (let length = Math.min(tokens.length, 8); length > 0; length--)
    for (let start = 0; start + length <= tokens.length; start++) {
      const amount = tokens.slice(start, start + length)
      const after = tokens[start + length] ?? ''
      if (!amount.some(isNumberWord) || /^(?:in|of|out|per)$/.test(after)) continue
      // “Low hundreds” are none that a plural tells.
      if (/^(?:low|lower|mid|middle|upper|high)$/.test(tokens[start - 1] ?? '')) continue
      // "three bargaining units", and "a few" of "a few hundred bicycles".
      if (isThing(after) || isNumberWord(after)) continue
      if (isModifier(after) && isThing(tokens[start + length + 1] ?? '')) continue
      const read = readBounds(amount.join(' '))
      if (read) return read
    }
  return null
}

/** Whether a text counts something other than people, such as cars or signatures. */
export function countsThings(text: string): boolean {
  const tokens = text.split(/[ ,]+/)
  return tokens.some((word, index) => index > 0 && isThing(word)) && tokens.some(isNumberWord)
}
