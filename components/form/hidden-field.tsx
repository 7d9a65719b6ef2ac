'use client'

import { useForm } from './form-context'
import { textOf } from './use-field'

/** Sent along unseen. After a conflict `version` is the one that the other person saved. */
export function HiddenField({ name, defaultValue }: { name: string; defaultValue?: string }) {
  const { values } = useForm()
  return <input type="hidden" name={name} value={textOf(values[name], defaultValue)} />
}
