import type { FormValues } from './state'

/** One reading of an ambiguous text: what its button says, and what it writes into the field. */
export type FieldChoice = { label: string; value: string }

/** The name of the buttons that choose a reading without script. */
export const CHOOSE = '_choose'

/** What such a button sends. */
export function choiceFor(name: string, value: string): string {
  return `${name}=${value}`
}

/** The values with the chosen reading in its field, or null when no such button was pressed. */
export function withChoice({ [CHOOSE]: chosen, ...values }: FormValues): FormValues | null {
  if (typeof chosen !== 'string') return null
  const at = chosen.indexOf('=')
  const name = chosen.slice(0, at)
  return at > 0 && Object.hasOwn(values, name)
    ? { ...values, [name]: chosen.slice(at + 1) }
    : values
}
