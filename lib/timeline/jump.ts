import { dateBounds } from '../dates/edtf'
import type { DateHabits } from '../dates/habits'
import { parseDateWords } from '../dates/parse'
import { dateInWords } from '../dates/words'
import type { FieldChoice } from '../forms/choices'
import { readPoint } from './filters'

/** Why a text is no date, with the readings to choose from where it has several. */
type Unclear = { message: string; choices?: FieldChoice[] }

/**
 * The year, month or day that somebody wants to see, from what they wrote ("2018", "March 2018",
 * "last week"), or what is unclear about it.
 */
export function readJump(
  text: string | null,
  habits: DateHabits,
): { point: string | null; unclear: Unclear | null } {
  const read = readLimit(text ?? '', 'from', habits)
  if (!read) return { point: null, unclear: null }
  return 'point' in read ? { point: read.point, unclear: null } : { point: null, unclear: read }
}

/**
 * The year, month or day from or to which a time is shown, from what somebody wrote, with its words;
 * null where nothing is written.
 */
export function readLimit(
  text: string,
  side: 'from' | 'to',
  habits: DateHabits,
): { point: string; words: string } | Unclear | null {
  const written = text.trim()
  if (written === '') return null
  const asked = readPoint(written)
  if (asked) return { point: asked, words: dateInWords(asked) }
  const parsed = parseDateWords(written, habits)
  if (!parsed.ok) return parsed
  const bounds = dateBounds(parsed.edtf)
  const point = readPoint(parsed.edtf) ?? readPoint(bounds?.[BOUND[side]] ?? '')
  return point
    ? { point, words: dateInWords(point) }
    : { message: 'This date cannot be placed on a calendar.' }
}

const BOUND = { from: 'firstDay', to: 'lastDay' } as const
