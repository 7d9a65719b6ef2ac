'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import type { FormAction } from '@/lib/forms/state'

/** A button that marks one notification, or all, as seen, and goes on to where it leads. */
export function SeenForm({ action, id, label }: { action: FormAction; id: string; label: string }) {
  const [initial] = useState({ id })
  return (
    <ActionForm action={action} initial={initial} submitLabel={label} submitTone="quiet">
      <HiddenField name="id" />
    </ActionForm>
  )
}
