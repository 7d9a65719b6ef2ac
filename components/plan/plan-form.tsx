'use client'

import { ActionForm } from '@/components/form/action-form'
import { BoxList } from '@/components/form/box-list'
import { HiddenField } from '@/components/form/hidden-field'
import { LookupField } from '@/components/form/lookup-field'
import type { Option } from '@/components/form/option'
import { RequestKey } from '@/components/form/request-key'
import { SelectField } from '@/components/form/select-field'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { WhenField } from '@/components/form/when-field'
import type { FormAction, FormValues } from '@/lib/forms/state'

/** A planned action. One that is there already is moved by a form of its own. */
export function PlanForm({
  action,
  initial,
  kinds,
  demands,
  organizations,
}: {
  action: FormAction
  initial: FormValues
  kinds: Option[]
  demands: Option[]
  organizations: string[]
}) {
  const exists = initial.version !== undefined
  return (
    <ActionForm
      action={action}
      initial={initial}
      submitLabel={exists ? 'Save' : 'Save the plan'}
      enterSaves={false}
    >
      {exists ? <HiddenField name="version" /> : <RequestKey />}
      <SelectField name="kind" label="Kind" options={kinds} required />
      <TextField name="title" label="Title" hint="Such as: March on city hall" required />
      {!exists && (
        <>
          <WhenField
            name="date"
            label="When"
            hint="As you would say it: next Friday 6 pm"
            expects="ahead"
            required
          />
          <TextField name="place" label="Where" maxLength={300} />
        </>
      )}
      <div className="grid items-start gap-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
        <TextField name="meetsAt" label="Helpers meet at" hint="Such as: 5 pm" />
        <TextField name="meetsWhere" label="Where they meet" maxLength={300} />
      </div>
      <LookupField
        name="organizers"
        label="Organized by"
        hint="Separate several with semicolons."
        options={organizations}
      />
      <LookupField name="targets" label="Aimed at" options={organizations} />
      {demands.length > 0 && <BoxList name="demands[]" label="Demands" options={demands} />}
      <TextArea name="note" label="Notes" hint="For members only" rows={4} />
    </ActionForm>
  )
}
