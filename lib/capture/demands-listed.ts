import { BASE } from './demand-words'
import { targetsIn, type DemandContext } from './demand-targets'

/** "laid out three demands: that Acme end its contract; that Ring, its camera unit, stop; and that workers be heard" */
const LIST =
  /\b(?:demands?\b[^:.;"“”]{0,50}|(?:has|have|set|sets|lists?|laid out) (?:\p{L}+ )?(?:conditions|demands|requests)\b[^:.;"“”]{0,120}): (?=\S)/iu
const THAT = new RegExp(
  `^that ((?:the )?[^,;]{2,60}?)(?:, [^,;]{2,50},)? ((?:immediately |publicly |also |not )?(?:${BASE}|be)\\b.*)$`,
  'u',
)

const ITEM = new RegExp(
  `^(?:that |to |never (?:again )?|an? end to |no (?:more )?\\p{Ll}+|get rid of |(?:immediately |publicly )?(?:${BASE})\\b)`,
  'iu',
)

/** One thing of a list, and where its words begin in the sentence. */
export type ListedDemand = { targets: string[]; words: string; at: number }

/** What a sentence lists behind a colon as demands; empty where it lists none. */
export function listedDemands(
  context: DemandContext,
  sentence: string,
  start: number,
): ListedDemand[] {
  const lead = LIST.exec(sentence)
  if (!lead) return []
  const from = lead.index + lead[0].length
  const list = sentence.slice(from).replace(/[.!?]["”’]?$/u, '')
  const items = list.includes(';')
    ? split(list, /; (?:and )?/gu)
    : split(list, /,? and (?=that |to )|, (?=that |to )/gu)
  const plain = split(list, /,? and |, /gu)
  // "fix the boilers, no evictions": nothing but what is asked stands between the commas.
  if (!list.includes(';') && plain.length > 2 && plain.every(({ words }) => ITEM.test(words)))
    return plain.map(({ words, at }) => ({ targets: [], words, at: from + at }))
  if (items.length < 2 || !items.every(({ words }) => ITEM.test(words))) return []
  return items.map(({ words, at }) => {
    const that = THAT.exec(words)
    const who = that?.[1] ?? ''
    const what = that?.[2] ?? words.replace(/^to /u, '')
    const whole = what.startsWith('be ')
    const targets = whole ? [] : targetsIn(context, start + from + at + 'that '.length, who)
    const shown = whole ? words.slice('that '.length) : what
    return { targets, words: shown, at: from + at + words.length - shown.length }
  })
}

function split(list: string, between: RegExp): { words: string; at: number }[] {
  const found: { words: string; at: number }[] = []
  let begin = 0
  for (const match of list.matchAll(between)) {
    found.push({ words: list.slice(begin, match.index), at: begin })
    begin = match.index + match[0].length
  }
  found.push({ words: list.slice(begin), at: begin })
  return found.filter(({ words }) => words.trim().length > 3)
}
