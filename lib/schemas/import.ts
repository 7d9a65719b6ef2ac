import { z } from 'zod'
import { encodingNames } from '../imports/decode'
import type { Mapping } from '../imports/mapping'
import { isTarget } from '../imports/targets'
import { entryKinds } from '../kinds/names'
import { lineText } from './text'

/** The most rows like an entry that are answered one by one. */
export const MOST_ANSWERED = 200

/**
 * What is done with rows like an entry that is there: they are left, made all the same, or a further
 * source of that entry.
 */
export const answersSchema = z.strictObject({
  /** All of them. */
  alike: z.enum(['leave', 'make', 'same']).default('leave'),
  /** Single ones, by `r` and the row's number; the id of an entry where the row is the same as that. */
  rows: z
    .record(
      z.string().regex(/^r\d{1,7}$/),
      z.union([z.enum(['', 'leave', 'make']), z.uuid()], 'Choose what is done with this row.'),
    )
    .refine(
      (rows) => Object.keys(rows).length <= MOST_ANSWERED,
      `Answer at most ${MOST_ANSWERED} rows one by one, and the others for all.`,
    )
    .default({}),
  /** Whether entries that an older edition of the file made stay as they are. */
  keepEntries: z.literal('on').optional(),
})
export type Answers = {
  alike: 'leave' | 'make' | 'same'
  rows?: Record<string, string>
  keepEntries?: 'on' | undefined
}

/** Nothing is done with them. */
export const LEAVE_ALL: Answers = { alike: 'leave' }

/** What is done with the rows of an import that are not simply made. */
export const choicesSchema = answersSchema.extend({ takeGood: z.literal('on').optional() })

/** The fields of a form in which each column of a table has a select of what it becomes. */
export const mappingFormSchema = z.strictObject({
  dayOrder: z.enum(['', 'dmy', 'mdy'], 'Choose which number is the day.').default(''),
  kind: z
    .enum(['', ...entryKinds], 'Choose what it is: a rally, a statement, a report.')
    .default(''),
  /** The name under which the choices are saved for other files; empty for none. */
  remember: lineText(100).default(''),
  /** By `c` and the column's place in the table. */
  columns: z.record(z.string().max(10), z.string().max(100)).default({}),
})

export type MappingForm = z.output<typeof mappingFormSchema>

/** How a file is to be read: the encoding of a text, or the sheet of a workbook. */
export const readingFormSchema = z.strictObject({
  encoding: z.enum(['', ...encodingNames], 'Choose an encoding from the list.').default(''),
  sheet: z.string().max(200, 'Choose a sheet from the list.').default(''),
})

export type ReadingForm = z.output<typeof readingFormSchema>

/** A mapping that a form changed: its rules stay where the column becomes what it did before. */
export function changedMapping(
  before: Mapping,
  columns: readonly string[],
  form: MappingForm,
): Mapping {
  const rules = columns.flatMap((column, index) => {
    const to = form.columns[`c${index}`] ?? ''
    const known = before.columns[column]
    if (!isTarget(to)) return known ? [[column, known] as const] : []
    return [[column, known?.to === to ? known : { to }] as const]
  })
  const { kind: _, ...constants } = before.constants
  // The form asks for the order only where the file does not decide it.
  const dayOrder = form.dayOrder === '' ? before.dayOrder : form.dayOrder
  return {
    ...(dayOrder && { dayOrder }),
    columns: Object.fromEntries(rules),
    constants: { ...constants, ...(form.kind !== '' && { kind: form.kind }) },
  }
}
