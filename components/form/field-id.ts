import type { FieldErrors } from '@/lib/forms/state'

/** The id of a field's control (of its first one, where it has several). */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replace(/\[\]$/, '')}`
}

/** A field's messages; those of a list's members belong to the list. */
export function fieldMessages(errors: FieldErrors, name: string): string[] {
  const plain = name.replace(/\[\]$/, '')
  const own = [...(errors[name] ?? []), ...(plain === name ? [] : (errors[plain] ?? []))]
  if (plain === name) return own
  const members = Object.keys(errors).filter(
    (key) => key.startsWith(`${plain}.`) && /^\d+$/.test(key.slice(plain.length + 1)),
  )
  return [...new Set([...own, ...members.flatMap((key) => errors[key] ?? [])])]
}
