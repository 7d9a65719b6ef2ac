import type { z } from 'zod'
import type { DateContext } from '../../dates/context'
import type { FormValues } from '../../forms/state'
import type { EntryKind } from '../../kinds/names'
import type { EntryDto } from '../../record'
import type { LensField } from '../../shares/lens'
import type { LinkedEntry } from '../../shares/record'
import type { FormGroup } from './groups'

/** By what an entry is checked: its kind, and how its dates are read. */
export type EntryContext = { kind: EntryKind; when: DateContext }

/**
 * When a column is read for a link: always, never, where the link shows places, or where it shows a
 * field, and for some fields only together with exact places. What is not read has the second value
 * instead.
 */
export type ColumnRule =
  | 'always'
  | readonly ['never' | 'places' | LensField, unknown]
  | readonly [LensField, unknown, 'with exact places']

/** How readers of a link are told that a field changed. */
export type Change = {
  /** What changed, within a sentence. */
  words: string
  /** What the link must show. */
  needs: readonly LensField[]
  /** Told only to those who may know the exact place. */
  exactPlace?: true
  /** Told only by comparing what readers saw, since the form may name what they may not see. */
  comparedOnly?: true
}

/** All that the program knows of one field of all entries. */
export type EntryField = {
  /** What it is called in its history, in merges and in conflicts of edits. */
  label: string
  /** The check of what a form, an import or the API gives; must allow the field to be left out. */
  schema: (context: EntryContext) => z.ZodType
  /** The columns of the table `entry` that hold it; none for what has rows of its own. */
  columns: Readonly<Record<string, ColumnRule>>
  /** The part of the form that asks for it. */
  group: FormGroup
  /** Its form value where nobody has chosen anything, if that is not empty. */
  usual?: string
  /** Its value as form fields, which `schema` reads back into the same value. */
  values: (entry: EntryDto) => FormValues
  /** The parts of a shared entry that say it, each as it is where nothing is known. */
  shown: Partial<LinkedEntry>
  /** Null for what readers are never told of. */
  change: Change | null
  /** The field that it belongs to: both are changed and chosen together. */
  belongsTo?: string
  /**
   * What becomes of it when two entries become one: somebody chooses one of two values, the rows of
   * both stay, or a rule of server/merging/own-values.ts decides.
   */
  merged: 'chosen' | 'both' | 'by rule'
  /** Its columns in a table, with their names. */
  csv: readonly (readonly [string, (entry: LinkedEntry) => string])[]
  /** Whether an empty column of it is left out, since it would only say that there is such a field. */
  csvIfAny?: true
  /** What "another like this" begins with. */
  alike: 'same' | 'nothing' | ((entry: EntryDto) => FormValues)
}
