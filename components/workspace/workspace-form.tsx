'use client'

import { useMemo } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { OwnPassword } from '@/components/form/own-password'
import { RadioGroup } from '@/components/form/radio-group'
import { TextField } from '@/components/form/text-field'
import { FORMER_MEMBER } from '@/lib/account'
import type { FormAction } from '@/lib/forms/state'
import type { WorkspaceSettings } from '@/lib/schemas/workspace'

/** What owners decide for the whole workspace. */
export function WorkspaceForm({
  action,
  settings: { name, keepsNames, requiresCodes, mailQuotes },
  askPassword,
}: {
  action: FormAction
  settings: WorkspaceSettings
  askPassword: boolean
}) {
  const initial = useMemo(
    () => ({
      name,
      keepsNames: keepsNames ? 'yes' : 'no',
      requiresCodes: requiresCodes ? 'yes' : 'no',
      ...(mailQuotes !== undefined && { mailQuotes: mailQuotes ? 'yes' : 'no' }),
    }),
    [name, keepsNames, requiresCodes, mailQuotes],
  )
  return (
    <ActionForm action={action} initial={initial} submitLabel="Save">
      <TextField
        name="name"
        label="Name"
        hint="Members see it on every page, and so do people you invite."
        required
      />
      <RadioGroup
        name="requiresCodes"
        label="Sign-in codes for owners and editors"
        options={[
          { value: 'no', label: 'Each member decides' },
          {
            value: 'yes',
            label: 'Required',
            hint: 'Anyone without them must set them up first, and gets no mail, push or calendar until then. A passkey counts as well.',
          },
        ]}
      />
      <RadioGroup
        name="keepsNames"
        label="When a member deletes their account"
        options={[
          { value: 'yes', label: 'Their name stays on what they wrote' },
          { value: 'no', label: `It says “${FORMER_MEMBER}” instead` },
        ]}
      />
      {mailQuotes !== undefined && (
        <RadioGroup
          name="mailQuotes"
          label="Mail about notifications"
          hint="Mail servers on the way can read it, and so can anyone with access to a member’s mailbox."
          options={[
            { value: 'no', label: 'Says how many there are and where to read them' },
            {
              value: 'yes',
              label: 'Also says who wrote what, about which record',
              hint: 'With the workspace’s name, titles and the words of comments.',
            },
          ]}
        />
      )}
      <OwnPassword ask={askPassword} />
    </ActionForm>
  )
}
