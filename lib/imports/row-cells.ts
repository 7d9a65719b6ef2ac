import { withInnerPoints, withoutInnerPoints } from '../capture/sentences'
import type { DateHabits } from '../dates/habits'
import { placedItems, textOf } from './cells'
import type { ColumnRule, Mapping } from './mapping'
import { isBlank, type Cell, type TableRow } from './table'
import type { Target } from './targets'

/** How the columns of one table are read. */
export type Plan = {
  columns: readonly string[]
  mapping: Mapping
  habits: DateHabits
  /** Whether a midnight is meant as an hour, since its days are written without one. */
  exactHours: boolean
  /** Whether its texts are HTML. */
  html: boolean
  /** Whether `None` is how it writes that nothing is known. */
  none: boolean
  /** What the file is called as a source. */
  file: string
}

/** A filled cell with its column. */
export type Found = { column: string; rule: ColumnRule; cell: Cell }

/** The filled cells of a row, by what they become. */
export function foundIn(row: TableRow, { columns, mapping, none }: Plan): Map<Target, Found[]> {
  const at = new Map(columns.map((column, index) => [column, index]))
  const found = new Map<Target, Found[]>()
  const add = (target: Target, one: Found) => found.set(target, [...(found.get(target) ?? []), one])
  for (const [column, rule] of Object.entries(mapping.columns)) {
    const cell = row.cells[at.get(column) ?? -1]
    if (cell === undefined || isBlank(cell) || (none && cell === 'None')) continue
    add(rule.to, { column, rule, cell })
    if (rule.keep) add('labelled', { column, rule, cell })
  }
  return found
}

/** The number that a row has of its own; empty where no column gives one. */
export function recordIdOf(row: TableRow, plan: Plan): string {
  const cells = foundIn(row, plan).get('recordId') ?? []
  return cells.map(({ cell }) => textOf(cell)).join(' ')
}

/** What each row has where its columns say nothing. */
export function constantsOf({ mapping }: Plan): Target[] {
  return Object.keys(mapping.constants) as Target[]
}

/** A constant with the words of the columns that it names in braces; empty where one of them is. */
export function filled(text: string, { cells }: TableRow, { columns }: Plan): string {
  let missing = false
  const whole = text.replaceAll(/\{([^{}]+)\}/g, (braces, name: string) => {
    const index = columns.indexOf(name)
    const words = index === -1 ? braces : textOf(cells[index] ?? '')
    missing ||= words === ''
    return words
  })
  return missing ? '' : whole
}

/** The items of a cell, by the separator of its column. */
export function listed(cell: Cell, { separator }: ColumnRule, separators?: RegExp): string[] {
  return placedItems(cell, separator ?? separators).filter((text) => text !== '')
}

/** What goes into the summary under the names of its columns, and beside them. */
export function labelledLines(found: Map<Target, Found[]>, beside: string[]): string[] {
  const lines = (found.get('labelled') ?? []).map(
    ({ column, cell }) => `${column}: ${textOf(cell)}`,
  )
  return [...lines, ...beside]
}

/** "sacramento-california-usa" as a place: three parts alone are sure to be town, region and country. */
export function placeOfHyphens(text: string): string {
  const parts = text.split('-')
  const titled = parts.map((part) =>
    part.replaceAll(/(?<=^|\s)\p{Ll}/gu, (sign) => sign.toUpperCase()),
  )
  const named = titled.map((part) => (/^(?:usa?|uk|uae)$/i.test(part) ? part.toUpperCase() : part))
  return parts.length === 2 || parts.length > 3 ? text : named.join(', ')
}

const LONGEST_TITLE = 140

/** The first sentence of a text, cut between words where it is long. */
export function firstSentence(text: string): string {
  const line = text.split('\n')[0] ?? ''
  const [sentence = line] = /^.{20,}?[.!?](?=\s|$)/u.exec(withoutInnerPoints(line)) ?? []
  const plain = withInnerPoints(sentence).replace(/\.$/, '')
  if (plain.length <= LONGEST_TITLE) return plain
  return `${plain.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')}…`
}
