import 'server-only'
import { dateInWords } from '@/lib/dates/words'
import { entryFieldList, wholeOf } from '@/lib/entries/fields/index'
import type { MergeableRecord } from '@/lib/merging'
import { consentLabels, organizationKindLabels, sourceKindLabels } from '@/lib/schemas/words'
import { sourceFieldList, type SourceField } from '@/lib/sources/fields'
import { columnName, databaseColumns } from '../entries/columns'

/** A row as the database gives it in JSON, by the names of its columns. */
export type JsonRow = Record<string, unknown>

/** Columns that are chosen together, and how they read. */
export type FieldGroup = {
  field: string
  label: string
  columns: string[]
  text: (row: JsonRow) => string
}

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const plain = (field: string, label: string, column = field): FieldGroup => ({
  field,
  label,
  columns: [column],
  text: (row) => textOf(row[column]),
})
const named = (field: string, label: string, labels: Record<string, string>): FieldGroup => ({
  ...plain(field, label),
  text: (row) => labels[String(row[field])] ?? '',
})
const day = (edtf: unknown) =>
  typeof edtf === 'string' && edtf !== '' ? dateInWords(edtf, { weekday: false }) : ''

/** What two records of a sort may differ in; what they share or what only moves is not here. */
export const mergedFields: Record<MergeableRecord, FieldGroup[]> = {
  organization: [
    plain('name', 'Name'),
    named('kind', 'Kind', organizationKindLabels),
    { ...plain('parentId', 'Part of', 'parent_id'), text: (row) => textOf(row.parent_name) },
  ],
  person: [plain('name', 'Name')],
  source: sourceFieldList().map(([field, definition]) => sourceGroup(field, definition)),
  entry: entryGroups(),
}

function sourceGroup(field: string, { label, type, computed }: SourceField): FieldGroup {
  const column = columnName(field)
  const columns = [column, ...(computed ? [columnName(computed)] : [])]
  switch (type) {
    case 'kind':
      return { ...named(field, label, sourceKindLabels), columns }
    case 'date':
      return { field, label, columns, text: (row) => day(row[column]) }
    case 'day':
      // A day of the database may come with an hour.
      return { field, label, columns, text: (row) => day(textOf(row[column]).slice(0, 10)) }
    default:
      return { ...plain(field, label, column), columns }
  }
}

// One group for each whole of fields that belong together, read as the entry's form shows it.
function entryGroups(): FieldGroup[] {
  const chosen = entryFieldList().filter(([, { merged }]) => merged === 'chosen')
  return chosen.flatMap(([field, { label, belongsTo }]) => {
    if (belongsTo) return []
    const group = chosen.filter(([name]) => wholeOf(name) === field)
    return {
      field,
      label,
      columns: databaseColumns(group.map(([, definition]) => definition)),
      text: ({ texts }) =>
        formTexts(
          texts,
          group.map(([name]) => name),
        ),
    }
  })
}

function formTexts(texts: unknown, names: string[]): string {
  const known = new Map(Object.entries(texts ?? {}))
  return names
    .map((name) => textOf(known.get(name)))
    .filter(Boolean)
    .join('\n')
}

/** How a record is called beside another one. */
export function nameOfRow(row: JsonRow): string {
  return textOf(row.name ?? row.title)
}

/** What follows by itself when two records become one, in words for who decides. */
export const mergeRules: Record<MergeableRecord, string[]> = {
  organization: [
    'The name you do not choose is added to its other names.',
    'If both have a follow-up about the same thing, the one of the record that stays is used.',
  ],
  person: [
    'The name you do not choose is added to its other names.',
    `The stricter of two consents applies: ${Object.values(consentLabels).join(', ').toLowerCase()}, from the strictest to the loosest.`,
  ],
  source: ['Everything that cites either will cite the source that stays.'],
  entry: [
    'Tags of both are combined. The entry that stays keeps its status.',
    'The stricter way to show the place in shares applies, and the later of two days until which it is hidden.',
    'If both have a working value for a field, the one from the entry you take the field from stays the working value; the other is shown beside it.',
  ],
}
