import type { FormValues } from './state'

type Tree = { [key: string]: Tree | string | string[] }

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])
const MAX_ROWS = 200
const MAX_FIELDS = 4000

/** The name of the button that asks for one more row of a group without script. */
export const ADD_ROW = '_add'

/** Where a passage stands in the first source of its own entry, if that has one. */
export const OWN_SOURCE = 'own'

/**
 * Reads a form's text fields by name. A name that ends in `[]` is a list; files and the
 * framework's own `$` fields are left out.
 *
 * @throws RangeError when the form has more than 4,000 fields or a forbidden name.
 */
export function formValues(formData: FormData): FormValues {
  const values: FormValues = {}
  let count = 0
  for (const [name, value] of formData) {
    if (typeof value !== 'string' || name.startsWith('$')) continue
    if (++count > MAX_FIELDS) throw new RangeError('The form has too many fields.')
    if (name.split(/[.[\]]/).some((part) => FORBIDDEN.has(part)))
      throw new RangeError('A field has a name that is not allowed.')
    if (name.endsWith('[]')) {
      const list = values[name]
      values[name] = Array.isArray(list) ? [...list, value] : [value]
    } else {
      values[name] = value
    }
  }
  return values
}

/**
 * Expands values by path into the nested input that a schema reads: `a.0.b` becomes
 * `{ a: [{ b }] }`. Rows whose every field is empty are dropped; the order stays.
 *
 * @returns the input, and for each row that was kept the index it had in the form, so that a
 *   message can be put beside the right field.
 */
export function nestedInput(values: FormValues): {
  input: Record<string, unknown>
  fieldName: (path: PropertyKey[]) => string
} {
  const tree: Tree = Object.create(null) as Tree
  for (const [name, value] of Object.entries(values)) {
    if (name.startsWith('_')) continue
    const parts = name.replace(/\[\]$/, '').split('.')
    let node = tree
    for (const part of parts.slice(0, -1)) {
      const next = node[part]
      if (next === undefined || typeof next === 'string' || Array.isArray(next))
        node = node[part] = Object.create(null) as Tree
      else node = next
    }
    const last = parts[parts.length - 1]
    if (last) node[last] = value
  }
  const originals = new Map<string, number[]>()
  const input = collapse(tree, '', originals) as Record<string, unknown>
  return { input, fieldName: (path) => originalName(path, originals) }
}

/** How many rows of a group the form showed, from the names of its fields. */
export function rowCount(values: FormValues, group: string): number {
  let count = 0
  for (const name of Object.keys(values)) {
    if (!name.startsWith(`${group}.`)) continue
    const index = Number(name.slice(group.length + 1).split('.')[0])
    if (Number.isInteger(index) && index < MAX_ROWS) count = Math.max(count, index + 1)
  }
  return count
}

/** The values with one more, empty row in a group, as the button without script asks for. */
export function withAddedRow(values: FormValues, group: string): FormValues {
  return { ...values, [`${group}.${rowCount(values, group)}._row`]: '' }
}

function collapse(
  node: Tree | string | string[],
  path: string,
  originals: Map<string, number[]>,
): unknown {
  if (typeof node === 'string' || Array.isArray(node)) return node
  const keys = Object.keys(node)
  if (keys.length > 0 && keys.every((key) => /^\d{1,3}$/.test(key))) {
    const indexes = keys
      .map(Number)
      .filter((index) => index < MAX_ROWS && !isEmpty(node[String(index)]))
    indexes.sort((a, b) => a - b)
    originals.set(path, indexes)
    return indexes.map((index) =>
      collapse(node[String(index)] ?? '', `${path}.${index}`, originals),
    )
  }
  const object: Record<string, unknown> = {}
  for (const key of keys) {
    if (key !== '_row')
      object[key] = collapse(node[key] ?? '', path ? `${path}.${key}` : key, originals)
  }
  return object
}

// A row is empty when nothing was typed in it: what was chosen from a list alone (a role) does not
// count, and neither does a hidden id, so names of such fields begin with an underscore or say so.
const CHOSEN = new Set([
  'id',
  'role',
  'part',
  'relation',
  'consent',
  'outcome',
  'field',
  'kind',
  'prefix',
  'suffix',
  '_row',
])

function isEmpty(node: Tree | string | string[] | undefined, key = ''): boolean {
  if (node === undefined) return true
  if (typeof node === 'string')
    return CHOSEN.has(key) || node.trim() === '' || (key === 'source' && node === OWN_SOURCE)
  if (Array.isArray(node)) return node.every((value) => value.trim() === '')
  return Object.entries(node).every(([childKey, child]) => isEmpty(child, childKey))
}

function originalName(path: PropertyKey[], originals: Map<string, number[]>): string {
  let name = ''
  for (const part of path) {
    const index = typeof part === 'number' ? (originals.get(name)?.[part] ?? part) : part
    name = name === '' ? String(index) : `${name}.${String(index)}`
  }
  return name
}
