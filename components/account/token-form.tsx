'use client'

import { ActionForm } from '@/components/form/action-form'
import { BoxList } from '@/components/form/box-list'
import type { Option } from '@/components/form/option'
import { OwnPassword } from '@/components/form/own-password'
import { RadioGroup } from '@/components/form/radio-group'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { tokenLifetimeLabels, tokenScopeLabels } from '@/lib/schemas/token'
import type { FormAction } from '@/lib/forms/state'
import { keysOf } from '@/lib/schemas/words'

/** Makes a token for a program. */
export function TokenForm({
  action,
  campaigns,
  askPassword,
}: {
  action: FormAction
  campaigns: Option[]
  askPassword: boolean
}) {
  return (
    <ActionForm action={action} submitLabel="Create token" pendingLabel="Creating …">
      <TextField
        name="name"
        label="Name"
        hint="What will use it, such as a script. The audit shows this name."
        required
      />
      <RadioGroup
        name="scope"
        label="What it can do"
        hint="Never more than you can do yourself."
        options={keysOf(tokenScopeLabels).map((value) => ({
          value,
          label: tokenScopeLabels[value],
        }))}
        defaultValue="read"
      />
      <RadioGroup
        name="reach"
        label="Which campaigns"
        options={[
          { value: 'every', label: 'All campaigns, including future ones' },
          { value: 'chosen', label: 'Only the ones selected here' },
        ]}
        defaultValue="every"
      />
      <BoxList name="campaigns[]" label="Selected campaigns" options={campaigns} />
      <SelectField
        name="days"
        label="Expires after"
        options={keysOf(tokenLifetimeLabels).map((value) => ({
          ...{ value, label: tokenLifetimeLabels[value] },
        }))}
        defaultValue="90"
      />
      <OwnPassword ask={askPassword} />
    </ActionForm>
  )
}
