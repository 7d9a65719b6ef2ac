import { dateInWords } from '../dates/words'
import { entryFieldList, wholeOf } from '../entries/fields/index'
import { rowCount } from '../forms/form-data'
import type { FormValues } from '../forms/state'
import { findKind, kindOf } from '../kinds/index'
import type { EntryInput } from '../schemas/entry'

/** What a row says, as the entry's form would show it; without its file. */
export type Said = Record<string, string>

/** What a row says, by the names of the form's fields. */
export function saidBy(values: FormValues, input: EntryInput): Said {
  const said: Said = {}
  for (const [name, value] of Object.entries(values)) {
    const root = name.split('.')[0] ?? ''
    if (root !== 'citations' && typeof value === 'string') said[name] = shownAs(name, value, input)
  }
  // The last one is the file itself.
  for (const [index, { url, title }] of input.citations.slice(0, -1).entries()) {
    said[`citations.${index}.url`] = url
    said[`citations.${index}.title`] = title
  }
  return said
}

function shownAs(name: string, text: string, input: EntryInput): string {
  if (name === 'date') return dateInWords(input.date.edtf, { time: input.date.time })
  if (name === 'crowd') return input.crowd.words
  if (name === 'tags') return text
  const read: unknown = Object.entries(input).find(([field]) => field === name)?.[1]
  return typeof read === 'string' || typeof read === 'number' ? String(read) : text.trim()
}

// Rows by their names, in no order and whatever their case, as the record keeps them.
export function contentOf(values: FormValues, whole: string): string {
  return JSON.stringify(
    namesIn(whole)
      .map((name) => [name, listOf(values, name).sort()])
      .filter(([, texts]) => texts && texts.length > 0),
  )
}

/** What one field says, row by row. */
export function listOf(values: FormValues, name: string): string[] {
  const own = values[name]
  const words = typeof own === 'string' ? (name === 'tags' ? own.split(',') : [own]) : null
  if (words) return words.map((text) => text.trim()).filter((text) => text !== '')
  return Array.from({ length: rowCount(values, name) }, (_, index) => {
    const [called = '', part = ''] = ['name', 'part'].map((one) =>
      String(values[`${name}.${index}.${one}`] ?? ''),
    )
    return `${called.toLowerCase()} ${part}`.trim()
  }).filter((text) => text !== '')
}

/** What some fields say, for people. */
export function textOf(values: FormValues, names: readonly string[]): string {
  const texts = names.flatMap((name) => {
    const own = values[name]
    if (typeof own === 'string') return own === '' ? [] : [name === 'kind' ? kindIn(own) : own]
    return Array.from({ length: rowCount(values, name) }, (_, index) =>
      String(values[`${name}.${index}.name`] ?? ''),
    )
  })
  return texts.filter((text) => text !== '').join('; ')
}

function kindIn(name: string): string {
  const kind = findKind(name)
  return kind ? kindOf(kind).label : name
}

/** The fields of a whole that a file can say. */
export function namesIn(whole: string): string[] {
  return entryFieldList()
    .map(([name]) => String(name))
    .filter((name) => wholeOf(name) === whole && !NOT_SAID.has(name))
}

const NOT_SAID = new Set(['town', 'dateReason', 'placeReason', 'crowdReason'])

/** The field that a name in a form is of. */
export function rootOf(name: string): string {
  return name.split('.')[0] ?? ''
}
