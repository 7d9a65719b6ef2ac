import { z } from 'zod'
import { parseCrowd } from '../crowd'
import { readDegrees, readPair } from '../places'
import type { DateContext } from '../dates/context'
import { dateWords, optionalDateWords } from './dates'
import { disputesSchema } from './entry-answers'
import { sourceChoice } from './source-choice'
import { contextText, lineText, longText, optionalId, requiredLine, webAddress } from './text'
import {
  appearanceRoleLabels,
  consentLabels,
  inquiryOutcomeLabels,
  keysOf,
  relationLabels,
  sourceKindLabels,
  stanceLabels,
} from './words'

/** The most citations of an entry. */
export const MOST_CITATIONS = 50
/** The most that sources may say of one field. */
export const MOST_CLAIMS = 20

const optionalChoice = <T extends Record<string, string>>(labels: T) =>
  z
    .union([
      z.literal('').transform(() => undefined),
      z.enum(keysOf(labels), 'Choose one from the list.'),
    ])
    .optional()

// Which of several places a passage was marked at.
const context = { prefix: contextText(), suffix: contextText() }

const quote = z.strictObject({
  id: optionalId(),
  text: longText(10_000).default(''),
  ...context,
  consent: optionalChoice(consentLabels),
  source: sourceChoice,
  /** What the words are about: demands by id, or by the wording of one that the entry raises. */
  demands: z
    .array(z.strictObject({ demand: optionalId(), wording: longText(2_000).default('') }))
    .max(50)
    .default([]),
  disputes: disputesSchema,
})

/** A person at an entry, or a group without a name, with the words that are kept of them. */
export const appearanceSchema = z
  .strictObject({
    id: optionalId(),
    name: lineText(200).default(''),
    role: z.enum(keysOf(appearanceRoleLabels), 'Choose one from the list.').default('speaker'),
    description: lineText(300).default(''),
    affiliation: lineText(300).default(''),
    consent: optionalChoice(consentLabels),
    consentReason: lineText(300).default(''),
    quotes: z.array(quote).max(50).default([]),
  })
  .refine((row) => row.name !== '' || row.description !== '', {
    path: ['name'],
    message: 'Give a name, or describe who spoke, such as: several workers.',
  })

/** How an entry touches a demand, known or new. */
export const touchedDemandSchema = z
  .strictObject({
    id: optionalId(),
    demand: optionalId(),
    wording: longText(2_000).default(''),
    targets: lineText(500).default(''),
    counterparties: lineText(500).default(''),
    relation: z.enum(keysOf(relationLabels), 'Choose one from the list.').default('raises'),
    stance: optionalChoice(stanceLabels),
    at: lineText(200).default(''),
  })
  .superRefine((row, context) => {
    const say = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (!row.demand && row.wording === '')
      say('wording', 'Choose a demand, or write the wording of a new one.')
    if (!row.demand && row.wording !== '' && row.targets === '')
      say('targets', 'Say who must do it.')
    if (row.relation === 'answers' && !row.stance)
      say('stance', 'Say how the answer meets the demand.')
    if (row.relation === 'answers' && row.at === '') say('at', 'Say which target answers.')
  })

/** A source, known or new, with the passage that carries the entry. */
export const citationSchema = z
  .strictObject({
    id: optionalId(),
    source: optionalId(),
    title: lineText(500).default(''),
    url: webAddress().default(''),
    publisher: lineText(200).default(''),
    kind: z.enum(keysOf(sourceKindLabels)).default('news'),
    exact: longText(5_000).default(''),
    ...context,
  })
  .refine((row) => row.source || row.title !== '', {
    path: ['title'],
    message: 'Choose a source, or give the title of a new one.',
  })

/** What one source says about a field; `message` where it says nothing. */
export const wordsSchema = (message: string) => ({
  id: optionalId(),
  value: requiredLine(300, message),
  saidBy: lineText(300).default(''),
  source: sourceChoice,
  exact: longText(2_000).default(''),
  ...context,
})

/** Who was asked, by whom, through what. */
export const inquirySchema = (when: DateContext) =>
  z.strictObject({
    askedBy: lineText(200).default(''),
    through: lineText(300).default(''),
    asked: optionalDateWords(when),
    recipients: z
      .array(
        z.strictObject({
          name: requiredLine(200, 'Name the organization that was asked.'),
          outcome: z
            .enum(keysOf(inquiryOutcomeLabels), 'Choose one from the list.')
            .default('waiting'),
        }),
      )
      .max(50)
      .default([]),
  })

/** What one source says about the date. */
export const dateClaimSchema = (when: DateContext) => {
  const { value: _value, ...rest } = wordsSchema('')
  return z.strictObject({ ...rest, value: dateWords(when) })
}

/** Degrees of latitude or longitude as they are typed; null where nothing is. */
export const degreesSchema = (most: 90 | 180) =>
  lineText(40)
    .transform((text, context): number | null => {
      const read = text === '' ? null : readDegrees(text, most)
      if (text === '' || read !== null) return read
      context.addIssue({
        code: 'custom',
        message: readPair(text)
          ? 'These are two numbers. Put the first under Latitude and the second under Longitude.'
          : `Give degrees from -${most} to ${most}, such as ${most === 90 ? '47.6062' : '-122.3321'}, or leave this empty.`,
      })
      return z.NEVER
    })
    .default(null)

/** The size of a crowd in words, with the numbers that they mean. */
export const crowdSchema = lineText(200).transform((text, context) => {
  const understood = parseCrowd(text)
  if (understood.ok)
    return {
      low: understood.low,
      high: understood.high,
      words: text === '' ? '' : understood.words,
    }
  context.addIssue({ code: 'custom', message: understood.message })
  return z.NEVER
})

/** An organization that an entry is by, aimed at, or about. */
export const entryOrganizationSchema = z.strictObject({
  name: requiredLine(200, 'Name the organization.'),
  part: z.enum(['actor', 'target', 'subject'], 'Choose one from the list.').default('actor'),
})
