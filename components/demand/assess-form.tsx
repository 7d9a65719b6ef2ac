'use client'

import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import type { Option } from '@/components/form/option'
import { SelectField } from '@/components/form/select-field'
import { TextArea } from '@/components/form/text-area'
import { WhenField } from '@/components/form/when-field'
import type { FormAction, FormValues } from '@/lib/forms/state'
import { standingLabels } from '@/lib/schemas/words'

/** Adds a dated standing at one target; what was assessed before stays in the history. */
export function AssessForm({
  action,
  initial,
  targets,
  evidence,
}: {
  action: FormAction
  initial: FormValues
  targets: Option[]
  evidence: Option[]
}) {
  return (
    <ActionForm action={action} initial={initial} submitLabel="Assess">
      <HiddenField name="demand" />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField name="organization" label="At which target" options={targets} required />
        <SelectField
          name="standing"
          label="Standing"
          options={Object.entries(standingLabels).map(([value, label]) => ({ value, label }))}
          required
        />
      </div>
      <WhenField
        name="date"
        label="Since when"
        hint="As precisely as you know: 13 Feb 2026, by 13 Feb 2026, about November 2025."
        required
      />
      <SelectField
        name="entry"
        label="Supporting entry"
        hint="The entry that shows it. Without one the ledger says “No supporting entry”."
        options={evidence}
        emptyLabel="No entry"
      />
      <TextArea name="note" label="Note" rows={2} />
    </ActionForm>
  )
}
