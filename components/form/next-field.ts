const TYPED_IN = /^(text|url|email|number|search|tel)$/

/** Whether an element is a field of one line that one types in. */
export function isLine(element: EventTarget): element is HTMLInputElement {
  return element instanceof HTMLInputElement && TYPED_IN.test(element.type)
}

/** Whether a field shows a list of suggestions, which Enter is for. */
export function hasList(field: HTMLInputElement): boolean {
  return field.getAttribute('aria-expanded') === 'true'
}

/** The next field of a form that one types in and that can be seen, or null behind the last. */
export function nextToType(
  form: HTMLFormElement,
  field: HTMLElement,
): HTMLInputElement | HTMLTextAreaElement | null {
  const fields = [...form.elements].filter(
    (one): one is HTMLInputElement | HTMLTextAreaElement =>
      (isLine(one) || one instanceof HTMLTextAreaElement) && one.checkVisibility(),
  )
  return fields[fields.findIndex((one) => one === field) + 1] ?? null
}
