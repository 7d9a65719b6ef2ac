'use client'

import { useState } from 'react'
import { FormContext, useForm } from '@/components/form/form-context'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { textOf } from '@/components/form/use-field'
import { Section } from '@/components/ui/section'
import { formValues } from '@/lib/forms/form-data'
import type { FormValues } from '@/lib/forms/state'
import { expectedOf } from '@/lib/kinds/expected'
import type { EntryKind } from '@/lib/kinds/names'
import { entryStatusLabels } from '@/lib/schemas/words'
import { ClaimFields } from './claim-fields'
import { DemandFields } from './demand-fields'
import { NO_KIND, optionsOf, type EntryFormChoices } from './form-choices'
import { InquiryFields } from './inquiry-fields'
import { KindField } from './kind-field'
import { LinkFields } from './link-fields'
import { LookAlikes } from './look-alikes'
import { OrganizationFields } from './organization-fields'
import { PeopleFields } from './people-fields'
import { PhotoFields } from './photo-fields'
import { PlainFields } from './plain-fields'
import { SourceFields } from './source-fields'
import { WhatFields } from './what-fields'

/**
 * The fields of an entry. Another kind brings other fields; what was typed in those that go is kept,
 * and is there again when they come back.
 */
export function EntryFields({
  choices,
  mayPublish,
}: {
  choices: EntryFormChoices
  mayPublish: boolean
}) {
  const form = useForm()
  const [name, setName] = useState(() => kindIn(choices, textOf(form.base.kind)))
  const [typed, setTyped] = useState<FormValues>({})
  const kind = name ? choices.kinds[name] : NO_KIND
  const statuses = optionsOf(entryStatusLabels).filter(
    ({ value }) => mayPublish || value !== 'published',
  )
  return (
    <FormContext value={{ ...form, base: { ...form.base, ...typed } }}>
      <Section title="What happened">
        <div className="space-y-4">
          <KindField
            kinds={choices.kinds}
            kind={name}
            onKind={(chosen, element) => {
              if (element) setTyped({ ...typed, ...formValues(new FormData(element)) })
              setName(kindIn(choices, chosen))
            }}
          />
          <WhatFields kind={kind} alike={<LookAlikes {...{ choices, mayPublish }} />} />
        </div>
      </Section>
      <Section title="Who">
        <div className="space-y-6">
          <OrganizationFields choices={choices} kind={kind} />
          <PeopleFields {...{ choices, mayPublish }} />
        </div>
      </Section>
      <Section title="Demands">
        <DemandFields choices={choices} answers={kind.lane === 'response'} />
      </Section>
      {kind.asksInquiry && (
        <Section title="Inquiry">
          <InquiryFields choices={choices} />
        </Section>
      )}
      <Section title="Sources and doubts">
        <div className="space-y-8">
          <SourceFields choices={choices} />
          <ClaimFields field="date" choices={choices} expects={expectedOf(kind.lane)} />
          <ClaimFields field="place" choices={choices} />
          {kind.lane === 'action' && <ClaimFields field="crowd" choices={choices} />}
        </div>
      </Section>
      <Section title="Photos and links">
        <div className="space-y-8">
          <PhotoFields />
          <LinkFields choices={choices} />
        </div>
      </Section>
      <Section title="Publish and tags">
        <div className="space-y-4">
          <SelectField
            name="status"
            label="Status"
            options={statuses}
            defaultValue="draft"
            hint="Shares show what is published"
          />
          <TextField name="tags" label="Tags" hint="With commas between them" />
          <PlainFields section="keeping" lane={kind.lane} />
        </div>
      </Section>
    </FormContext>
  )
}

function kindIn({ kinds }: EntryFormChoices, name: string): EntryKind | '' {
  return Object.hasOwn(kinds, name) ? (name as EntryKind) : ''
}
