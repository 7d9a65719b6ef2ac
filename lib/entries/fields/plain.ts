import type { Lane } from '../../kinds/names'
import type { Lens } from '../../schemas/words'
import type { FormGroup } from './groups'

/**
 * A field of all entries that is one text in one column of the table `entry`, which has the field's
 * name. From this follow its check, its place in the form, on pages, in shares, files, editions,
 * history, merges and search.
 */
export type PlainField = {
  /** What it is called beside its field, in history, in merges, and where pages show it. */
  label: string
  /** What the form calls it, where that is more helpful. */
  formLabel?: string
  hint?: string
  /** One line, a text of several, or a time of day, which is stored as HH:MM. */
  type: 'line' | 'text' | 'time'
  /** Its longest text, in UTF-16 units. */
  most: number
  /** The part of the form that asks for it. */
  group: FormGroup
  /** The lanes whose entries have it; all where it is left out. */
  lanes?: readonly Lane[]
  /**
   * Where its value is shown: as a line of its own on pages and in files; on pages, and in files
   * where the sentence does not say it; or where a page or a file has a place made for it.
   */
  shown: 'everywhere' | 'on pages' | 'by hand'
  /**
   * The widest lens that shows it, with all closer ones; null for a field that no link can show.
   * `label` names it among the choices of a link.
   */
  lens: { widest: Lens | null; label: string }
  /** What it is called within a sentence about what changed. */
  changed: string
  /** Whether the timeline's own filter looks for words in it; the search of members always does. */
  filtered: boolean
  /** Whether "another like this" begins with it. */
  alike: boolean
  /** The field that it belongs to: both are changed and chosen together. */
  belongsTo?: string
  /** Whether only those may see it who may know the exact place. */
  exactPlace?: true
}

/**
 * The fields of all entries that are one text each, in the order of forms and files.
 *
 * @public A test adds a field to it.
 */
export const plainFields = {
  summary: {
    label: 'Summary',
    formLabel: 'More about it',
    hint: 'What a reader should know, in your own words',
    type: 'text',
    most: 20_000,
    group: 'telling',
    shown: 'by hand',
    lens: { widest: 'public', label: 'Summaries' },
    changed: 'summary',
    filtered: true,
    alike: false,
  },
  participants: {
    label: 'Who took part',
    hint: 'Such as: Amazon workers and advocates',
    type: 'line',
    most: 500,
    group: 'essentials',
    shown: 'on pages',
    lens: { widest: 'public', label: 'Who took part' },
    changed: 'who took part',
    filtered: true,
    alike: true,
  },
  endTime: {
    label: 'Ended at',
    hint: 'By the clocks there: 7pm',
    type: 'time',
    most: 40,
    group: 'details',
    shown: 'everywhere',
    lens: { widest: 'public', label: 'End times' },
    changed: 'end time',
    filtered: false,
    alike: false,
    belongsTo: 'date',
  },
  otherPlaces: {
    label: 'Other places',
    hint: 'Where else it took place, one place a line',
    type: 'text',
    most: 2000,
    group: 'details',
    shown: 'everywhere',
    lens: { widest: 'public', label: 'Other places' },
    changed: 'other places',
    filtered: false,
    alike: true,
    belongsTo: 'place',
    exactPlace: true,
  },
  crowdExpected: {
    label: 'Expected',
    hint: 'How many were expected, as it was said: over 500',
    type: 'line',
    most: 200,
    group: 'crowd',
    shown: 'everywhere',
    lens: { widest: 'public', label: 'Expected crowds' },
    changed: 'expected crowd',
    filtered: false,
    alike: false,
    lanes: ['action'],
  },
  counterProtest: {
    label: 'Counter-protest',
    hint: 'Who, and how many: about 20 supporters of the company',
    type: 'line',
    most: 500,
    group: 'opposition',
    shown: 'everywhere',
    lens: { widest: 'public', label: 'Counter-protests' },
    changed: 'counter-protest',
    filtered: false,
    alike: false,
    lanes: ['action'],
  },
  counterProtestSide: {
    label: 'What the counter-protest was for',
    hint: 'In its own words, if they are known',
    type: 'line',
    most: 500,
    group: 'opposition',
    shown: 'everywhere',
    lens: { widest: 'public', label: 'What counter-protests were for' },
    changed: 'counter-protest',
    filtered: false,
    alike: false,
    lanes: ['action'],
    belongsTo: 'counterProtest',
  },
  arrests: {
    label: 'Arrests',
    hint: 'As it was said: 4, about a dozen, none',
    type: 'line',
    most: 200,
    group: 'opposition',
    shown: 'everywhere',
    lens: { widest: 'public', label: 'Arrests' },
    changed: 'arrests',
    filtered: false,
    alike: false,
    lanes: ['action'],
  },
  injuries: {
    label: 'Injuries',
    hint: 'As it was said: two, one of them badly',
    type: 'line',
    most: 200,
    group: 'opposition',
    shown: 'everywhere',
    lens: { widest: 'public', label: 'Injuries' },
    changed: 'injuries',
    filtered: false,
    alike: false,
    lanes: ['action'],
    belongsTo: 'arrests',
  },
  policeMeasures: {
    label: 'Police measures',
    hint: 'What police or guards did: an order to leave, tear gas',
    type: 'line',
    most: 500,
    group: 'opposition',
    shown: 'everywhere',
    lens: { widest: 'public', label: 'Police measures' },
    changed: 'police measures',
    filtered: false,
    alike: false,
    lanes: ['action'],
    belongsTo: 'arrests',
  },
  measuresSaidBy: {
    label: 'Arrests, injuries and police according to',
    hint: 'Who says so: a lawyer of those arrested, the police',
    type: 'line',
    most: 300,
    group: 'opposition',
    shown: 'everywhere',
    lens: { widest: 'public', label: 'Who reports arrests, injuries and police measures' },
    changed: 'who reports arrests, injuries and police measures',
    filtered: false,
    alike: false,
    lanes: ['action'],
    belongsTo: 'arrests',
  },
  privateNote: {
    label: 'Private note',
    hint: 'For members only, never in a share',
    type: 'text',
    most: 20_000,
    group: 'members',
    shown: 'by hand',
    lens: { widest: null, label: 'Private notes' },
    changed: 'private note',
    filtered: false,
    alike: false,
  },
} as const satisfies Record<string, PlainField>

export type PlainFieldName = keyof typeof plainFields

/** The texts of the plain fields, as an entry has them; empty where nothing is known. */
export type PlainTexts = Record<PlainFieldName, string>

/** The names of the plain fields, in their order. */
export function plainFieldNames(): PlainFieldName[] {
  return Object.keys(plainFields) as PlainFieldName[]
}

/** The definition of a plain field. */
export function plainField(name: PlainFieldName): PlainField {
  return plainFields[name]
}

/** Makes a value for each plain field. */
export function forPlainFields<T>(valueOf: (name: PlainFieldName) => T): Record<PlainFieldName, T> {
  const values: Partial<Record<PlainFieldName, T>> = {}
  for (const name of plainFieldNames()) values[name] = valueOf(name)
  return values as Record<PlainFieldName, T>
}

/** Whether files leave it out where it is empty, since only some records have such a field. */
export function isOptional(name: PlainFieldName): boolean {
  const { shown, lens } = plainField(name)
  return shown === 'everywhere' || lens.widest !== 'public'
}
