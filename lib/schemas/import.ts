import { z } from 'zod'
import { encodingNames } from '../imports/decode'
import type { ColumnRule, Mapping } from '../imports/mapping'
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
  /** What is done with words of a column that its field does not understand, by the same names. */
  unclear: z
    .record(z.string().max(10), z.enum(['refuse', 'words'], 'Choose what is done with such words.'))
    .default({}),
  /** What the words of a column mean, by the same names, and by `w` and the word's place among the unknown ones. */
  kinds: z
    .record(
      z.string().max(10),
      z.record(
        z.string().max(10),
        z.enum(['', ...entryKinds], 'Choose what it is: a rally, a statement, a report.'),
      ),
    )
    .default({}),
})

export type MappingForm = z.output<typeof mappingFormSchema>

/** How a file is to be read: the encoding of a text, or the sheet of a workbook. */
export const readingFormSchema = z.strictObject({
  encoding: z.enum(['', ...encodingNames], 'Choose an encoding from the list.').default(''),
  sheet: z.string().max(200, 'Choose a sheet from the list.').default(''),
})

export type ReadingForm = z.output<typeof readingFormSchema>

/**
 * A mapping that a form changed: its rules stay where the column becomes what it did before, but for what the
 * form says of words that are not understood.
 *
 * @param wordsOf the words of a column to which the form gives kinds.
 */
export function changedMapping(
  before: Mapping,
  columns: readonly string[],
  form: MappingForm,
  wordsOf: (index: number, rule: ColumnRule) => string[] = () => [],
): Mapping {
  const rules = columns.flatMap((column, index) => {
    const at = `c${index}`
    const to = form.columns[at] ?? ''
    const known = before.columns[column]
    if (!isTarget(to)) return known ? [[column, known] as const] : []
    const rule = known?.to === to ? known : { to }
    const { unclear, ...others } = rule
    const keeps = form.unclear[at] === undefined ? unclear : unclearOf(form.unclear[at])
    const values = to === 'kind' ? kindsFor(rule, form.kinds[at] ?? {}, wordsOf, index) : null
    return [
      [column, { ...others, ...(keeps && { unclear: keeps }), ...(values && { values }) }] as const,
    ]
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

const unclearOf = (chosen: 'refuse' | 'words') => (chosen === 'words' ? chosen : undefined)

/** The kinds of words as they were with those that the form gives; null where it gives none. */
function kindsFor(
  rule: ColumnRule,
  given: Record<string, string>,
  wordsOf: (index: number, rule: ColumnRule) => string[],
  index: number,
): Record<string, string> | null {
  if (Object.keys(given).length === 0) return null
  const values = new Map(Object.entries(rule.values ?? {}))
  for (const [place, word] of wordsOf(index, rule).entries()) {
    const kind = given[`w${place}`]
    if (kind === undefined) continue
    for (const known of [...values.keys()])
      if (known.toLowerCase() === word.toLowerCase()) values.delete(known)
    if (kind !== '') values.set(word, kind)
  }
  return Object.fromEntries(values)
}
