import { fieldLabel } from '../entries/merge'
import { wholeOf } from '../entries/fields/index'
import { likeTitles } from '../entries/alike'
import { rowCount } from '../forms/form-data'
import type { FormValues } from '../forms/state'
import type { AppearanceRole } from '../schemas/words'
import { contentOf, namesIn, rootOf, textOf, type Said } from './said'

/** A field that a newer edition of a file says otherwise than the older one. */
export type EditedField = { field: string; label: string; entry: string; file: string }

/** What a newer edition makes of an entry. */
export type Edition = {
  /** The entry's form with what nobody changed taken from the file. */
  values: FormValues
  taken: EditedField[]
  /** What people changed since the file came, which stays. */
  left: EditedField[]
}

const LIKE = 0.5

/** What makes files editions of one: their format, or their name without numbers; empty for pasted cells. */
export function seriesOf(name: string, format: string | null, pasted: string): string {
  if (format) return format
  if (name === pasted) return ''
  const stem = name.toLowerCase().replace(/\.[a-z]+$/, '')
  const words = stem.replaceAll(/\bcopy\b|[^\p{L}]+/gu, ' ').trim()
  return words || stem
}

/**
 * Whether two rows under one key can be one event: a running number may have moved to another row,
 * so a title, the day or a source must be the same or nearly so.
 */
export function samePlausibly(older: Said, newer: Said): boolean {
  const urls = new Set(textsOf(older, /^citations\.\d+\.url$/))
  return (
    older.date === newer.date ||
    likeTitles(older.title ?? '', newer.title ?? '') >= LIKE ||
    textsOf(newer, /^citations\.\d+\.url$/).some((url) => urls.has(url))
  )
}

/**
 * Puts a newer edition of a row together with the entry that an older one made: what the file says
 * otherwise now is taken where the entry still says what the file said then, and else is left. Sources
 * are only ever added.
 *
 * @param file how the newer file is cited; null where it is already.
 */
export function newEdition(
  now: FormValues,
  older: Said,
  newer: Said,
  file: { title: string; exact: string } | null,
): Edition {
  const edition: Edition = { values: now, taken: [], left: [] }
  const roots = [...Object.keys(older), ...Object.keys(newer)].map((name) => rootOf(name))
  for (const whole of new Set(roots.filter((root) => root !== 'citations').map(wholeOf))) {
    const names = [...Object.keys(older), ...Object.keys(newer)].filter(
      (name) => wholeOf(rootOf(name)) === whole,
    )
    const put = (said: Said) => withSaid(edition.values, said, names)
    const [then, next] = [contentOf(put(older), whole), contentOf(put(newer), whole)]
    const mine = contentOf(edition.values, whole)
    if (then === next || mine === next) continue
    const told = {
      ...{ field: whole, label: fieldLabel(whole) },
      ...{
        entry: textOf(edition.values, namesIn(whole)),
        file: textOf(put(newer), namesIn(whole)),
      },
    }
    if (mine !== then || hasOwn(now, whole)) edition.left.push(told)
    else {
      edition.values = put(newer)
      edition.taken.push(told)
    }
  }
  return file ? withSources(edition, older, newer, file) : edition
}

function withSources(
  edition: Edition,
  older: Said,
  newer: Said,
  file: { title: string; exact: string },
): Edition {
  const urls = (said: Said) => {
    const count = rowCount(said, 'citations')
    return Array.from({ length: count }, (_, index) => ({
      url: said[`citations.${index}.url`] ?? '',
      title: said[`citations.${index}.title`] ?? '',
    }))
  }
  const known = new Set(urls(older).map(({ url, title }) => url || title))
  const more = urls(newer).filter(({ url, title }) => !known.has(url || title))
  if (more.length > 0)
    edition.taken.push({
      ...{ field: 'citations', label: fieldLabel('citations'), entry: '' },
      file: more.map(({ url, title }) => url || title).join('; '),
    })
  if (edition.taken.length === 0) return edition
  const first = rowCount(edition.values, 'citations')
  const cited = Array.from({ length: first }, (_, index) =>
    ['title', 'exact'].map((name) => edition.values[`citations.${index}.${name}`]),
  )
  const isCited = cited.some(([title, exact]) => title === file.title && exact === file.exact)
  const rows = [...more, ...(isCited ? [] : [{ ...file, url: '', kind: 'primary_document' }])]
  const added = rows.flatMap((row, index): [string, string][] =>
    Object.entries(row).map(([name, text]) => [`citations.${first + index}.${name}`, text]),
  )
  return { ...edition, values: { ...edition.values, ...Object.fromEntries(added) } }
}

function withSaid(values: FormValues, said: Said, names: readonly string[]): FormValues {
  const roots = new Set(names.filter((name) => name.includes('.')).map(rootOf))
  const others = Object.entries(values).filter(
    ([name]) => !names.includes(name) && !roots.has(rootOf(name)),
  )
  const own = names.flatMap((name): [string, string][] => {
    const text = said[name]
    return text === undefined ? [] : [[name, text]]
  })
  return { ...Object.fromEntries(others), ...Object.fromEntries(own) }
}

// What the schema gives to people of whom nothing is said.
const ROLE_OF_ALL: AppearanceRole = 'speaker'

// What no file says, so that somebody chose it.
function hasOwn(values: FormValues, whole: string): boolean {
  const filled = (test: RegExp) =>
    Object.entries(values).some(([name, value]) => test.test(name) && value !== '')
  if (whole === 'place') return filled(/^town$/)
  if (whole === 'kind') return filled(/^(?:alsoKind$|details\.)/)
  return (
    whole === 'appearances' &&
    (filled(/^appearances\.\d+\.(?:quotes\.|description|affiliation)/) ||
      Object.entries(values).some(
        ([name, value]) => /^appearances\.\d+\.role$/.test(name) && value !== ROLE_OF_ALL,
      ))
  )
}

function textsOf(said: Said, names: RegExp): string[] {
  return Object.entries(said).flatMap(([name, text]) => (names.test(name) && text ? [text] : []))
}
