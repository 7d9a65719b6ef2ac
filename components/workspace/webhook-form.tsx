'use client'

import { ActionForm } from '@/components/form/action-form'
import { OwnPassword } from '@/components/form/own-password'
import { TextField } from '@/components/form/text-field'
import type { FormAction } from '@/lib/forms/state'

/** Adds an address that is told of published entries. */
export function WebhookForm({ action, askPassword }: { action: FormAction; askPassword: boolean }) {
  return (
    <ActionForm action={action} submitLabel="Add webhook" pendingLabel="Adding …">
      <TextField
        name="url"
        label="Address"
        hint="It begins with https:// and is on the public internet."
        type="url"
        required
      />
      <OwnPassword ask={askPassword} />
    </ActionForm>
  )
}
