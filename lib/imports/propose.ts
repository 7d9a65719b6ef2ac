import { parseDateWords } from '../dates/parse'
import type { DateHabits } from '../dates/habits'
import { plainField, plainFieldNames } from '../entries/fields/plain'
import { readPair } from '../places'
import { REASON } from './give-back'
import { isWrittenList, itemsOf, textOf } from './cells'
import { kindOfWord } from './kind-words'
import type { ColumnRule, Mapping } from './mapping'
import { formatNamed, formatOf, type FormatName } from './formats'
import { isBlank, type Table } from './table'
import { NAMED } from './names-of-columns'
import type { Target } from './targets'

const SAMPLE = 200
const MOST = 0.7

/** A mapping that is proposed, with the format that was known by its columns, or null. */
export type Proposal = { format: FormatName | null; mapping: Mapping }

/**
 * Proposes what each column becomes: by the format if it is a known one, else from the names and
 * the contents of the columns. What nothing is known of goes into the summary under its name.
 */
export function propose(table: Table, habits: DateHabits): Proposal {
  const format = formatOf(table)
  const names = new Set(table.columns)
  if (format) {
    const { columns, constants } = formatNamed(format).mapping
    const present = Object.entries(columns).filter(([name]) => names.has(name))
    return { format, mapping: { columns: Object.fromEntries(present), constants } }
  }
  const columns: Mapping['columns'] = {}
  const taken = new Set<Target>()
  for (const [index, name] of table.columns.entries()) {
    const rule = ruleFor(name, sampleOf(table, index), habits, taken)
    taken.add(rule.to)
    columns[name] = rule
  }
  return { format: null, mapping: { columns: completed(columns, table, habits), constants: {} } }
}

/** Gives what no entry is without to the column that comes nearest, where no other column has it. */
function completed(
  columns: Mapping['columns'],
  table: Table,
  habits: DateHabits,
): Mapping['columns'] {
  const has = (...targets: Target[]) =>
    Object.values(columns).some(({ to }) => targets.includes(to))
  const all = { ...columns }
  const stamp = table.columns.findIndex((name) => /^timestamp$/i.test(name.trim()))
  const stamped = table.columns[stamp]
  if (stamped !== undefined && !has('date', 'year', 'endDate'))
    if (targetOfContents(sampleOf(table, stamp), habits) === 'date') all[stamped] = { to: 'date' }
  const [telling, ...others] = table.columns.filter((name) => columns[name]?.to === 'summary')
  if (telling !== undefined && others.length === 0 && !has('title', 'telling'))
    all[telling] = { to: 'telling' }
  return all
}

// Several columns may become these together.
const SEVERAL = new Set<Target>([
  ...(['nothing', 'labelled', 'place', 'actor', 'target', 'subject', 'source', 'tags'] as const),
  ...(['summary', 'person'] as const),
])

function ruleFor(
  name: string,
  cells: (string | string[])[],
  habits: DateHabits,
  taken: ReadonlySet<Target>,
): ColumnRule {
  const free = (to: Target) => SEVERAL.has(to) || !taken.has(to)
  // What we said of a row that we gave back is no part of it.
  if (cells.length === 0 || name === REASON) return { to: 'nothing' }
  const byName = targetNamed(name)
  const byContent = targetOfContents(cells, habits)
  // "What" names a title as often as a kind.
  const isKind = byContent === 'kind' && (byName === null || /^(?:what|event)$/i.test(name.trim()))
  if (byName === 'kind' || isKind)
    return free('kind') ? { to: 'kind', values: valuesOf(cells) } : { to: 'labelled' }
  const separator = commasOf(byName, cells)
  const dated = cells.some((cell) => isDate(textOf(cell), habits))
  const to = fits(byName, byContent, dated) ? byName : byContent
  if (to === null || !free(to)) return { to: 'labelled' }
  if (/^(?:crowd|latitude|longitude|latLon)/.test(to)) return { to, unclear: 'words' }
  return separator === null ? { to } : { to, separator }
}

// People are written “Smith,John” too.
const LISTS = new Set<Target | null>(['actor', 'target', 'subject'])

/** A comma where it separates names, as databases write lists: without a space behind it, which "Amazon, Inc." has. */
function commasOf(to: Target | null, cells: (string | string[])[]): ',' | null {
  const texts = cells.map((cell) => textOf(cell))
  const isList = LISTS.has(to) && texts.some((text) => text.includes(','))
  return isList && !texts.some((text) => /,\s|[;|\n]|^\s*\[/.test(text)) ? ',' : null
}

function fits(byName: Target | null, byContent: Target | null, dated: boolean): byName is Target {
  if (byName === null) return false
  // A name may deceive: "day" with weekdays in it is no date.
  if (byName === 'date' || byName === 'endDate') return dated
  if (byName === 'source') return byContent !== 'date'
  return true
}

function targetNamed(name: string): Target | null {
  const plain = name
    .toLowerCase()
    .replaceAll(/[_\s]+/g, ' ')
    .replace(/\s*[?:]$/, '')
    .replace(/ \(\d+\)$/, '')
    .trim()
  const own = plainFieldNames().find((field) => plainField(field).label.toLowerCase() === plain)
  if (own) return own
  return NAMED.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

function targetOfContents(cells: (string | string[])[], habits: DateHabits): Target | null {
  const texts = cells.map((cell) => textOf(cell))
  const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length
  if (share((text) => isDate(text, habits)) >= MOST) return 'date'
  if (share((text) => /^https?:\/\//i.test(text)) >= MOST) return 'source'
  if (share((text) => readPair(text) !== null) >= MOST) return 'latLon'
  if (share((text) => itemsOf(text).some((item) => kindOfWord(item) !== null)) >= MOST)
    return 'kind'
  if (texts.reduce((sum, { length }) => sum + length, 0) / texts.length > 100) return 'summary'
  return null
}

// A number alone is a date to the form, but hardly in a table.
function isDate(text: string, habits: DateHabits): boolean {
  if (!/\d/.test(text) || /^\d{1,7}(?:\.\d+)?$/.test(text) || text.length > 60) return false
  const read = parseDateWords(text, { ...habits, dayOrder: habits.dayOrder ?? 'mdy' })
  return read.ok || Boolean(read.choices)
}

/** Each word of a column that names kinds, with the kind that it names by itself. */
function valuesOf(cells: (string | string[])[]): Record<string, string> {
  const words = new Set(cells.flatMap((cell) => itemsOf(cell, /[;|,\n]/)))
  const known = [...words].flatMap((word) => {
    const kind = kindOfWord(word)
    return kind ? [[word, kind] as const] : []
  })
  return Object.fromEntries(known)
}

function sampleOf({ rows }: Table, index: number): (string | string[])[] {
  const filled: (string | string[])[] = []
  for (const { cells } of rows) {
    const cell = cells[index]
    if (
      cell !== undefined &&
      !isBlank(cell) &&
      !(typeof cell === 'string' && !isWrittenList(cell) && cell === 'None')
    )
      filled.push(cell)
    if (filled.length === SAMPLE) break
  }
  return filled
}
