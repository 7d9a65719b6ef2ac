import type { Lane } from '../../kinds/names'
import type { Lens } from '../../schemas/words'

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
  /** One line, or a text of several. */
  type: 'line' | 'text'
  /** Its longest text, in UTF-16 units. */
  most: number
  /**
   * Where the form asks for it: beside the size of the crowd, where the entry is told in words, or
   * beside tags.
   */
  section: 'taking part' | 'telling' | 'keeping'
  /** The lanes whose entries have it; all where it is left out. */
  lanes?: readonly Lane[]
  /**
   * Where its value is shown: as a line of its own on pages and in files; on pages alone, because
   * sentences say it in files; or where a page or a file has a place made for it.
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
}

/** The fields of all entries that are one text each, in the order of forms and files. */
export const plainFields = {
  summary: {
    label: 'Summary',
    formLabel: 'More about it',
    hint: 'What a reader should know, in your own words',
    type: 'text',
    most: 20_000,
    section: 'telling',
    shown: 'by hand',
    lens: { widest: 'public', label: 'Summaries' },
    changed: 'summary',
    filtered: true,
    alike: false,
  },
  participants: {
    label: 'Who took part',
    hint: 'In words: Amazon workers and local advocacy groups',
    type: 'line',
    most: 500,
    section: 'taking part',
    shown: 'on pages',
    lens: { widest: 'public', label: 'Who took part' },
    changed: 'who took part',
    filtered: true,
    alike: true,
  },
  privateNote: {
    label: 'Private note',
    hint: 'For members only, never in a share',
    type: 'text',
    most: 20_000,
    section: 'keeping',
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
  return Object.fromEntries(plainFieldNames().map((name) => [name, valueOf(name)])) as Record<
    PlainFieldName,
    T
  >
}

/** The plain fields that an entry shows as lines of their own, each with its label. */
export function plainLines(
  entry: PlainTexts,
  where: 'pages' | 'files',
): { name: PlainFieldName; label: string; text: string }[] {
  return plainFieldNames().flatMap((name) => {
    const { shown, label } = plainField(name)
    const told = shown === 'everywhere' || (shown === 'on pages' && where === 'pages')
    return told && entry[name] !== '' ? [{ name, label, text: entry[name] }] : []
  })
}
