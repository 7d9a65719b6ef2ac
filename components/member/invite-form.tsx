'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/checkbox-field'
import { RadioGroup } from '@/components/form/radio-group'
import { TextField } from '@/components/form/text-field'
import type { FormAction } from '@/lib/forms/state'
import { memberRoleHints, memberRoleLabels, type MemberRole } from '@/lib/schemas/words'

/** Invites one person by e-mail address, as a role that is not above the inviter's. */
export function InviteForm({
  action,
  roles,
  sendsMail,
}: {
  action: FormAction
  roles: MemberRole[]
  sendsMail: boolean
}) {
  // One and the same object: another one would count as a newer record.
  const [initial] = useState({ role: 'contributor' })
  return (
    <ActionForm
      action={action}
      initial={initial}
      submitLabel="Create invitation"
      pendingLabel="Creating it …"
    >
      <TextField
        name="email"
        label="Their e-mail address"
        hint={`The invitation is for this address alone.${sendsMail ? '' : ' Nothing is sent to it.'}`}
        type="email"
        autoComplete="off"
        required
      />
      <RadioGroup
        name="role"
        label="As"
        options={roles.map((value) => ({
          value,
          label: memberRoleLabels[value],
          hint: memberRoleHints[value],
        }))}
      />
      {sendsMail && (
        <CheckboxField
          name="mail"
          label="Mail it to them"
          hint="The mail holds the link and nothing of the record. Otherwise you pass the link on."
        />
      )}
    </ActionForm>
  )
}
