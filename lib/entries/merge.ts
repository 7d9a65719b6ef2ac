import { nestedInput } from '../forms/form-data'
import type { FieldConflict, FormValues } from '../forms/state'

/** A form's fields as people see them: rows of a group count as one field. */
export type Fields = Record<string, string>

const LABELS: Record<string, string> = {
  kind: 'What it is',
  status: 'Status',
  title: 'Title',
  summary: 'Summary',
  date: 'When',
  dateReason: 'Why this date',
  dateClaims: 'Dates by source',
  place: 'Where',
  placePrecision: 'Place in shares',
  latitude: 'Latitude',
  longitude: 'Longitude',
  placeHiddenUntil: 'Place hidden until',
  placeReason: 'Why this place',
  placeClaims: 'Places by source',
  crowd: 'Crowd size',
  crowdCountedBy: 'Counted by',
  crowdReason: 'Why this size',
  crowdClaims: 'Sizes by source',
  participants: 'Who took part',
  accordingTo: 'According to',
  organizations: 'Organizations',
  appearances: 'People and their words',
  demands: 'Demands',
  citations: 'Sources',
  inquiry: 'Inquiry',
  photos: 'Photos',
  links: 'Links to other entries',
  details: 'Details',
  tags: 'Tags',
  privateNote: 'Private note',
}

/** What a field is called beside its two texts. */
export function fieldLabel(field: string): string {
  return LABELS[field] ?? field
}

// What a save makes anew or a form adds for itself tells a reader nothing.
const NOT_FIELDS = new Set(['id', 'version', 'requestKey'])
const NOT_CONTENT = new Set([...NOT_FIELDS, 'kind', 'prefix', 'suffix'])

// A row names a record that is known by its id, and shows its words beside it: the id is what the row
// says, whatever the record is called by now, and the words are what a reader reads.
const SHOWN_WITH: Record<string, string[]> = {
  demand: ['wording', 'targets', 'counterparties'],
  source: ['title', 'url', 'publisher', 'kind'],
}

function isReference(name: string, value: unknown): boolean {
  return (
    Object.hasOwn(SHOWN_WITH, name) && typeof value === 'string' && /^[\da-f-]{36}$/.test(value)
  )
}

/** Groups a form's values by the field that a person sees, leaving out empty rows and what is not content. */
export function fieldsOf(values: FormValues): Fields {
  const fields: Fields = {}
  for (const [name, value] of Object.entries(nestedInput(values).input)) {
    const text = NOT_FIELDS.has(name) || name === 'town' ? '' : textOf(value)
    if (text !== '') fields[name] = name === 'kind' ? text.replaceAll('_', ' ') : text
  }
  return fields
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n').trim()
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('\n')
  if (typeof value !== 'object' || value === null) return ''
  const row = Object.entries(value)
  const words = new Set(row.filter(([, part]) => textOf(part) !== '').map(([name]) => name))
  return row
    .filter(([name]) => !NOT_CONTENT.has(name))
    .filter(
      ([name, part]) =>
        !isReference(name, part) || !SHOWN_WITH[name]?.some((one) => words.has(one)),
    )
    .map(([, part]) => textOf(part))
    .filter(Boolean)
    .join(' · ')
}

/**
 * Puts two people's changes to one record together. A field that only one of them changed takes
 * that change; a field that both changed differently is a conflict, and keeps both texts. `taken`
 * are the fields that only the first changed: where there is a conflict nothing is put together, so
 * they must be told too, or saving again would silently undo them.
 *
 * @param base what both began with, as form values
 * @param yours what the second sends
 * @param theirs what the first has saved
 */
export function mergeEdits(
  base: FormValues,
  yours: FormValues,
  theirs: FormValues,
): { merged: FormValues; conflicts: FieldConflict[]; taken: FieldConflict[] } {
  const was = contentsOf(base)
  const mine = contentsOf(yours)
  const other = contentsOf(theirs)
  const texts = { yours: fieldsOf(yours), theirs: fieldsOf(theirs) }
  const conflicts: FieldConflict[] = []
  const taken: FieldConflict[] = []
  let merged = yours
  for (const field of new Set([...was.keys(), ...mine.keys(), ...other.keys()])) {
    const [before, me, them] = [was.get(field), mine.get(field), other.get(field)]
    if (me === them || them === before) continue
    const both = { yours: texts.yours[field] ?? '', theirs: texts.theirs[field] ?? '' }
    ;(me === before ? taken : conflicts).push({ field, label: fieldLabel(field), ...both })
    if (me === before) merged = withGroup(merged, theirs, field)
  }
  return { merged, conflicts, taken }
}

// What two edits are compared by. Their texts would not do: words that move from one part of a
// row to another leave the row's text as it was.
function contentsOf(values: FormValues): Map<string, string> {
  const contents = new Map<string, string>()
  for (const [name, value] of Object.entries(nestedInput(values).input)) {
    const content = NOT_FIELDS.has(name) ? undefined : contentOf(value)
    if (content !== undefined) contents.set(name, JSON.stringify(content))
  }
  return contents
}

// Parts are in the order of their names, and what is empty counts as absent.
function contentOf(value: unknown): unknown {
  if (typeof value === 'string') return textOf(value) || undefined
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) {
    const rows = value.map(contentOf).filter((row) => row !== undefined)
    return rows.length > 0 ? rows : undefined
  }
  const known = Object.entries(value).flatMap(([name, part]) =>
    isReference(name, part) ? (SHOWN_WITH[name] ?? []) : [],
  )
  const parts = Object.entries(value)
    .filter(([name]) => !NOT_CONTENT.has(name) && !known.includes(name))
    .map(([name, part]) => [name, contentOf(part)] as const)
    .filter(([, part]) => part !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return parts.length > 0 ? parts : undefined
}

function withGroup(values: FormValues, from: FormValues, group: string): FormValues {
  const belongs = ([name]: [string, unknown]) => name.split('.')[0] === group
  return Object.fromEntries([
    ...Object.entries(values).filter((entry) => !belongs(entry)),
    ...Object.entries(from).filter(belongs),
  ])
}
