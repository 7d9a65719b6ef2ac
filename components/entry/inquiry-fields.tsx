'use client'

import { FindField } from '@/components/form/find-field'
import { Rows } from '@/components/form/rows'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { inquiryOutcomeLabels } from '@/lib/schemas/words'
import { optionsOf, type EntryFormChoices } from './form-choices'
import { WhenField } from './understood-field'

/** Who asked for an answer, through what, and what each organization did. */
export function InquiryFields({ choices, today }: { choices: EntryFormChoices; today: string }) {
  return (
    <div className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <FindField
          name="inquiry.askedBy"
          label="Who asked"
          find="organization"
          offers={choices.organizations}
          autoCapitalize="words"
        />
        <TextField
          name="inquiry.through"
          label="Through what"
          hint="Such as: request for comment"
        />
      </div>
      <WhenField
        name="inquiry.asked"
        label="When it was asked"
        hint="Left empty, the date of the entry"
        today={today}
      />
      <Rows
        group="inquiry.recipients"
        legend="Who was asked"
        rowLabel="Organization"
        addLabel="Add who was asked"
        initialCount={2}
      >
        {(prefix) => (
          <div className="grid gap-4 sm:grid-cols-2">
            <FindField
              name={`${prefix}.name`}
              label="Name"
              find="organization"
              offers={choices.organizations}
              autoCapitalize="words"
            />
            <SelectField
              name={`${prefix}.outcome`}
              label="What came of it"
              options={optionsOf(inquiryOutcomeLabels)}
              defaultValue="waiting"
            />
          </div>
        )}
      </Rows>
    </div>
  )
}
