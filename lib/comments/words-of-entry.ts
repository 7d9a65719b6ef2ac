import { claimFieldLabels, type ClaimField } from '../schemas/words'
import { dateInWords } from '../dates/words'

const LONGEST = 1_000

/** What of an entry somebody may comment on by itself: its quotes, and what each source says. */
export function wordsOfEntry(
  quotes: readonly string[],
  claims: readonly { field: ClaimField; value: string }[],
): string[] {
  const words = [
    ...quotes,
    ...claims.map(({ field, value }) =>
      [claimFieldLabels[field], field === 'date' ? dateInWords(value) : value].join(': '),
    ),
  ]
  return [...new Set(words)].filter((text) => text !== '' && text.length <= LONGEST)
}
