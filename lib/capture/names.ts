import { BASE } from './demand-words'
import { splitJoint } from './joint-names'
import { INNER } from './name-forms'
import { CALENDAR, NOT_NAMES, ORGANIZATION_WORD, ROLE } from './words'
import { isNationality } from './nationalities'
import type { Span } from './types'

/** A run of proper nouns as it stands in the text. */
export type Mention = Span & {
  words: string
  /** The run opens its sentence, so that its first capital may say nothing. */
  opening: boolean
  /** "The" stands before it at the start of its sentence, as before a label. */
  labelled?: boolean
  /** Where somebody with a title holds it: "Teamsters" before "President Ada Smith". */
  of?: string
  /** What the words that it was cut from say that it is. */
  told?: 'person' | 'organization'
}

const TOKEN = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}&'’.-]*[\p{L}\p{M}\p{N}])?/gu
/** What a point may follow within a name: "J. Smith", "St. Luke". */
const SHORTENED =
  /(?:^|[\s.])(?:\p{Lu}|St|Ste|Mt|Ft|Dr|Mr|Mrs|Ms|Mx|Gen|Gov|Sen|Rep|Rev|Sgt|Col|Lt|Prof|Hon|Pres|Jr|Sr)$/iu
const IMPERATIVE = new RegExp(`^(?:${BASE}|fire|free|save|stand)$`, 'iu')
const ARMED = /^(?:government|military|army|navy|police|authorities|forces)$/u
/** A plain word that opens a name where another follows: "Workers United". */
const GROUPS = /^(?:Workers|Employees|Students|Nurses|Teachers|Drivers)$/u
/** "Amazon-Beschäftigte", "ein Amazon-Sprecher": German writes whose they are in one word with them. */
const COMPOUND =
  /^(?!(?:Online|Haupt|Vize|Ex|Co|IT|Pflege|Klinik|Warn|Teilzeit|Leih|Bus|Bahn|Gewerkschafts)-)(\p{Lu}[\p{L}\d.]*\p{L})-(?:Beschäftigte[nr]?|Mitarbeite\p{Ll}+|Sprecher(?:in)?s?|Standort\p{Ll}*|Verteilzent\p{Ll}+|Lagern?|Fahrer\p{Ll}*|Belegschaft|Streiks?|Chefs?|Management|Betriebsr\p{Ll}+|Zentrale|Werk\p{Ll}*|Konzern\p{Ll}*|Filialen?|Kurier\p{Ll}*)$/u
/** What people call somebody, in quotation marks within the name: "Hung “Henry” Trieu". */
const NICKNAME_OPENS = /^ ["“«]$/u
const NICKNAME_CLOSES = /^["”»] \p{Lu}/u
/** A name that is written like an address: "ver.di". */
export const DOTTED = /^\p{Ll}{3,}\.\p{Ll}{2,}$/u

/**
 * The runs of proper nouns of one sentence. A possessive ending is no part of a name, and "and" joins
 * two names only where the whole is known as one.
 */
export function mentionsOf(
  text: string,
  sentence: Span,
  lowercase: ReadonlySet<string>,
): Mention[] {
  const mentions: Mention[] = []
  let run: { start: number; end: number; tokens: number; opening: boolean } | null = null
  let pending: Span | null = null
  let first = true
  const words = text.slice(sentence.start, sentence.end)
  const shouted = shoutedIn(words, sentence.start)
  let at = 0
  /** The text behind this token. */
  const rest = (token: string) => text.slice(at + token.length, at + token.length + 40)
  /** "Bakers' Alliance", "St. Luke's Hospital": a possessive that is part of a name. */
  const goesOn = (end: number) =>
    (/^(?: \p{Lu}[\p{L}]+){1,3}/u.exec(text.slice(end, end + 60))?.[0] ?? '')
      .split(' ')
      .some((word) => ORGANIZATION_WORD.test(word))
  for (const match of words.matchAll(TOKEN)) {
    const raw = match[0]
    at = sentence.start + match.index
    // "Amazon-Chef Bo Lee" is somebody.
    const owner =
      run === null && !/^ \p{Lu}/u.test(text.slice(at + raw.length, at + raw.length + 2))
        ? COMPOUND.exec(raw)?.[1]
        : undefined
    if (owner) {
      const span = { start: at, end: at + owner.length }
      mentions.push({ ...span, words: owner, opening: false, told: 'organization' })
      first = false
      continue
    }
    const ending = /['’]s?$/u.exec(raw)?.[0] ?? ''
    const token = raw.slice(0, raw.length - ending.length)
    // "Bakers' Alliance": the mark stands behind the last letter, so that it is no part of the token.
    const possessive = ending || (/s['’]$/u.test(text.slice(at, at + raw.length + 1)) ? "'" : '')
    const start = sentence.start + match.index
    const end = start + token.length
    const gap: string = run ? text.slice(pending?.end ?? run.end, start) : ''
    if (
      run &&
      !/^[ \u00a0]$/u.test(gap) &&
      !(/^\. $/u.test(gap) && SHORTENED.test(text.slice(run.start, run.end))) &&
      gap !== ' & ' &&
      !isNickname(gap, raw)
    )
      close()
    // "DULUTH, Minn. (AP) — Bus drivers": the sentence begins behind the dateline.
    const opening =
      first || (at - sentence.start < 60 && /(?:[—–]|--) $/u.test(text.slice(sentence.start, at)))
    first = false
    if (!shouted.some((one) => at >= one.start && at < one.end) && isName(token, opening)) {
      if (run) {
        run.end = end
        run.tokens += 1
      } else run = { start, end, tokens: 1, opening }
      pending = null
      if (possessive && (goesOn(end + possessive.length) || acts(text, end, possessive)))
        run.end = end + possessive.length
      if (ending && run?.end === end) close()
    } else if (run && !pending && INNER.test(token) && !ending) pending = { start, end }
    else if (run && isNationality(text.slice(run.start, run.end)) && ARMED.test(token)) {
      // "the Israeli military" is one body.
      run.end = end
      close()
    } else if (run && token === 'police' && /^[ ]$/u.test(gap)) {
      // "Greater Manchester police"
      run.end = end
      close()
    } else if (run && pending && /^(?:the|an?|la|las|los|der|den)$/iu.test(token))
      pending = { start: pending.start, end }
    else close()
  }
  close()
  return mentions

  function isNickname(gap: string, token: string): boolean {
    if (!run) return false
    if (NICKNAME_OPENS.test(gap)) return NICKNAME_CLOSES.test(rest(token))
    return (
      /^["”»] $/u.test(gap) && /[ ]["“«]\p{Lu}[\p{L}.-]*$/u.test(text.slice(run.start, run.end))
    )
  }

  function close() {
    if (run) {
      const labelled = /^(?:date \S+ )?The $/iu.test(text.slice(sentence.start, run.start))
      mentions.push(...splitJoint(text, run).map((mention) => ({ ...mention, labelled })))
    }
    run = null
    pending = null
  }

  function isName(token: string, opening: boolean): boolean {
    // "Ontario-based Bakers United"
    if (
      /^\p{Lu}[\p{L}.'’-]*-(?:based|born|area|wide|backed|owned|led|contracted|run|made|funded|affiliated|operated|supplied|bound|maker|builder|owner)$/u.test(
        token,
      )
    )
      return false
    // A bill: "SB224"
    if (/^[A-Z]{1,3}\d{2,}$/.test(token)) return false
    // "Opponents of the cameras"
    if (
      opening &&
      run === null &&
      ROLE.test(token) &&
      /s$/u.test(token) &&
      /^ (?:of|at|from|who|in|and|with|say|said|told|have|were|are) /u.test(rest(token))
    )
      return false
    // "a union T-shirt"
    if (/^\p{Lu}-\p{Ll}+$/u.test(token)) return false
    // "ver.di"
    if (DOTTED.test(token) && !/[/@]$/u.test(text.slice(0, at))) return true
    // "Suleiman al-Amr"
    if (run !== null && /^(?:al|el|an|ar|as|ash|at|ad|az)-\p{Lu}/u.test(token)) return true
    if (!/^\p{Lu}/u.test(token) && !/^\d+[A-Z]/.test(token)) {
      return (
        run !== null &&
        /^\d{1,4}$/.test(token) &&
        // "taught in Toledo for 17 years", and not "Committee of 100"
        !(pending && /^for /u.test(text.slice(pending.start, pending.start + 4))) &&
        /\p{L}$/u.test(text.slice(run.start, run.end))
      )
    }
    // "the Toledo IT Workers Front"
    if (run !== null && /^\p{Lu}{2,}$/u.test(token) && /^ \p{Lu}\p{Ll}/u.test(rest(token)))
      return true
    // "its officers, A. Smith and Bo Lee"
    if (!opening && token === 'A' && /^\. \p{Lu}\p{Ll}/u.test(rest(token)))
      return !NOT_NAMES.has(/\p{L}+/u.exec(rest(token))?.[0].toLowerCase() ?? '')
    // "Philip May" is a person, "in May" a month.
    if (CALENDAR.test(token))
      return run !== null && !opening && /^(?:May|April|June|August|März|Mai|Abril)$/u.test(token)
    // "Workers United", "Workers' Data Trust": a plain word opens a name where another follows.
    if (run === null && GROUPS.test(token) && /^['’]? \p{Lu}\p{Ll}/u.test(rest(token))) return true
    // "LOS ANGELES (AP) —"
    if (run === null && /^(?:LOS|LAS|EL|LA|DES)$/u.test(token) && /^ \p{Lu}{3}/u.test(rest(token)))
      return true
    // "No Tech for Apartheid", "La Resistencia": a small word written large within a sentence opens a name.
    if (run === null && /^(?:No|La|El|Los|Las|Le)$/u.test(token))
      return opening
        ? /^ \p{Lu}[\p{L}]+ for \p{Lu}/u.test(rest(token))
        : /^ \p{Lu}\p{Ll}/u.test(rest(token))
    // "Reinstate Ada Smith", "Cancel Project Dawn": what a list asks for.
    if (
      (opening || /[“"‘]/u.test(text.charAt(at - 1))) &&
      run === null &&
      IMPERATIVE.test(token) &&
      /^ \p{Lu}/u.test(rest(token))
    )
      return false
    if (!NOT_NAMES.has(token.toLowerCase().replaceAll("'", '’'))) {
      return !(opening && lowercase.has(token.toLowerCase()))
    }
    return (
      run !== null &&
      !opening &&
      // "Housing Justice for All"
      (token.length > 3 || (pending !== null && token === 'All')) &&
      !/^(?:The|This|That|They|When|What)$/.test(token)
    )
  }
}

/** What a banner or a headline shouts, "STOP THEIR ROBOTS NOW": its words are large and name nothing. */
function shoutedIn(words: string, offset: number): Span[] {
  return [
    ...words.matchAll(
      /(?<![\p{L}'’])(?:\p{Lu}[\p{Lu}'’]{1,20}[ ,!?:]{1,3}){3,}\p{Lu}[\p{Lu}'’]{1,20}/gu,
    ),
  ]
    .filter((match) =>
      match[0].split(/[ ,!?:]+/u).some((word) => NOT_NAMES.has(word.toLowerCase())),
    )
    .map((match) => ({
      start: offset + match.index,
      end: offset + match.index + match[0].length,
    }))
}

/** "McBride's closed a store": an ending that no noun follows is part of a name. */
function acts(text: string, end: number, possessive: string): boolean {
  return (
    /s$/u.test(possessive) &&
    /^ (?:said|says|has|had|did|closed|announced|declined|refused|will|would|does|employs|operates|opened|responded)\b/u.test(
      text.slice(end + possessive.length, end + possessive.length + 14),
    )
  )
}
