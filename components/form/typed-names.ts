import type { ComboItem } from './suggestions'

/**
 * The names that other fields of a form have for the same kind of record, so that what is typed in
 * one row is offered in the next.
 *
 * @param own the name of the field that asks
 */
export function typedNames(form: HTMLFormElement | null, find: string, own: string): ComboItem[] {
  const names = new Map<string, string>()
  for (const field of form?.querySelectorAll<HTMLInputElement>(`input[data-find="${find}"]`) ??
    []) {
    if (field.name === own) continue
    const several = field.dataset.several === 'true'
    for (const part of several ? field.value.split(';') : [field.value]) {
      const name = part.trim()
      if (name !== '') names.set(name.toLowerCase(), name)
    }
  }
  return [...names.values()].map((name) => ({
    ...{ id: `${TYPED}${name}`, name, note: 'in this form' },
  }))
}

/** What the ids begin with of names that were only typed. */
export const TYPED = 'typed:'
