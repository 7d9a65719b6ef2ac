import type { Cell } from './table'

/** An object of JSON. */
export type JsonObject = Record<string, unknown>

/** Whether a value of JSON is an object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text or a number of JSON as a text; empty for everything else. */
export function textIn(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

/** A value of JSON as a cell; an object is the texts that it holds. */
export function cellOf(value: unknown): Cell {
  if (Array.isArray(value)) return value.map((one) => wordsOf(one)).filter((text) => text !== '')
  return wordsOf(value)
}

// What is nested deeper is no cell of a table.
const DEEPEST = 5

function wordsOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return ''
  const words = Object.values(value).map((one) => wordsOf(one, depth + 1))
  return words.filter((text) => text !== '').join(' ')
}
