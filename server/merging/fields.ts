import 'server-only'
import { dateInWords } from '@/lib/dates/words'
import { findKind, kindOf } from '@/lib/kinds/index'
import type { MergeableRecord } from '@/lib/merging'
import { consentLabels, organizationKindLabels, sourceKindLabels } from '@/lib/schemas/words'

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
  source: [
    plain('title', 'Title'),
    named('kind', 'Kind', sourceKindLabels),
    plain('url', 'Web address'),
    plain('publisher', 'Publisher'),
    plain('author', 'Author'),
    { ...plain('published', 'Published'), text: (row) => day(row.published) },
    {
      ...plain('accessedOn', 'Accessed', 'accessed_on'),
      text: (row) => day(textOf(row.accessed_on).slice(0, 10)),
    },
    plain('archiveUrl', 'Archived copy', 'archive_url'),
    {
      ...plain('capturedText', 'Captured text', 'captured_text'),
      columns: ['captured_text', 'captured_sha256'],
    },
  ],
  entry: [
    plain('title', 'Title'),
    {
      ...{ field: 'kind', label: 'Kind', columns: ['kind', 'lane', 'details'] },
      text: ({ kind, details }) => {
        const found = findKind(kind)
        const more = Object.values(details ?? {}).filter(Boolean)
        return [found ? kindOf(found).label : '', ...more.map(String)].join('\n')
      },
    },
    {
      field: 'date',
      label: 'When',
      columns: ['edtf', 'first_day', 'last_day', 'time_of_day', 'time_zone'],
      text: ({ edtf, time_of_day }) =>
        dateInWords(String(edtf), { time: typeof time_of_day === 'string' ? time_of_day : null }),
    },
    {
      ...plain('place', 'Where'),
      columns: ['place', 'place_precision', 'place_hidden_until', 'latitude', 'longitude'],
    },
    {
      field: 'crowd',
      label: 'Crowd size',
      columns: ['crowd_low', 'crowd_high', 'crowd_words', 'crowd_counted_by'],
      text: ({ crowd_words, crowd_counted_by }) =>
        [crowd_words, crowd_counted_by].filter(Boolean).map(String).join(', '),
    },
    plain('participants', 'Who took part'),
    plain('summary', 'Summary'),
    plain('privateNote', 'Private note', 'private_note'),
  ],
}

/** How a record is called beside another one. */
export function nameOfRow(row: JsonRow): string {
  return textOf(row.name ?? row.title)
}

/** What follows by itself when two records become one, in words for who decides. */
export const mergeRules: Record<MergeableRecord, string[]> = {
  organization: [
    'The name that is not kept becomes another name.',
    'Of two days on which to ask again about the same, the kept one’s stays.',
  ],
  person: [
    'The name that is not kept becomes another name.',
    `Of two consents the stricter holds: ${Object.values(consentLabels).join(', ').toLowerCase()}, from the strictest to the loosest.`,
  ],
  source: ['Everything that cites either cites the kept one.'],
  entry: [
    'Tags of both stay. Whether it is published stays as it is at the kept entry.',
    'Of two working values of one field, the kept entry’s stays the working one; the other stays beside it.',
  ],
}
