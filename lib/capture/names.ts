import { BASE } from './demand-words'
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
  let at = 0
  /** The text behind this token. */
  const rest = (token: string) => text.slice(at + token.length, at + token.length + 40)
  /** "Bakers' Alliance", "St. Luke's Hospital": a possessive that is part of a name. */
  const goesOn = (end: number) =>
    ORGANIZATION_WORD.test(
      /^ (?:\p{Lu}[\p{L}]+ )?(\p{Lu}[\p{L}]+)/u.exec(text.slice(end, end + 40))?.[1] ?? '',
    )
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
    const possessive = /['’]s?$/u.exec(raw)?.[0] ?? ''
    const token = raw.slice(0, raw.length - possessive.length)
    const start = sentence.start + match.index
    const end = start + token.length
    const gap: string = run ? text.slice(pending?.end ?? run.end, start) : ''
    if (
      run &&
      !/^[ \u00a0]$/u.test(gap) &&
      !(/^\. $/u.test(gap) && SHORTENED.test(text.slice(run.start, run.end))) &&
      gap !== ' & '
    )
      close()
    const opening = first
    first = false
    if (isName(token, opening)) {
      if (run) {
        run.end = end
        run.tokens += 1
      } else run = { start, end, tokens: 1, opening }
      pending = null
      if (possessive && (goesOn(end + possessive.length) || acts(text, end, possessive)))
        run.end = end + possessive.length
      if (possessive && run?.end === end) close()
    } else if (run && !pending && INNER.test(token) && !possessive) pending = { start, end }
    else if (run && isNationality(text.slice(run.start, run.end)) && ARMED.test(token)) {
      // "the Israeli military" is one body.
      run.end = end
      close()
    } else if (run && pending && /^(?:the|an?|la|las|los|der|den)$/iu.test(token))
      pending = { start: pending.start, end }
    else close()
  }
  close()
  return mentions

  function close() {
    if (run) {
      const labelled = /^(?:date \S+ )?The $/iu.test(text.slice(sentence.start, run.start))
      mentions.push(...split(text, run).map((mention) => ({ ...mention, labelled })))
    }
    run = null
    pending = null
  }

  function isName(token: string, opening: boolean): boolean {
    // "Ontario-based Bakers United"
    if (
      /^\p{Lu}[\p{L}.'’-]*-(?:based|born|area|wide|backed|owned|led|contracted|run|made|funded|affiliated|operated|supplied|bound)$/u.test(
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
        run !== null && /^\d{1,4}$/.test(token) && /\p{L}$/u.test(text.slice(run.start, run.end))
      )
    }
    // "Philip May" is a person, "in May" a month.
    if (CALENDAR.test(token))
      return run !== null && !opening && /^(?:May|April|June|August|März|Mai|Abril)$/u.test(token)
    // "Workers United", "Workers' Data Trust": a plain word opens a name where another follows.
    if (run === null && GROUPS.test(token) && /^['’]? \p{Lu}\p{Ll}/u.test(rest(token))) return true
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

/** "McBride's closed a store": an ending that no noun follows is part of a name. */
function acts(text: string, end: number, possessive: string): boolean {
  return (
    /s$/u.test(possessive) &&
    /^ (?:said|says|has|had|did|closed|announced|declined|refused|will|would|does|employs|operates|opened|responded)\b/u.test(
      text.slice(end + possessive.length, end + possessive.length + 14),
    )
  )
}

/** "Palantir and Flock" is two names; "Immigration and Customs Enforcement" is one. */
function split(text: string, run: Span & { opening: boolean }): Mention[] {
  const words = text.slice(run.start, run.end)
  const joint = / (?:and|y|und|&) /u.exec(words)
  if (joint) {
    const [left, right] = [words.slice(0, joint.index), words.slice(joint.index + joint[0].length)]
    const one =
      joint[0] === ' & ' ||
      isOneName(left, right) ||
      isWhole(text, run) ||
      / The \p{Lu}[\p{L}]+$/u.test(left)
    if (!one) {
      const middle = run.start + joint.index
      return [
        // The point of "Acme Corp. and Vexel" is no part of the name, as at the end of a sentence.
        ...split(text, { ...run, end: middle - (left.endsWith('.') ? 1 : 0) }),
        ...split(text, { start: middle + joint[0].length, end: run.end, opening: false }),
      ]
    }
  }
  const lead =
    /^(?:(?:Beschäftigten?|Mitarbeite\p{Ll}+|Mitglieder|Vertreter(?:in)?|Sprecher(?:in)?) (?:von|der|des|bei)|[Tt]he|la|los|las|der|die|das|den) /u.exec(
      words,
    )?.[0].length ?? 0
  return [{ ...run, start: run.start + lead, words: words.slice(lead) }]
}

/** "Union of Bakers and Millers (UBM)" and, within a sentence, "The Globe and Mail" are one name. */
function isWhole(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 14), start)
  if (/[\p{L}\d,] The $/u.test(before)) return true
  // "la empresa Hornos y Aceros", and "a Byron and Babbage job site" that is named so again.
  if (/(?:^|\s)(?:empresa|firma|compañía|consorcio|Firma) $/u.test(before)) return true
  const name = text.slice(start, end)
  if (
    /\ban? $/u.test(before) &&
    /^ (?:job |work |building )?(?:site|project|contract|office)\b/u.test(
      text.slice(end, end + 20),
    ) &&
    text.split(name).length > 2
  )
    return true
  const short = /^ \(([\p{Lu}]{2,8})\)/u.exec(text.slice(end, end + 12))?.[1]
  const initials = (text.slice(start, end).match(/(?<![\p{L}])\p{Lu}/gu) ?? []).sort().join('')
  return short !== undefined && [...short].sort().join('') === initials
}

/** A left part without an ending of its own and a right part that goes on make one name. */
function isOneName(left: string, right: string): boolean {
  if (/^[\p{Lu}\d]{2,6}$| for All$/u.test(left)) return false
  const last = right.split(' ').at(-1) ?? ''
  return (
    (/ (?:of|for|de|für) [^ ]+$/u.test(left) && right.split(' ').length === 1) ||
    (right.split(' ').length > 1 &&
      /^(?:Enforcement|Protection|Security|Services|Workers|Union|Administration|Association|Development|Commission|Employees|Commerce|Restaurant|Budget|Council|Guild|Department|Industries)$/.test(
        last,
      ) &&
      left.split(' ').length <= 4)
  )
}
