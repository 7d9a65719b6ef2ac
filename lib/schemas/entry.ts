import { z } from 'zod'
import { parseCrowd } from '../crowd'
import { OWN_SOURCE } from '../forms/form-data'
import { detailsSchema } from '../kinds/define'
import { kindOf } from '../kinds/index'
import type { EntryKind } from '../kinds/names'
import { readDegrees } from '../places'
import { dateWords, optionalDateWords } from './dates'
import { linksSchema } from './entry-links'
import { photosSchema } from './entry-photos'
import {
  contextText,
  lineText,
  longText,
  optionalId,
  requiredLine,
  webAddress,
  optionalVersion,
} from './text'
import {
  appearanceRoleLabels,
  consentLabels,
  entryStatusLabels,
  inquiryOutcomeLabels,
  keysOf,
  placePrecisionLabels,
  relationLabels,
  sourceKindLabels,
  stanceLabels,
} from './words'

/**
 * Where a passage stands: a source's id, `entry` for the entry's first source, which must be there,
 * `own` for the same if there is one, or nothing.
 */
const sourceChoice = z.union([z.enum(['', 'entry', OWN_SOURCE]), z.uuid()]).default('')

const optionalChoice = <T extends Record<string, string>>(labels: T) =>
  z
    .union([
      z.literal('').transform(() => undefined),
      z.enum(keysOf(labels), 'Choose one of the list.'),
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
})

const appearance = z.strictObject({
  id: optionalId(),
  name: requiredLine(
    200,
    'Give a name, or a description of the person if the name is to stay out of the record.',
  ),
  role: z.enum(keysOf(appearanceRoleLabels), 'Choose one of the list.').default('speaker'),
  description: lineText(300).default(''),
  consent: optionalChoice(consentLabels),
  consentReason: lineText(300).default(''),
  quotes: z.array(quote).max(50).default([]),
})

const touchedDemand = z
  .strictObject({
    id: optionalId(),
    demand: optionalId(),
    wording: longText(2_000).default(''),
    targets: lineText(500).default(''),
    counterparties: lineText(500).default(''),
    relation: z.enum(keysOf(relationLabels), 'Choose one of the list.').default('raises'),
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

const citation = z
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

const words = (message: string) => ({
  id: optionalId(),
  value: requiredLine(300, message),
  saidBy: lineText(300).default(''),
  source: sourceChoice,
  exact: longText(2_000).default(''),
  ...context,
})

const inquiry = (today: string) =>
  z.strictObject({
    askedBy: lineText(200).default(''),
    through: lineText(300).default(''),
    asked: optionalDateWords(today),
    recipients: z
      .array(
        z.strictObject({
          name: requiredLine(200, 'Name the organization that was asked.'),
          outcome: z
            .enum(keysOf(inquiryOutcomeLabels), 'Choose one of the list.')
            .default('waiting'),
        }),
      )
      .max(50)
      .default([]),
  })

const dateClaim = (today: string) => {
  const { value: _value, ...rest } = words('')
  return z.strictObject({ ...rest, value: dateWords(today) })
}

const degrees = (most: 90 | 180) =>
  lineText(40)
    .transform((text, context): number | null => {
      const read = text === '' ? null : readDegrees(text, most)
      if (text === '' || read !== null) return read
      context.addIssue({
        code: 'custom',
        message: `Give degrees from -${most} to ${most}, such as ${most === 90 ? '47.6062' : '-122.3321'}, or leave this empty.`,
      })
      return z.NEVER
    })
    .default(null)

const crowd = lineText(200).transform((text, context) => {
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

/** Building a schema costs more than a hundred uses of it, so those of the last days are kept. */
const MOST_KEPT = 100
const kept = new Map<string, ReturnType<typeof builtSchema>>()

/**
 * The one schema of an entry of a kind, for the form, an import and the API.
 *
 * @param today ISO day in the campaign's zone, by which "13 Feb" is understood.
 */
export function entrySchema(kind: EntryKind, today: string) {
  const name = `${kind} ${today}`
  const known = kept.get(name)
  if (known) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const schema = builtSchema(kind, today)
  kept.set(name, schema)
  return schema
}

function builtSchema(kind: EntryKind, today: string) {
  return z.strictObject({
    kind: z.literal(kind, 'Choose what it is: a rally, a statement, a report.'),
    /** The version that an edit was made from. */
    version: optionalVersion(),
    /** Made with the form, so that sending it twice logs one entry. */
    requestKey: optionalId(),
    status: z.enum(keysOf(entryStatusLabels), 'Choose one of the list.').default('draft'),
    title: requiredLine(300, 'Give the entry a title: what happened, in a few words.'),
    summary: longText(20_000).default(''),
    date: dateWords(today),
    dateReason: lineText(500).default(''),
    dateClaims: z.array(dateClaim(today)).max(20).default([]),
    place: lineText(300).default(''),
    placePrecision: z.enum(keysOf(placePrecisionLabels)).default('exact'),
    /** WGS 84 in degrees; both or neither, which the write checks. */
    latitude: degrees(90),
    longitude: degrees(180),
    /** The number of the place's town in the gazetteer. */
    town: z
      .union([z.literal('').transform(() => null), z.coerce.number().int().positive()])
      .default(null),
    /** Until then shares show no place; by the clocks there. */
    placeHiddenUntil: optionalDateWords(today)
      .refine(
        (until) => until === null || until.firstDay === until.lastDay,
        'Give one day, and an hour if you like: 13 Feb 2026 5pm.',
      )
      .default(null),
    placeReason: lineText(500).default(''),
    placeClaims: z
      .array(z.strictObject(words('Say which place this source gives.')))
      .max(20)
      .default([]),
    crowd: crowd.default({ low: null, high: null, words: '' }),
    crowdCountedBy: lineText(200).default(''),
    crowdReason: lineText(500).default(''),
    crowdClaims: z
      .array(z.strictObject(words('Say which size this source gives.')))
      .max(20)
      .default([]),
    participants: lineText(500).default(''),
    accordingTo: lineText(200).default(''),
    organizations: z
      .array(
        z.strictObject({
          name: requiredLine(200, 'Name the organization.'),
          part: z.enum(['actor', 'target', 'subject'], 'Choose one of the list.').default('actor'),
        }),
      )
      .max(50)
      .default([]),
    appearances: z.array(appearance).max(100).default([]),
    demands: z.array(touchedDemand).max(50).default([]),
    citations: z.array(citation).max(50).default([]),
    inquiry: inquiry(today).optional(),
    photos: photosSchema,
    links: linksSchema,
    details: detailsSchema(kindOf(kind).fields).default({}),
    tags: lineText(500).default(''),
    privateNote: longText(20_000).default(''),
  })
}
export type EntryInput = z.output<ReturnType<typeof entrySchema>>
