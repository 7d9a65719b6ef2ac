'use client'

import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { LookupField } from '@/components/form/lookup-field'
import { Rows } from '@/components/form/rows'
import { SelectField } from '@/components/form/select-field'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { Section } from '@/components/ui/section'
import type { FormAction, FormValues } from '@/lib/forms/state'
import { entryStatusLabels, placePrecisionLabels } from '@/lib/schemas/words'
import { ClaimFields } from './claim-fields'
import { DemandFields } from './demand-fields'
import { DetailFields } from './detail-fields'
import { optionsOf, type EntryFormChoices, type EntryFormKind } from './form-choices'
import { InquiryFields } from './inquiry-fields'
import { PeopleFields } from './people-fields'
import { SourceFields } from './source-fields'
import { CrowdField, WhenField } from './understood-field'

type EntryFormProps = {
  action: FormAction
  kind: EntryFormKind
  choices: EntryFormChoices
  initial: FormValues
  /** ISO day in the campaign's zone. */
  today: string
  /** Whether this member may publish. */
  mayPublish: boolean
  asksInquiry: boolean
  submitLabel: string
}

/** The one form of an entry, for logging and for editing. */
export function EntryForm({
  action,
  kind,
  choices,
  initial,
  today,
  mayPublish,
  asksInquiry,
  submitLabel,
}: EntryFormProps) {
  const statuses = optionsOf(entryStatusLabels).map((option) => ({
    ...option,
    disabled: option.value === 'published' && !mayPublish,
  }))
  return (
    <ActionForm action={action} initial={initial} submitLabel={submitLabel}>
      <HiddenField name="kind" />
      <HiddenField name="version" />
      <HiddenField name="requestKey" />
      <Section title="What happened">
        <div className="space-y-4">
          <TextField name="title" label="Title" hint="What happened, in a few words" required />
          <WhenField
            name="date"
            label="When"
            hint="As it is known: 13 Feb 2026 5pm, about November 2025, by 13 Feb, 12 or 13 Feb"
            today={today}
            required
          />
          <TextField
            name="place"
            label="Where"
            hint="The place, then the town: Amazon Spheres, Seattle"
            autoCapitalize="words"
          />
          <SelectField
            name="placePrecision"
            label="Place in shares"
            options={optionsOf(placePrecisionLabels)}
            defaultValue="exact"
          />
          <TextField
            name="participants"
            label="Who took part"
            hint="In words: Amazon workers and local advocacy groups"
          />
          {kind.lane === 'action' && (
            <div className="grid gap-4 sm:grid-cols-2">
              <CrowdField
                name="crowd"
                label="Crowd size"
                hint="As it was said: a few hundred, 75-100. Empty if unknown"
              />
              <TextField name="crowdCountedBy" label="Counted by" />
            </div>
          )}
          <TextArea
            name="summary"
            label="More about it"
            hint="What a reader should know, in your own words"
          />
          <DetailFields fields={kind.fields} />
        </div>
      </Section>
      <Section title="Who">
        <div className="space-y-6">
          <Rows
            group="organizations"
            legend="Organizations"
            rowLabel="Organization"
            addLabel="Add an organization"
            initialCount={1}
          >
            {(prefix) => (
              <div className="grid gap-4 sm:grid-cols-2">
                <LookupField
                  name={`${prefix}.name`}
                  label="Name"
                  options={choices.organizations}
                  autoCapitalize="words"
                />
                <SelectField
                  name={`${prefix}.part`}
                  label="Its part"
                  options={optionsOf(kind.parts)}
                  defaultValue="actor"
                />
              </div>
            )}
          </Rows>
          <PeopleFields choices={choices} />
          <LookupField
            name="accordingTo"
            label="According to"
            options={choices.people}
            hint="If this is known only from one person's account: whose"
          />
        </div>
      </Section>
      <Section title="Demands">
        <DemandFields choices={choices} answers={kind.lane === 'response'} />
      </Section>
      {asksInquiry && (
        <Section title="Inquiry">
          <InquiryFields choices={choices} today={today} />
        </Section>
      )}
      <Section title="Sources and doubts">
        <div className="space-y-8">
          <SourceFields choices={choices} />
          <ClaimFields field="date" choices={choices} today={today} />
          <ClaimFields field="place" choices={choices} today={today} />
          {kind.lane === 'action' && <ClaimFields field="crowd" choices={choices} today={today} />}
        </div>
      </Section>
      <Section title="Keeping">
        <div className="space-y-4">
          <SelectField
            name="status"
            label="Status"
            options={statuses}
            defaultValue="draft"
            hint="Shares show what is published"
          />
          <TextField name="tags" label="Tags" hint="With commas between them" />
          <TextArea
            name="privateNote"
            label="Private note"
            hint="For members only, never in a share"
          />
        </div>
      </Section>
    </ActionForm>
  )
}
