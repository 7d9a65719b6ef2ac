'use client'

import type { ReactNode } from 'react'
import { FindField } from '@/components/form/find-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { formGroups, type FormGroup as Group } from '@/lib/entries/fields/groups'
import { expectedOf } from '@/lib/kinds/expected'
import type { FormKind } from '@/lib/kinds/form'
import { entryStatusLabels } from '@/lib/schemas/words'
import { DisputeFields, ReplyFields } from './answer-fields'
import { ClaimFields } from './claim-fields'
import { optionsOf, type EntryFormChoices } from './form-choices'
import { FormGroup } from './form-group'
import { LinkFields } from './link-fields'
import { PhotoFields } from './photo-fields'
import { PlaceDetails } from './place-details'
import { PlainFields } from './plain-fields'

type Folded = Exclude<Group, 'essentials'>
type PartProps = { choices: EntryFormChoices; kind: FormKind; mayPublish: boolean }

const OF_ACTIONS: readonly Folded[] = ['crowd', 'opposition']

const PARTS: Record<Folded, (props: PartProps) => ReactNode> = {
  telling: ({ kind }) => <PlainFields group="telling" lane={kind.lane} />,
  details: ({ kind }) => (
    <>
      <PlainFields group="details" lane={kind.lane} />
      <PlaceDetails />
    </>
  ),
  crowd: ({ kind }) => (
    <div className="grid items-start gap-4 @md:grid-cols-2">
      <TextField name="crowdCountedBy" label="Counted by" />
      <PlainFields group="crowd" lane={kind.lane} />
    </div>
  ),
  opposition: ({ kind }) => (
    <div className="grid items-start gap-4 @md:grid-cols-2">
      <PlainFields group="opposition" lane={kind.lane} />
    </div>
  ),
  accounts: ({ choices, kind }) => (
    <>
      <FindField
        name="accordingTo"
        label="According to"
        find="person"
        campaignId={choices.campaignId}
        offers={choices.people}
        hint="If only one person’s account supports this: whose"
        autoCapitalize="words"
      />
      <ClaimFields field="date" choices={choices} expects={expectedOf(kind.lane)} />
      <ClaimFields field="place" choices={choices} />
      {kind.lane === 'action' && <ClaimFields field="crowd" choices={choices} />}
    </>
  ),
  answers: ({ choices }) => (
    <>
      <DisputeFields group="disputes" choices={choices} />
      <ReplyFields choices={choices} />
    </>
  ),
  photos: () => <PhotoFields />,
  links: ({ choices }) => <LinkFields choices={choices} />,
  members: ({ choices, kind, mayPublish }) => (
    <>
      {choices.entryId && (
        <SelectField
          name="status"
          label="Status"
          options={optionsOf(entryStatusLabels).filter(
            ({ value }) => mayPublish || value !== 'published',
          )}
          defaultValue="draft"
          hint="Shares show what is published"
        />
      )}
      <TextField name="tags" label="Tags" hint="Separate with commas" />
      <PlainFields group="members" lane={kind.lane} />
    </>
  ),
}

/** What is asked for less often than the essentials, each part behind a summary of its own. */
export function FoldedFields(props: PartProps) {
  const { choices, kind } = props
  const names = (Object.keys(PARTS) as Folded[]).filter(
    (name) => kind.lane === 'action' || !OF_ACTIONS.includes(name),
  )
  return (
    <div className="border-hairline border-b">
      {names.map((name) => {
        const Part = PARTS[name]
        return (
          <FormGroup key={name} name={name} label={formGroups[name]} fields={choices.groups[name]}>
            <Part {...props} />
          </FormGroup>
        )
      })}
    </div>
  )
}
