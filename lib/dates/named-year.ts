import type { DateContext } from './context'
import { monthName } from './names'
import { readRelative } from './relative'

/** "March last year", "the 12th of this month": the year or the month in figures. */
export function inNamedYear(text: string, context: DateContext): string {
  const [, before = '', which = '', unit = ''] =
    /^(.*?[a-z\d]) (?:, )?(?:of |in )?(this|last|next) (year|month)$/.exec(text) ?? []
  const isDay = /^(?:on |the )*\d{1,2}(?:st|nd|rd|th)?$/.test(before)
  if (
    unit === (isDay ? 'month' : 'year') &&
    !/ (?:the|this|about|over|end|start|beginning|middle|part)$/.test(` ${before}`)
  ) {
    const { year, month } = readRelative([which, unit], context) ?? {}
    if (year) return `${before}${month ? ` ${monthName(month).toLowerCase()}` : ''} ${year}`
  }
  return text
}
