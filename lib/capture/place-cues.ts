import type { Mention } from './names'
import type { CaptureDirectory } from './types'

export const COMPASS = /^(?:North|South|East|West|Northern|Southern|Eastern|Western)$/u

/** "the Broadway and Denny store" stands where two streets meet. */
export function ofCrossing(before: string, after: string): boolean {
  const site = '(?:stores?|locations?|branch|shop|café|restaurant|stop|intersection)\\b'
  return (
    (/\b[Tt]he $/u.test(before) &&
      new RegExp(`^ and \\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)? ${site}`, 'u').test(after)) ||
    (/\b[Tt]he \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)? and $/u.test(before) &&
      new RegExp(`^ ${site}`, 'u').test(after))
  )
}

/** A place that the directory knows, or a part of it: "Southern Ohio". */
export function isPlaceName(words: string, { isPlace }: CaptureDirectory): boolean {
  const [first = '', ...rest] = words.split(' ')
  return isPlace(words) || (COMPASS.test(first) && rest.length > 0 && isPlace(rest.join(' ')))
}

/** "TOLEDO, Ohio (AP) —", "VALPARAÍSO, 4 mar. —" and "Bremen. " at the head of a paragraph. */
export function isDateline(text: string, { start, end }: Mention): boolean {
  const head = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const rest = text.slice(end, end + 60)
  const ends =
    /^(?:, [\p{L}.\d ]{2,18}){0,2}(?: \([^)\n]{2,20}\))?(?:, [\p{L}]+\.? \d{1,2})?(?: ?(?:[—–]|--)| -)(?=\s?\p{Lu})/u.test(
      rest,
    ) ||
    /^, \d{1,2}\. \p{L}+ \d{4}\. /u.test(rest) ||
    (/^(?:, [\p{Lu}.\d ]{2,18})?\n/u.test(rest) &&
      head === '' &&
      /^[\p{Lu}'’ -]+$/u.test(text.slice(start, end)) &&
      /\d/.test(rest.split('\n')[0] ?? ''))
  return ends && (head === '' || /^[\p{Lu}][\p{L}'’. -]{2,30}, $/u.test(head))
}
