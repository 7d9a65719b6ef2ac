import type { SharedEntry } from '../shares/record'

/**
 * What a format with one text for an entry says of it, as paragraphs: whose account it is, the
 * sentence of its kind, its summary. What is empty is left out.
 */
export function entryText({ accordingTo, sentence, summary }: SharedEntry): string[] {
  const account =
    accordingTo && !sentence.includes(accordingTo) ? `According to ${accordingTo}.` : ''
  return [account, sentence, summary].filter((one) => one !== '')
}
