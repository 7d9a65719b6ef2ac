import type { DateSettings } from '../dates/habits'
import { nestedInput } from '../forms/form-data'
import type { FormValues } from '../forms/state'
import { kindNamed } from '../kinds/index'
import { entrySchema, type EntryInput } from '../schemas/entry'
import { textOf } from './cells'
import type { Plan } from './row-cells'
import { rowValues } from './row-values'
import type { Table, TableRow } from './table'

/** One reason why a row cannot be taken: the form's own sentence, with the value that it is about. */
export type Refusal = { row: number; column: string; value: string; sentence: string }

/** What is to become of a row. */
export type CheckedRow =
  | { row: TableRow; state: 'good'; input: EntryInput; values: FormValues; kept: string[] }
  | { row: TableRow; state: 'refused'; refusals: Refusal[]; values: FormValues }
  | { row: TableRow; state: 'skipped'; reason: string }

const TITLE_SLIDES = new Set(['title', 'era'])

/**
 * Checks a row by the schema of the entry's form. Words that their field refuses go into the
 * summary where the mapping says so; `kept` names the columns of which that happened.
 */
export function checkRow(row: TableRow, table: Table, plan: Plan): CheckedRow {
  const type = plan.html ? textOf(row.cells[table.columns.indexOf('Type')] ?? '') : ''
  if (TITLE_SLIDES.has(type.toLowerCase()))
    return { row, state: 'skipped', reason: `A slide of type “${type}” is no event.` }
  const { values, from } = rowValues(row, plan)
  if (!/\d/.test(String(values.date ?? '')) && isSum(row))
    return { row, state: 'skipped', reason: 'A row of sums is no event.' }
  const unreadable = (row.refused ?? []).filter(({ column }) => isUsed(column, plan))
  if (unreadable.length > 0) {
    const refusals = unreadable.map((refusal) => ({ row: row.number, ...refusal }))
    return { row, state: 'refused', refusals, values }
  }
  const first = parse(values, plan)
  if (first.ok) return { row, state: 'good', input: first.input, values, kept: [] }
  const { values: lighter, kept } = withWords(values, first.issues, from, plan)
  const second = kept.length > 0 ? parse(lighter, plan) : first
  if (second.ok) return { row, state: 'good', input: second.input, values: lighter, kept }
  const refusals = second.issues.map(({ field, sentence }) => {
    const column = columnOf(field, from) ?? ''
    const cell = column === '' ? undefined : row.cells[table.columns.indexOf(column)]
    // A date may come from several columns.
    const words = values[field]
    const value = typeof words === 'string' && words !== '' ? words : textOf(cell ?? '')
    return { row: row.number, column, value: value.slice(0, 300), sentence }
  })
  // In the order of the file's columns.
  refusals.sort((a, b) => table.columns.indexOf(a.column) - table.columns.indexOf(b.column))
  return { row, state: 'refused', refusals, values }
}

const SUM = /^(?:grand |sub-?)?totals?:?$|^(?:sum|summe|gesamt|insgesamt|somme|suma):?$/i

// Below a table people write what its columns come to.
function isSum({ cells }: TableRow): boolean {
  const first = cells.map((cell) => textOf(cell).trim()).find((text) => text !== '')
  return first !== undefined && SUM.test(first)
}

// What is left out need not be understood.
function isUsed(column: string, { mapping }: Plan): boolean {
  return (mapping.columns[column]?.to ?? 'nothing') !== 'nothing'
}

type Parsed = { ok: true; input: EntryInput } | { ok: false; issues: Issue[] }
type Issue = { field: string; sentence: string }

// What a form sends where nothing was typed.
const NOTHING = { kind: '', date: '', title: '' }

function parse(values: FormValues, { habits }: Plan): Parsed {
  const { today, ...rest } = habits
  const settings: DateSettings = rest
  const { input, fieldName } = nestedInput({ ...NOTHING, ...values, status: 'draft' })
  const parsed = entrySchema(kindNamed(values.kind), today, settings).safeParse(input)
  if (parsed.success) return { ok: true, input: parsed.data }
  return {
    ok: false,
    issues: parsed.error.issues.map(({ path, message }) => ({
      field: fieldName(path),
      sentence: message,
    })),
  }
}

/** The column that a field came from; a part of a row of fields came from where the row did. */
function columnOf(field: string, from: Map<string, string>): string | undefined {
  for (let name = field; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const column = from.get(name)
    if (column !== undefined) return column
  }
  return undefined
}

// Without these there is no entry.
const NEEDED = new Set(['date', 'kind', 'title', 'summary'])

function withWords(
  values: FormValues,
  issues: Issue[],
  from: Map<string, string>,
  { mapping, columns }: Plan,
): { values: FormValues; kept: string[] } {
  const lighter = { ...values }
  const kept = new Set<string>()
  const order = (field: string) => columns.indexOf(columnOf(field, from) ?? '')
  for (const { field } of [...issues].sort((a, b) => order(a.field) - order(b.field))) {
    const column = columnOf(field, from)
    if (column === undefined || NEEDED.has(field)) continue
    if (mapping.columns[column]?.unclear !== 'words') continue
    const words = values[field]
    if (typeof words !== 'string') continue
    kept.add(column)
    lighter[field] = ''
    lighter.summary = [lighter.summary, `${column}: ${words}`].filter(Boolean).join('\n')
    // Half a coordinate is none, but it is told as well.
    const half = { latitude: 'longitude', longitude: 'latitude' }[field]
    const other = half && lighter[half]
    if (!half || typeof other !== 'string' || other === '') continue
    lighter[half] = ''
    const of = columnOf(half, from)
    if (of === undefined || of === column) continue
    kept.add(of)
    lighter.summary += `\n${of}: ${other}`
  }
  return { values: lighter, kept: [...kept] }
}
