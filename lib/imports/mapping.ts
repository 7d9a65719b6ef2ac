import { z } from 'zod'
import { entryKinds } from '../kinds/names'
import '../schemas/messages'
import { lineText } from '../schemas/text'
import { targetNames, type Target } from './targets'

const name = () => z.string().max(300)

const rule = z.strictObject({
  to: z.enum(targetNames, 'Choose what this column becomes.'),
  /** Whether its words are kept in the summary as well, under its name. */
  keep: z.boolean().optional(),
  /** What its words mean, whatever their case: "Protest" as `rally`; `*` for any other. */
  values: z.record(name(), z.string().max(300)).optional(),
  /** What separates the items of a list, where it is neither a semicolon, a bar nor a new line. */
  separator: z.string().min(1).max(5).optional(),
  /** Whether words that its field refuses go into the summary, instead of refusing the row. */
  unclear: z.literal('words').optional(),
  /** Whether one of its words may also say what it is, where no other column does. */
  kind: z.literal(true).optional(),
  /** "sacramento-california-usa" as a place. */
  hyphens: z.literal(true).optional(),
})
export type ColumnRule = z.output<typeof rule>

/** What the columns of a table become. It is written by hand, proposed, or that of a known format. */
export const mappingSchema = z.strictObject({
  /** The order of day and month in 2/3/2026; left out where the file has no such date. */
  dayOrder: z.enum(['dmy', 'mdy'], 'Choose dmy or mdy.').optional(),
  /** By the column's name; a column that is not named is left out. */
  columns: z.record(name(), rule),
  /** What each row has where its columns say nothing; `{Column}` stands for the words of a column. */
  constants: z
    .partialRecord(z.enum(targetNames), lineText(500))
    .default({})
    .refine(
      ({ kind }) => kind === undefined || (entryKinds as readonly string[]).includes(kind),
      'Choose what it is: a rally, a statement, a report.',
    ),
})
export type Mapping = z.output<typeof mappingSchema>

/** A format of tables that is known by its columns. */
export type Format = {
  label: string
  /** Columns by which it is known, all of which it has. */
  known: readonly string[]
  mapping: Mapping
  /** What it has that is left out, and why. */
  note?: string
}

/** A mapping under construction: what each of these columns becomes. */
export function columnsTo(
  ...pairs: readonly (readonly [string, Target, Omit<ColumnRule, 'to'>?])[]
): Mapping['columns'] {
  return Object.fromEntries(pairs.map(([column, to, more]) => [column, { to, ...more }]))
}

/** The columns that a mapping makes something of. */
export function columnsNamed({ columns }: Mapping): string[] {
  return Object.keys(columns)
}

/** Whether a table has all columns that a mapping names. */
export function hasAllColumns(named: readonly string[], columns: readonly string[]): boolean {
  const present = new Set(columns)
  return named.length > 0 && named.every((column) => present.has(column))
}
