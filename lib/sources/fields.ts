import type { SourceKind } from '../schemas/words'

/** A field of sources that is one column, which has the field's name. */
export type SourceField = {
  /** What it is called in the form, on pages, in history and in merges. */
  label: string
  hint?: string
  /**
   * The name of a source; its kind; one line; a text of several; a web address; a date as far as it is
   * known, which is stored as EDTF; or one day.
   */
  type: 'name' | 'kind' | 'line' | 'text' | 'address' | 'date' | 'day'
  /** The longest name, line or text, in UTF-16 units. */
  most?: number
  /**
   * Where a citation shows it, to the readers of a link too: in a place made for it, behind the rest
   * under its label, or nowhere.
   */
  cited: Place
  /** Where files for reference managers have it. */
  reference: Place
  /** A column of the database that is computed from it. */
  computed?: string
}

type Place = 'in its place' | 'behind the rest' | 'nowhere'

/**
 * The fields of sources, in the order of the form. The check, form values, what is read, pages,
 * citations, files, history, edits that meet, merges, the API and the passages of a search follow
 * from it; pictures are rows of their own.
 *
 * @public A test adds a field to it.
 */
export const sourceFields = {
  title: {
    label: 'Title',
    type: 'name',
    most: 500,
    cited: 'in its place',
    reference: 'in its place',
  },
  kind: { label: 'Kind', type: 'kind', cited: 'in its place', reference: 'in its place' },
  publisher: {
    label: 'Publisher',
    type: 'line',
    most: 200,
    cited: 'in its place',
    reference: 'in its place',
  },
  author: {
    label: 'Author',
    type: 'line',
    most: 200,
    cited: 'nowhere',
    reference: 'in its place',
  },
  published: {
    label: 'Published',
    hint: 'Such as 13 Feb 2026.',
    type: 'date',
    cited: 'in its place',
    reference: 'in its place',
  },
  url: {
    label: 'Web address',
    type: 'address',
    cited: 'in its place',
    reference: 'in its place',
  },
  accessedOn: {
    label: 'Accessed',
    hint: 'The day you viewed it.',
    type: 'day',
    cited: 'nowhere',
    reference: 'in its place',
  },
  archiveUrl: {
    label: 'Archived copy',
    hint: 'The address of a permanent copy, such as one in a web archive.',
    type: 'address',
    cited: 'nowhere',
    reference: 'in its place',
  },
  capturedText: {
    label: 'Captured text',
    hint: 'Paste the text. Only members see it; cited passages are highlighted in it.',
    type: 'text',
    most: 500_000,
    cited: 'nowhere',
    reference: 'nowhere',
    computed: 'capturedSha256',
  },
} as const satisfies Record<string, SourceField>

export type SourceFieldName = keyof typeof sourceFields

/** The fields as they are stored; dates are EDTF, `accessedOn` is an ISO day, each empty when unknown. */
export type SourceTexts = Record<Exclude<SourceFieldName, 'kind'>, string> & { kind: SourceKind }

/** The fields that a citation shows. */
export type CitedTexts = Pick<SourceTexts, FieldsIn<'cited'>>
/** The fields that a file for reference managers has. */
export type ReferenceTexts = Pick<SourceTexts, FieldsIn<'reference'>>

// The names of the fields that are shown somewhere.
type FieldsIn<Where extends 'cited' | 'reference'> = {
  [Name in SourceFieldName]: (typeof sourceFields)[Name][Where] extends 'nowhere' ? never : Name
}[SourceFieldName]

/** The fields with their names, in their order. */
export function sourceFieldList(): [SourceFieldName, SourceField][] {
  return Object.entries(sourceFields) as [SourceFieldName, SourceField][]
}

/** Makes a value for each field. */
export function forSourceFields<T>(
  valueOf: (name: SourceFieldName, field: SourceField) => T,
): Record<SourceFieldName, T> {
  return Object.fromEntries(
    sourceFieldList().map(([name, field]) => [name, valueOf(name, field)]),
  ) as Record<SourceFieldName, T>
}

/** The fields that are shown somewhere, as a select reads them. */
export function shownIn<Where extends 'cited' | 'reference'>(
  where: Where,
): Record<FieldsIn<Where>, true> {
  const shown = sourceFieldList().filter(([, field]) => field[where] !== 'nowhere')
  return Object.fromEntries(shown.map(([name]) => [name, true])) as Record<FieldsIn<Where>, true>
}

/** What is shown behind the rest, each under its label. */
export function behindTheRest(
  where: 'cited' | 'reference',
  source: Partial<SourceTexts>,
): { label: string; text: string }[] {
  return sourceFieldList().flatMap(([name, field]) => {
    const text = field[where] === 'behind the rest' ? (source[name] ?? '') : ''
    return text === '' ? [] : [{ label: field.label, text }]
  })
}

/** The fields that people write in words of their own, in which names may stand. */
function proseFields(): [SourceFieldName, SourceField][] {
  return sourceFieldList().filter(([, { type }]) => ['name', 'line', 'text'].includes(type))
}

/** A source, or what is known of it, with all words that people wrote changed. */
export function withProse<Source extends Partial<SourceTexts>>(
  source: Source,
  change: (text: string) => string,
): Source {
  const changed = proseFields().flatMap(([name]): [string, string][] => {
    const text = source[name]
    return text === undefined ? [] : [[name, change(text)]]
  })
  return Object.assign({}, source, Object.fromEntries(changed))
}
