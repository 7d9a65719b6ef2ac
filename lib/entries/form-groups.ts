import { nestedInput } from '../forms/form-data'
import type { FormValues } from '../forms/state'
import type { FormGroup } from './fields/groups'

/** What a part of the form needs to say what it holds; plain data, so that a page can hand it over. */
export type GroupedField = { name: string; label: string; usual?: string }
export type GroupedFields = Record<FormGroup, GroupedField[]>

/** What a part of the form holds: how many rows where it has rows alone, and the names of its fields otherwise. */
export function fieldsFilledIn(values: FormValues, fields: readonly GroupedField[]): string[] {
  const { input } = nestedInput(values)
  return fields.flatMap(({ name, label, usual = '' }) => {
    const value = input[name]
    if (Array.isArray(value)) {
      if (value.length === 0) return []
      return [fields.length === 1 ? String(value.length) : `${label} ${value.length}`]
    }
    return typeof value === 'string' && value.trim() !== '' && value !== usual ? [label] : []
  })
}

/** Whether names of form fields, such as those with messages, stand in a part of the form. */
export function namesAnyOf(names: readonly string[], fields: readonly GroupedField[]): boolean {
  const own = new Set(fields.map(({ name }) => name))
  return names.some((name) => own.has(name.split('.')[0] ?? ''))
}

/** Whether a row was asked for in a part of the form before script: it is empty, and is to be filled. */
export function hasAskedRow(values: FormValues, fields: readonly GroupedField[]): boolean {
  return namesAnyOf(
    Object.keys(values).filter((name) => name.endsWith('._row')),
    fields,
  )
}
