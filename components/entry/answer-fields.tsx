'use client'

import { FindField } from '@/components/form/find-field'
import { HiddenField } from '@/components/form/hidden-field'
import { Rows } from '@/components/form/rows'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { WhenField } from '@/components/form/when-field'
import type { EntryFormChoices } from './form-choices'
import { PassageCheck } from './passage-check'
import { PassageSource } from './passage-source'
import { disputeInWords, replyInWords } from './row-summaries'

/** Who disputes the entry or one of its quotes, and why. */
export function DisputeFields({
  group,
  choices,
}: {
  group: 'disputes' | `${string}.disputes`
  choices: EntryFormChoices
}) {
  const legend = group === 'disputes' ? 'Who disputes this entry' : 'Who disputes these words'
  return (
    <Rows
      {...{ group, legend }}
      rowLabel="Dispute"
      addLabel="Add who disputes it"
      summary={disputeInWords}
      initialCount={0}
    >
      {(prefix) => (
        <>
          <HiddenField name={`${prefix}.id`} />
          <TextArea name={`${prefix}.reason`} label="What is disputed, and why" rows={2} />
          <div className="grid items-start gap-4 @md:grid-cols-2">
            <TextField
              name={`${prefix}.saidBy`}
              label="Who says so"
              hint="Such as: Amazon, a participant"
            />
            <PassageSource
              name={`${prefix}.source`}
              label="Source of the dispute"
              choices={choices}
            />
          </div>
        </>
      )}
    </Rows>
  )
}

/** What organizations themselves say to the entry. */
export function ReplyFields({ choices }: { choices: EntryFormChoices }) {
  return (
    <Rows
      group="replies"
      legend="Right of reply"
      rowLabel="Statement"
      addLabel="Add an organization’s statement"
      hint="What an organization itself says to this entry. It is shown beside the entry, word for word."
      summary={replyInWords}
      initialCount={0}
    >
      {(prefix) => (
        <>
          <HiddenField name={`${prefix}.id`} />
          <div className="grid items-start gap-4 @md:grid-cols-2">
            <FindField
              name={`${prefix}.organization`}
              label="Organization"
              find="organization"
              campaignId={choices.campaignId}
              offers={choices.organizations}
            />
            <WhenField name={`${prefix}.date`} label="Date of the statement" expects="past" />
          </div>
          <TextArea name={`${prefix}.text`} label="Exact words" rows={3} />
          <PassageCheck row={prefix} textName={`${prefix}.text`} sourceName={`${prefix}.source`} />
          <PassageSource
            name={`${prefix}.source`}
            label="Source of the statement"
            choices={choices}
          />
        </>
      )}
    </Rows>
  )
}
