const PART =
  '(?:(?:(?:early|late)[- ](?:in the |at )?|mid-?(?!night))?(?:morning|afternoon|evening|night|dawn|dusk|sunrise|sunset|lunchtime|midday)|(?:early|small|wee|late) hours|overnight)'
const BEFORE = new RegExp(
  `^(?:in |on |at |during |from )?(?:the )?(${PART})(?: hours)?,? (?:of |on |in )?(?:the )?(?!after|before|until)(.+)$`,
)
// “Friday night, 13 Feb 2026”.
const AFTER_A_WEEKDAY = new RegExp(`^([a-z]{3,6}day) (${PART}),? (?:of |on |the )*(.*\\d.*)$`)
const AFTER = new RegExp(`^(.+?),? \\(?(?:in the |at |on the |during the )?(${PART})\\)?$`)
const EARLY_OR_LATE = /^(early|late) on (.+)$/

/** A tidy text without its part of a day, such as "morning", and that part; null where none is named. */
export function takePartOfDay(text: string): { rest: string; part: string } | null {
  if (text === 'tonight') return { rest: 'today', part: 'tonight' }
  const weekday = AFTER_A_WEEKDAY.exec(text)
  if (weekday?.[1] && weekday[2] && weekday[3]) {
    return { rest: `${weekday[1]} ${weekday[3]}`, part: weekday[2] }
  }
  const before = BEFORE.exec(text) ?? EARLY_OR_LATE.exec(text)
  const [, part, rest] = before ?? []
  if (part && rest) return { rest: dayOf(rest), part }
  const [, first, last] = AFTER.exec(text) ?? []
  return first && last ? { rest: dayOf(first), part: last } : null
}

function dayOf(text: string): string {
  return text === 'this' ? 'today' : text
}
