import type { FormValues } from '@/lib/forms/state'

type AddRow = (values: FormValues) => void

const adders = new WeakMap<HTMLFormElement, Map<string, AddRow>>()

/**
 * Lets rows of a group be added from elsewhere in the form.
 *
 * @returns what ends it
 */
export function takeRows(form: HTMLFormElement, group: string, add: AddRow): () => void {
  const own = adders.get(form) ?? new Map<string, AddRow>()
  adders.set(form, own.set(group, add))
  return () => {
    if (own.get(group) === add) own.delete(group)
  }
}

/** Adds a row to a group of a form, with what its fields begin with by their names in the row. */
export function addRow(form: HTMLFormElement, group: string, values: FormValues): void {
  adders.get(form)?.get(group)?.(values)
}
