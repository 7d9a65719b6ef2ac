'use client'

import { FindField } from '@/components/form/find-field'
import { TextField } from '@/components/form/text-field'
import { WhenField } from '@/components/form/when-field'
import { inquiryOutcomeLabels } from '@/lib/schemas/words'
import { optionsOf, type EntryFormChoices } from './form-choices'
import { OrganizationRows } from './organization-rows'

/** Who asked for an answer, through what, and what each organization did. */
export function InquiryFields({ choices }: { choices: EntryFormChoices }) {
  return (
    <div className="space-y-4">
      <div className="grid items-start gap-4 @md:grid-cols-2">
        <FindField
          name="inquiry.askedBy"
          label="Who asked"
          find="organization"
          campaignId={choices.campaignId}
          offers={choices.organizations}
          autoCapitalize="words"
        />
        <TextField name="inquiry.through" label="Channel" hint="Such as: request for comment" />
      </div>
      <WhenField
        name="inquiry.asked"
        label="When it was asked"
        hint="If empty, the date of the entry"
      />
      <OrganizationRows
        group="inquiry.recipients"
        legend="Who was asked"
        addLabel="Add who was asked"
        initialCount={2}
        choices={choices}
        says={{
          ...{ name: 'outcome', label: 'Outcome', defaultValue: 'waiting' },
          options: optionsOf(inquiryOutcomeLabels),
        }}
      />
    </div>
  )
}
