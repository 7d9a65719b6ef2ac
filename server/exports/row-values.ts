import 'server-only'
import { AppError } from '../errors'
import { isUuid } from '../ids'
import { fileName, type Column } from './columns'

/** A row of a table by the names of its columns, ready to be written. */
export type NewRow = Record<string, unknown>

/**
 * Reads a row of a record file by what the database says of its columns.
 *
 * @param at where the row stands in the file, in words
 * @param parts the names of the lists that stand in it
 * @throws AppError `invalid` with a sentence that names the row and the value.
 */
export function rowFrom(
  value: unknown,
  columns: readonly Column[],
  parts: readonly string[],
  at: string,
): NewRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refused(at, 'this is not an object')
  const given = new Map<string, unknown>(Object.entries(value))
  const known = new Set([...columns.map(({ name }) => fileName(name)), ...parts])
  const unknown = [...given.keys()].find((name) => !known.has(name))
  if (unknown !== undefined)
    throw refused(at, `“${unknown}” is no field of it; a newer version may have written this file`)
  const row: NewRow = {}
  for (const column of columns) {
    const one = given.get(fileName(column.name))
    if (one === undefined && !column.required && !column.key) continue
    row[column.name] = columnValue(one, column, at)
  }
  return row
}

function columnValue(value: unknown, column: Column, at: string): unknown {
  if (value === null || value === undefined) {
    if (value === null && column.nullable) return null
    throw refused(at, `“${fileName(column.name)}” is missing`)
  }
  if (isOfType(value, column)) return value
  throw refused(at, `“${fileName(column.name)}” is not what it should be`)
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})$/
const LARGEST = 2 ** 31

function isOfType(value: unknown, { type, values }: Column): boolean {
  if (values) return typeof value === 'string' && values.includes(value)
  switch (type) {
    case 'text':
      return typeof value === 'string' && !value.includes('\0')
    case 'uuid':
      return typeof value === 'string' && isUuid(value)
    case 'bool':
      return typeof value === 'boolean'
    case 'int4':
      return Number.isInteger(value) && Math.abs(Number(value)) < LARGEST
    case 'float8':
      return typeof value === 'number' && Number.isFinite(value)
    case 'date':
      return typeof value === 'string' && DAY.test(value) && isMoment(value)
    case 'timestamptz':
      return typeof value === 'string' && MOMENT.test(value) && isMoment(value)
    case '_text':
      return Array.isArray(value) && value.every((one) => typeof one === 'string')
    case 'jsonb':
      return typeof value === 'object'
    default:
      throw new Error(`A record file cannot hold the type ${type}.`)
  }
}

function isMoment(text: string): boolean {
  return !Number.isNaN(Date.parse(text))
}

/** What is said of a record that cannot be taken. */
export function refused(at: string, why: string): AppError {
  return new AppError('invalid', `Nothing was imported. ${at}: ${why}.`)
}
