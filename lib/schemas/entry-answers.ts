import { z } from 'zod'
import type { DateContext } from '../dates/context'
import { dateWords } from './dates'
import { contextText, longText, optionalId, requiredLine } from './text'
import { sourceChoice } from './source-choice'

const said = (most: number, message: string) =>
  longText(most).refine((text) => text !== '', message)

/** That somebody disputes something: who, why, and where it stands. */
export const disputeSchema = z.strictObject({
  id: optionalId(),
  reason: said(2_000, 'Say what is disputed, and why.'),
  saidBy: requiredLine(300, 'Say who disputes it.'),
  source: sourceChoice,
})

/** Who disputes one thing. */
export const disputesSchema = z.array(disputeSchema).max(20).default([])

/** What organizations themselves say to an entry, each on a day and by a source. */
export function repliesSchema(when: DateContext) {
  return z
    .array(
      z.strictObject({
        id: optionalId(),
        organization: requiredLine(200, 'Name the organization that makes this statement.'),
        date: dateWords(when),
        text: said(5_000, 'Write down what the organization says, word for word.'),
        source: sourceChoice,
        ...{ prefix: contextText(), suffix: contextText() },
      }),
    )
    .max(20)
    .default([])
}
