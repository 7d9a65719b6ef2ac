/**
 * Writes into a field of a form as if somebody had typed it, whether React holds its text or the
 * document does.
 *
 * @returns the field, or null where the form has none of this name
 */
export function writeField(form: HTMLFormElement, name: string, value: string): HTMLElement | null {
  const field = form.elements.namedItem(name)
  if (!(
    field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
  ))
    return null
  // React keeps a setter of its own on the element, which would hide the change from it.
  Reflect.set(Object.getPrototypeOf(field) as object, 'value', value, field)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.dispatchEvent(new Event('change', { bubbles: true }))
  return field
}

/** The form of this id, once it is in the document. */
export function formOf(id: string): HTMLFormElement | null {
  const form = document.getElementById(id)
  return form instanceof HTMLFormElement ? form : null
}

/** Opens every summary that an element stands behind. */
export function openAround(element: HTMLElement): void {
  for (let part = element.parentElement; part; part = part.parentElement)
    if (part instanceof HTMLDetailsElement) part.open = true
}
