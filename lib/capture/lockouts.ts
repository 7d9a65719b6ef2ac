import { EMPTY, type Draft, type Findings } from './draft-findings'
import type { Entity } from './entity'
import { passageOf } from './sentences'
import type { Found, FoundDate, Span } from './types'
import { isUnasserted } from './unasserted'

const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)'
/** "Acme has locked out 420 mechanics", "420 workers were locked out", "a lockout that has idled the mill" */
const LOCKED = new RegExp(
  `\\b(?:lock(?:s|ed|ing)? out (?:(?:about|nearly|some|more than|over|all|its|the) )*(${NUMBER})?|(?:(${NUMBER}) (?:[\\p{Ll}-]+ ){1,4})?(?:(?:was|were|been|are|is) |(?<=^[^.]{0,40}))locked out\\b|lock-?outs?\\b|aussperrung\\b|ausgesperrt\\b|cierre patronal\\b)`,
  'giu',
)
/** "locked out of their accounts": by no employer. */
const OF_THINGS =
  /^ ?(?:of )?(?:(?:their|his|her|its|the|an?|my|our) )?(?:[\p{Ll}-]+ )?(?:accounts?|phones?|systems?|e-?mail|apartments?|homes?|cars?|apps?|market|discussions?|talks)\b/iu
/** What makes a lockout one of work. */
const OF_WORK =
  /\b(?:unions?|unionized|unionised|contract|bargain\p{L}*|talks|pickets?|picketed|picketing|local \d+|gewerkschaft|sindicato)\b/iu
const NONE =
  /\b(?:no|any|avert\p{L}*|avoid\p{L}*|prevent\p{L}*|without|plann?(?:s|ed|ing)? (?:for|to)|possible|potential|threat(?:en\p{L}*)? (?:of|to|with)?|would|could|might|may|to|not|n['’]t|never|if|in case of|since the|first|last|previous|(?:19|20)\d\d) (?:an? |the |their |its )?(?:\p{Ll}+ )?$/iu
/** "an end to the lockout" says that one goes on. */
const GOES_ON =
  /\b(?:end(?:s|ed|ing)?(?: to)?|lift(?:s|ed|ing)?|day of|week of|month of|over|against|during|amid|since) (?:an?|the|its|their) (?:\p{Ll}+ )?$/iu

/** What an employer did that kept workers from work, told once however often a report speaks of it. */
export function lockoutDrafts(findings: Findings): Draft[] {
  const { document, sentences, entities, actors, main } = findings
  const { text } = document
  if (!OF_WORK.test(text)) return []
  const told = sentences.flatMap((sentence) => {
    const words = text.slice(sentence.start, sentence.end)
    // A headline may speak of any.
    if (!/[.!?]["”’]?$/u.test(words)) return []
    return [...words.matchAll(LOCKED)]
      .filter(({ index, 0: said }) => isTold(words, index, index + said.length))
      .map((match) => ({ sentence, match, done: !/^(?:lock-?out|auss|cierre)/iu.test(match[0]) }))
  })
  const one = told.find(({ done }) => done) ?? told[0]
  if (!one) return []
  const { sentence, match } = one
  const at = sentence.start + match.index
  const employer = employerOf(findings, sentence, at, one.done) ?? main
  // Without a report that somebody did it, a word that names no employer is too little.
  if (!one.done && !employer) return []
  const workers = (match[1] ?? match[2] ?? '').replaceAll(',', '')
  const unions = entities.filter(({ kind, name }) => kind === 'organization' && actors.has(name))
  return [
    {
      ...EMPTY,
      kind: 'lockout',
      confidence: one.done ? 0.85 : 0.7,
      title: employer ? `${employer.name} locks out workers` : 'Lockout',
      date: dayOf(findings, sentence),
      organizations: [
        ...(employer ? [{ name: employer.name, part: 'actor' as const }] : []),
        ...unions.slice(0, 1).map(({ name }) => ({ name, part: 'target' as const })),
      ],
      details: workers === '' ? {} : { workersOut: workers },
      passages: [passageOf(text, sentence)],
    },
  ]
}

function isTold(words: string, start: number, end: number): boolean {
  const before = words.slice(Math.max(0, start - 160), start)
  if (OF_THINGS.test(words.slice(end, end + 60))) return false
  if (GOES_ON.test(before)) return true
  return !NONE.test(before) && !isUnasserted(before)
}

/** "Acme locked out", "locked out by Acme" and "the lockout at Acme" */
function employerOf(
  { document: { text }, entities, actors }: Findings,
  sentence: Span,
  at: number,
  done: boolean,
): Entity | null {
  const named = entities
    .filter(({ kind, name }) => kind === 'organization' && !actors.has(name))
    .flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })))
    .filter(({ mention }) => mention.start >= sentence.start && mention.end <= sentence.end)
    .sort((a, b) => a.mention.start - b.mention.start)
  const behind = named.find(
    ({ mention: { start } }) =>
      start > at && /\b(?:by|at) (?:the )?$/iu.test(text.slice(Math.max(at, start - 8), start)),
  )
  const before = named.filter(({ mention }) => mention.end <= at).at(-1)
  return (done ? (before ?? behind) : (behind ?? before))?.entity ?? null
}

/** The day that its own sentence gives, else no later than the report. */
function dayOf({ dates, document }: Findings, sentence: Span): Found<FoundDate> | null {
  const { published } = document.meta
  const own = dates.find(
    (mention) =>
      mention.sentence.start === sentence.start &&
      !mention.ahead &&
      /^\d{4}-\d{2}-\d{2}$/.test(mention.value.edtf) &&
      mention.value.edtf <= (published ?? mention.value.edtf),
  )
  if (own) return { value: own.value, confidence: 0.8, passages: own.passages }
  return published
    ? {
        value: { words: `by ${published}`, edtf: `[..${published}]` },
        confidence: 0.7,
        passages: [],
      }
    : null
}
