import type { ClaimField } from '../schemas/words'
import { differInWords } from './disagreement'

/**
 * What a small sign beside an entry's title tells members: the fields on which sources differ, that
 * it or something in it is disputed, and that a second person checked it as it is.
 */
export type EntrySign = ClaimField | 'disputed' | 'checked'

/** The same in words, one for each sign. */
export function signsInWords(signs: readonly EntrySign[]): string[] {
  const fields = signs.filter((sign) => sign !== 'disputed' && sign !== 'checked')
  return [
    ...(fields.length > 0 ? [differInWords(fields)] : []),
    ...(signs.includes('disputed') ? ['Disputed'] : []),
    ...(signs.includes('checked') ? ['Checked by a second person'] : []),
  ]
}

/** The signs before a title where there is no room for words. */
export function signsBefore(signs: readonly EntrySign[]): string {
  const differs = signs.some((sign) => sign !== 'disputed' && sign !== 'checked')
  return [
    ...(differs ? ['≠ '] : []),
    ...(signs.includes('disputed') ? ['Disputed: '] : []),
    ...(signs.includes('checked') ? ['✓ '] : []),
  ].join('')
}
