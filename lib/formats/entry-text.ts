import { plainLines } from '../entries/fields/plain'
import type { SharedEntry } from '../shares/record'

/**
 * What a format with one text for an entry says of it, as paragraphs: whose account it is, the
 * sentence of its kind, its summary, and its further texts with their labels. What is empty is left out.
 */
export function entryText(entry: SharedEntry): string[] {
  const { accordingTo, sentence, summary } = entry
  const lines = plainLines(entry, 'files').map(({ label, text }) => `${label}: ${text}`)
  const account =
    accordingTo && !sentence.includes(accordingTo) ? `According to ${accordingTo}.` : ''
  return [account, sentence, summary, ...lines].filter((one) => one !== '')
}
