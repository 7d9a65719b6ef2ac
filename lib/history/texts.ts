import { fieldLabel } from '../entries/merge'
import { isKeyOf } from '../keys'
import { kinds } from '../kinds/index'
import {
  campaignStatusLabels,
  consentLabels,
  entryStatusLabels,
  organizationKindLabels,
  sourceKindLabels,
} from '../schemas/words'
import { sourceFields } from '../sources/fields'
import type { RecordWithHistory } from './revisions'

const LABELS: Record<string, string> = {
  name: 'Name',
  kind: 'Kind',
  otherNames: 'Other names',
  parentId: 'Part of',
  consent: 'Consent',
  consentReason: 'Why',
  wording: 'Wording',
  targets: 'Targets',
  counterparties: 'Counterparties',
  timeZone: 'Time zone',
  dayOrder: 'Dates such as 2/3/2026',
  weekStart: 'First day of the week',
  slug: 'Address',
  pictures: 'Pictures',
  trashed: 'In the trash',
  organizers: 'Organized by',
  meetsAt: 'Meeting time',
  meetsWhere: 'Meeting place',
  note: 'Notes',
}

/** What a field of a record is called in its history. */
export function revisionLabel(record: RecordWithHistory, field: string): string {
  if (record === 'source' && isKeyOf(sourceFields, field)) return sourceFields[field].label
  return record === 'entry' && field !== 'trashed'
    ? fieldLabel(field)
    : (LABELS[field] ?? fieldLabel(field))
}

// A revision names other records by id, which tells a reader nothing.
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/**
 * A kept value as a text for a reader.
 *
 * @param names of records that a value may refer to, by id
 */
export function revisionText(
  record: RecordWithHistory,
  field: string,
  value: unknown,
  names: ReadonlyMap<string, string>,
): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value))
    return value
      .map((item) => revisionText(record, '', item, names))
      .filter(Boolean)
      .join('; ')
  if (typeof value === 'object' && value !== null) {
    return Object.values(value)
      .map((item) => revisionText(record, '', item, names))
      .filter(Boolean)
      .join(', ')
  }
  if (typeof value !== 'string') return ''
  return (
    labelsOf(record, field)?.[value] ?? value.replaceAll(ID, (id) => names.get(id) ?? 'a record')
  )
}

function labelsOf(record: RecordWithHistory, field: string): Record<string, string> | undefined {
  if (field === 'consent') return consentLabels
  if (field === 'status') return record === 'campaign' ? campaignStatusLabels : entryStatusLabels
  if (field !== 'kind') return undefined
  if (record === 'plan')
    return Object.fromEntries(Object.entries(kinds).map(([name, { label }]) => [name, label]))
  if (record === 'organization') return organizationKindLabels
  return record === 'source' ? sourceKindLabels : undefined
}
