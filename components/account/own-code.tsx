'use client'

import { CodeField } from '@/components/form/code-field'
import { useForm } from '@/components/form/form-context'

/** Asks for a sign-in code, where none was given lately or the form came back without it. */
export function OwnCode({ ask }: { ask: boolean }) {
  const { errors } = useForm()
  if (!ask && !errors.code) return null
  return <CodeField />
}
