import { z } from 'zod'
import type { DateContext } from '../dates/context'
import { dateBounds } from '../dates/edtf'
import { parseDateWords } from '../dates/parse'
import { lineText } from './text'

/** A date as the record keeps it: EDTF, its first and last possible day (ISO), a time of day or none. */
export type RecordedDate = { edtf: string; firstDay: string; lastDay: string; time: string | null }

const MISSING =
  'Say when it was, as exactly as is known: 13 Feb 2026, about November 2025, by 13 Feb.'

/**
 * A date as people say it, understood by the day on which it is said; never a guess.
 *
 * @param context how it is read; a day alone is today's, ISO, in the campaign's zone
 */
export function dateWords(context: DateContext) {
  return recorded(context).transform((date, context): RecordedDate => {
    if (date) return date
    context.addIssue({ code: 'custom', message: MISSING })
    return z.NEVER
  })
}

/** The same where a date may be left empty: null then. */
export function optionalDateWords(context: DateContext) {
  return recorded(context).default(null)
}

function recorded(reading: DateContext) {
  return lineText(200).transform((text, context): RecordedDate | null => {
    if (text === '') return null
    const refuse = (message: string) => {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    const understood = parseDateWords(text, reading)
    if (!understood.ok) return refuse(understood.message)
    const bounds = dateBounds(understood.edtf)
    return bounds
      ? { edtf: understood.edtf, ...bounds, time: understood.time }
      : refuse('This date cannot be placed on a calendar.')
  })
}
