import { z } from 'zod'
import { dateBounds } from '../dates/edtf'
import { parseDateWords } from '../dates/parse'
import { lineText } from './text'

/** A date as the record keeps it: EDTF, its first and last possible day (ISO), a time of day or none. */
export type RecordedDate = { edtf: string; firstDay: string; lastDay: string; time: string | null }

/**
 * A date as people say it, understood by the day on which it is said; never a guess.
 *
 * @param today ISO day in the campaign's zone; "13 Feb" means the one nearest to it.
 */
export function dateWords(today: string) {
  return lineText(200).transform((text, context): RecordedDate => {
    const refuse = (message: string): RecordedDate => {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    if (text === '')
      return refuse(
        'Say when it was, as exactly as is known: 13 Feb 2026, about November 2025, by 13 Feb.',
      )
    const understood = parseDateWords(text, { today })
    if (!understood.ok) return refuse(understood.message)
    const bounds = dateBounds(understood.edtf)
    return bounds
      ? { edtf: understood.edtf, ...bounds, time: understood.time }
      : refuse('This date cannot be placed on a calendar.')
  })
}

/** The same where a date may be left empty. */
export function optionalDateWords(today: string) {
  return z.union([z.literal('').transform(() => null), dateWords(today)]).default(null)
}
