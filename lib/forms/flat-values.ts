import type { FormValues } from './state'

/**
 * Nested input as the values of a form, by path: the inverse of `nestedInput`. What a form has no
 * word for (null, an absent field) becomes an empty one.
 */
export function flatValues(input: Record<string, unknown>): FormValues {
  const values: FormValues = {}
  const add = (value: unknown, name: string): void => {
    if (Array.isArray(value)) value.forEach((one, index) => add(one, `${name}.${index}`))
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) add(one, name === '' ? key : `${name}.${key}`)
    else values[name] = textOf(value)
  }
  add(input, '')
  return values
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return value === true ? 'on' : ''
}
