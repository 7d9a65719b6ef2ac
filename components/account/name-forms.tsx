'use client'

import { useMemo } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { CurrentPassword } from '@/components/form/password-fields'
import { TextField } from '@/components/form/text-field'
import type { FormAction } from '@/lib/forms/state'

/** What one is called, in every workspace. */
export function NameForm({ action, name }: { action: FormAction; name: string }) {
  const initial = useMemo(() => ({ name }), [name])
  return (
    <ActionForm action={action} initial={initial} submitLabel="Change your name" submitTone="quiet">
      <TextField
        name="name"
        label="Your name"
        hint="Other members see it, including on what you wrote before."
        autoComplete="name"
        required
      />
    </ActionForm>
  )
}

/** The address with which one signs in; `byMail` where a new one is confirmed through a link. */
export function EmailForm({
  action,
  email,
  byMail,
}: {
  action: FormAction
  email: string
  byMail: boolean
}) {
  const initial = useMemo(() => ({ email }), [email])
  return (
    <ActionForm
      action={action}
      initial={initial}
      submitLabel="Change the address"
      submitTone="quiet"
    >
      <TextField
        name="email"
        label="E-mail address"
        hint={
          byMail
            ? 'You sign in with it. Editors and owners see it. A new one gets a link to confirm it.'
            : 'You sign in with it. Editors and owners see it.'
        }
        type="email"
        autoComplete="email"
        required
      />
      <CurrentPassword label="Your password, to change the address" />
    </ActionForm>
  )
}
