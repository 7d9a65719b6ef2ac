import 'server-only'
import { entryFieldList, type ComposedFields } from '@/lib/entries/fields/index'
import type { ColumnRule } from '@/lib/entries/fields/define'
import type { PlainFieldName } from '@/lib/entries/fields/plain'
import type { LensRules } from '@/lib/shares/lens'

type KeysOf<T> = T extends unknown ? keyof T : never

/** A column of the table `entry` that holds a field, by its name in the database client. */
export type EntryColumn = PlainFieldName | KeysOf<ComposedFields[keyof ComposedFields]['columns']>

/** The columns of all fields, each with when it is read for a link. */
const entryColumns = Object.assign(
  {},
  ...entryFieldList().map(([, { columns }]) => columns),
) as Record<EntryColumn, ColumnRule>

/** A value for each column. */
export function forColumns<T>(valueOf: (rule: ColumnRule) => T): Record<EntryColumn, T> {
  const pairs = Object.entries(entryColumns).map(([name, rule]) => [name, valueOf(rule)])
  return Object.fromEntries(pairs) as Record<EntryColumn, T>
}

/** Whether a link's rules let a column be read. */
export function isRead(rule: ColumnRule, { fields, places }: LensRules): boolean {
  if (rule === 'always') return true
  const [needs, , together] = rule
  if (needs === 'never') return false
  if (needs === 'places') return places !== 'none'
  if (together && places !== 'exact') return false
  return fields.includes(needs) && (needs !== 'coordinates' || places !== 'none')
}

/** The columns of these fields as the database itself calls them. */
export function databaseColumns(fields: readonly { columns: Readonly<Record<string, unknown>> }[]) {
  return fields.flatMap(({ columns }) => Object.keys(columns)).map(columnName)
}

/** A column as the database itself calls it. */
export function columnName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
