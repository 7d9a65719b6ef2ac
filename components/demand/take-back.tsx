'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import type { FormAction } from '@/lib/forms/state'

/** Takes a recorded outcome back, or puts it back; it stays in the history either way. */
export function TakeBack({
  action,
  id,
  takenBack,
}: {
  action: FormAction
  id: string
  takenBack: boolean
}) {
  const [initial] = useState({ id, back: takenBack ? 'no' : 'yes' })
  return (
    <ActionForm
      action={action}
      initial={initial}
      submitLabel={takenBack ? 'Restore' : 'Withdraw'}
      submitTone="quiet"
      className="[&>div]:mt-1"
    >
      <HiddenField name="id" />
      <HiddenField name="back" />
    </ActionForm>
  )
}
