'use client'

import { OWN_PASSWORD } from '@/lib/schemas/auth'
import { useForm } from './form-context'
import { TextField } from './text-field'

/** Asks for one's own password, where it is not recent or the form came back without it. */
export function OwnPassword({
  ask,
  hint = 'To confirm it’s you. It stays valid for ten minutes.',
}: {
  ask: boolean
  hint?: string
}) {
  const { errors } = useForm()
  if (!ask && !errors[OWN_PASSWORD]) return null
  return (
    <TextField
      name={OWN_PASSWORD}
      label="Your own password"
      hint={hint}
      type="password"
      autoComplete="current-password"
      maxLength={256}
    />
  )
}
