'use client'

import { fieldId, fieldMessages } from './field-id'
import { useForm } from './form-context'

/** What every field needs from its form: its ids, its messages and what it begins with. */
export function useField(name: string, hasHint: boolean) {
  const { id: formId, base, typed, errors } = useForm()
  const id = fieldId(formId, name)
  const messages = fieldMessages(errors, name)
  const described = [hasHint && `${id}-hint`, messages.length > 0 && `${id}-error`]
  const begun = base[name]
  return {
    id,
    messages,
    begun,
    typed,
    aria: {
      'aria-describedby': described.filter(Boolean).join(' ') || undefined,
      'aria-invalid': messages.length > 0 || undefined,
    },
  }
}

export function textOf(begun: string | string[] | undefined, fallback = ''): string {
  return (Array.isArray(begun) ? begun[0] : begun) ?? fallback
}
