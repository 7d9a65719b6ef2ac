import { dateBounds } from '../dates/edtf'
import { parseDateWords } from '../dates/parse'
import { readPoint } from './filters'

/**
 * The year, month or day that somebody wants to see, from what they wrote ("2018", "March 2018",
 * "last week"); null where it is no date.
 *
 * @param today ISO day.
 */
export function readJump(text: string | null, today: string): string | null {
  if (!text) return null
  const point = readPoint(text.trim())
  if (point) return point
  const parsed = parseDateWords(text, { today })
  if (!parsed.ok) return null
  return readPoint(parsed.edtf) ?? dateBounds(parsed.edtf)?.firstDay ?? null
}
