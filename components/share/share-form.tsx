import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/checkbox-field'
import { HiddenField } from '@/components/form/hidden-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import type { FormAction } from '@/lib/forms/state'
import { lifetimeLabels, scopeLabels, type ShareScope } from '@/lib/schemas/share'
import { lensLabels } from '@/lib/schemas/words'

const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

type ShareFormProps = {
  action: FormAction
  campaign: string
  /** A filter as the address of the timeline holds it, or nothing. */
  filter: string
  /** The id of one entry, or nothing. */
  entry: string
}

/** Asks what a new link is for, how much it shows and how long it lives. */
export function ShareForm({ action, campaign, filter, entry }: ShareFormProps) {
  const scope: ShareScope = entry ? 'entry' : filter ? 'filter' : 'campaign'
  const scopes = Object.entries(scopeLabels).filter(
    ([value]) => value !== (entry ? '' : 'entry') && value !== (filter ? '' : 'filter'),
  )
  return (
    <ActionForm
      action={action}
      initial={{ campaign, filter, entry, scope, lens: 'press', expires: '30d', label: '' }}
      submitLabel="Make the link"
      pendingLabel="Making the link …"
    >
      <HiddenField name="campaign" />
      <HiddenField name="filter" />
      <HiddenField name="entry" />
      <SelectField name="lens" label="Who will read it" options={options(lensLabels)} />
      <SelectField
        name="scope"
        label="How much it shows"
        hint="To share what a filter leaves, or one entry, begin there."
        options={options(Object.fromEntries(scopes))}
      />
      <SelectField
        name="expires"
        label="How long it lives"
        hint="You can end it at any moment."
        options={options(lifetimeLabels)}
      />
      <TextField
        name="password"
        type="password"
        autoComplete="new-password"
        label="Password"
        hint="Leave this empty for a link that opens by itself. Tell the password by another way than the link."
        maxLength={256}
      />
      <CheckboxField
        name="indexed"
        label="Search engines may keep it"
        hint="Only for the lens Public without a password."
      />
      <TextField
        name="label"
        label="What you call it"
        hint="Such as: for the newsroom. Readers do not see this."
        maxLength={200}
      />
    </ActionForm>
  )
}
