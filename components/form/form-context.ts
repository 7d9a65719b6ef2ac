'use client'

import { createContext, use } from 'react'
import type { FieldErrors, FormValues, LookAlike } from '@/lib/forms/state'

export type FormContextValue = {
  /** Begins the id of every field, so that two forms on a page do not share one. */
  id: string
  /** What the fields begin with: the record, or what was typed before a post without script. */
  base: FormValues
  /** Whether `base` was typed: then a box that is missing from it was left unticked. */
  typed: boolean
  /** The latest values the server has seen, for fields that nobody types in. */
  values: FormValues
  errors: FieldErrors
  pending: boolean
  /** The entries that what was sent looks like, where that stopped it. */
  alike: LookAlike[]
  /** Whether the last send was not saved for a reason that is not in its fields. */
  failed: boolean
  /** Says that somebody has begun to change the form in a way that no field tells. */
  touch: () => void
  /** Whether Enter in a text field sends the form. */
  enterSaves: boolean
  submitLabel: string
  pendingLabel: string
}

const outsideOfAForm: FormContextValue = {
  id: 'field',
  base: {},
  typed: false,
  values: {},
  errors: {},
  pending: false,
  alike: [],
  failed: false,
  touch: () => undefined,
  enterSaves: true,
  submitLabel: 'Save',
  pendingLabel: 'Saving …',
}

export const FormContext = createContext(outsideOfAForm)

export function useForm(): FormContextValue {
  return use(FormContext)
}
