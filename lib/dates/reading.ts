import type { FieldChoice } from '../forms/choices'
import type { DateContext } from './context'
import { dateBounds } from './edtf'
import { parseDateWords } from './parse'
import { dateInWords } from './words'

/** What a date field says beside its text: the date as it was understood, or what is unclear. Null where it is empty. */
export type WhenReading =
  { words: string; caution: string | null } | { message: string; choices?: FieldChoice[] } | null

/** Reads the text of a date field; `caution` says what to look at again, such as a day that lies ahead. */
export function readWhen(text: string, context: DateContext): WhenReading {
  if (text.trim() === '') return null
  const date = parseDateWords(text, context)
  if (!date.ok) return date
  const ahead =
    (context.expects ?? 'past') === 'past' && liesAhead(date.edtf, context.today)
      ? `This is in the future: today is ${dateInWords(context.today)}.`
      : null
  return { words: date.words, caution: [ahead, date.warning].filter(Boolean).join(' ') || null }
}

/** Whether all of a date lies after a day (ISO). */
function liesAhead(edtf: string, today: string): boolean {
  const bounds = dateBounds(edtf)
  return bounds !== null && bounds.firstDay > today
}
