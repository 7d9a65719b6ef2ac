import { disputeInWords, replyInWords } from '../entries/answers'
import { disagreementLines } from '../entries/disagreement'
import { plainLines } from '../entries/fields/plain-lines'
import { entryStatusLabels } from '../schemas/words'
import type { LinkedEntry } from '../shares/record'

/** Whose account an entry is, as a sentence; empty where it is nobody's or its own sentence says so. */
export function accountLine({
  accordingTo,
  sentence,
}: Pick<LinkedEntry, 'accordingTo' | 'sentence'>): string {
  return accordingTo && !sentence.includes(accordingTo) ? `According to ${accordingTo}.` : ''
}

/**
 * What a format with one text for an entry says of it, as paragraphs: who disputes it, whose account
 * it is, the sentence of its kind, its summary, on what its sources differ, what organizations reply,
 * and its further texts with their labels. What is empty is left
 * out. What is not published says so first: only members get it.
 */
export function entryText(entry: LinkedEntry): string[] {
  const { sentence, status, summary, disputes, replies } = entry
  const unpublished = status === 'published' ? '' : `${entryStatusLabels[status]}, not published.`
  const lines = plainLines(entry, 'files').map(({ label, text }) => `${label}: ${text}`)
  return [
    unpublished,
    ...disputes.map(disputeInWords),
    accountLine(entry),
    sentence,
    summary,
    ...disagreementLines(entry.claims),
    ...replies.map(replyInWords),
    ...lines,
  ].filter((one) => one !== '')
}
