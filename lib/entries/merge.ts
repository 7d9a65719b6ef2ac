import { nestedInput } from '../forms/form-data'
import type { ConflictingText, FieldConflict, FormValues, Joins } from '../forms/state'
import { entryField, entryFieldList, wholeOf } from './fields/index'

/** A form's fields as people see them: rows of a group count as one field. */
export type Fields = Record<string, string>

/** What a field is called beside its two texts. */
export function fieldLabel(field: string): string {
  return entryField(field)?.label ?? field
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
 * that change; a field that both changed differently is a conflict, and keeps both texts. Fields
 * that belong together, such as a place and its coordinates, count as one in this. `taken`
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
  const textsOf = (field: string) => ({
    yours: texts.yours[field] ?? '',
    theirs: texts.theirs[field] ?? '',
  })
  let merged = yours
  for (const whole of new Set([...was.keys(), ...mine.keys(), ...other.keys()])) {
    const [before, me, them] = [was.get(whole), mine.get(whole), other.get(whole)]
    if (me === them || them === before) continue
    const names = new Set([...Object.keys(texts.yours), ...Object.keys(texts.theirs)])
    const differing = [...names]
      .filter((field) => wholeOf(field) === whole)
      .map((field) => ({ field, label: fieldLabel(field), ...textsOf(field) }))
      .filter(({ yours: one, theirs: two }) => one !== two)
    const named =
      differing.length > 0
        ? differing
        : [{ field: whole, label: fieldLabel(whole), ...textsOf(whole) }]
    ;(me === before ? taken : conflicts).push(...named)
    if (me === before) merged = withGroup(merged, theirs, whole)
  }
  return { merged, conflicts, taken }
}

const JOINS: Record<string, Joins> = {
  title: 'line',
  summary: 'paragraphs',
  privateNote: 'paragraphs',
  participants: 'line',
  crowdCountedBy: 'line',
  dateReason: 'line',
  placeReason: 'line',
  crowdReason: 'line',
  tags: 'list',
  ...Object.fromEntries(
    [
      ...['dateClaims', 'placeClaims', 'crowdClaims', 'organizations', 'appearances'],
      ...['demands', 'citations', 'photos', 'links', 'disputes', 'replies'],
    ].map((group) => [group, 'rows']),
  ),
}

/**
 * What was saved in these fields, and how each can be put beside another text of it. Fields that
 * belong together are chosen together: the first of them stands for all.
 */
export function conflictingTexts(
  theirs: FormValues,
  fields: string[],
): Record<string, ConflictingText> {
  const texts = new Map<string, [string, ConflictingText]>()
  for (const field of fields) {
    const whole = wholeOf(field)
    if (texts.has(whole)) continue
    const parts = entryFieldList()
      .map(([name]) => String(name))
      .filter((name) => wholeOf(name) === whole)
    const joins = parts.length === 1 ? JOINS[field] : undefined
    const text = { values: groupOf(theirs, whole), fields: parts, ...(joins && { joins }) }
    texts.set(whole, [field, text])
  }
  return Object.fromEntries(texts.values())
}

/**
 * What two edits are compared by, for each whole of fields that belong together. Their texts would not
 * do: words that move from one part of a row to another leave the row's text as it was.
 */
export function contentsOf(values: FormValues): Map<string, string> {
  const wholes = new Map<string, [string, unknown][]>()
  for (const [name, value] of Object.entries(nestedInput(values).input)) {
    const content = NOT_FIELDS.has(name) ? undefined : contentOf(value)
    if (content === undefined) continue
    const whole = wholeOf(name)
    wholes.set(whole, [...(wholes.get(whole) ?? []), [name, content]])
  }
  return new Map(
    [...wholes].map(([whole, parts]) => [whole, JSON.stringify(inOrderOfNames(parts))]),
  )
}

function inOrderOfNames(parts: [string, unknown][]): [string, unknown][] {
  return parts.sort(([one], [other]) => (one < other ? -1 : 1))
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
    .map(([name, part]): [string, unknown] => [name, contentOf(part)])
    .filter(([, part]) => part !== undefined)
  return parts.length > 0 ? inOrderOfNames(parts) : undefined
}

/** Values with the fields of a whole from others. */
export function withGroup(values: FormValues, from: FormValues, whole: string): FormValues {
  return {
    ...Object.fromEntries(Object.entries(values).filter(([name]) => !belongsTo(whole, name))),
    ...groupOf(from, whole),
  }
}

function groupOf(values: FormValues, whole: string): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => belongsTo(whole, name)))
}

function belongsTo(whole: string, name: string): boolean {
  return wholeOf(name.split('.')[0] ?? '') === whole
}
