'use client'

import { useState, type ReactNode } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { TextField } from '@/components/form/text-field'
import { WhenField } from '@/components/form/when-field'
import type { FormAction, FormValues } from '@/lib/forms/state'
import { Folded } from './folded'

/** Moves a plan to another time or place, which begin as they are. */
export function MoveForm({ action, initial }: { action: FormAction; initial: FormValues }) {
  return (
    <Folded label="Move it">
      <ActionForm
        action={action}
        initial={initial}
        submitLabel="Move"
        submitTone="quiet"
        className="pb-4"
      >
        <HiddenField name="version" />
        <WhenField name="date" label="New day and time" expects="ahead" required />
        <TextField name="place" label="Where" maxLength={300} />
        <TextField name="reason" label="Reason for moving it" maxLength={500} />
      </ActionForm>
    </Folded>
  )
}

/** Calls a plan off, with the reason. */
export function CallOffForm({ action }: { action: FormAction }) {
  return (
    <Folded label="Call it off">
      <ActionForm action={action} submitLabel="Call off" submitTone="danger" className="pb-4">
        <TextField name="reason" label="Reason for calling it off" maxLength={500} required />
      </ActionForm>
    </Folded>
  )
}

/** One button that undoes something, or does something by itself. */
export function OneButton({
  action,
  label,
  values,
  tone = 'quiet',
  children,
}: {
  action: FormAction
  label: string
  values?: FormValues
  tone?: 'quiet' | 'text'
  children?: ReactNode
}) {
  const [initial] = useState(values ?? {})
  return (
    <ActionForm
      action={action}
      initial={initial}
      submitLabel={label}
      submitTone={tone}
      className="[&>div]:mt-0"
    >
      {children}
    </ActionForm>
  )
}
