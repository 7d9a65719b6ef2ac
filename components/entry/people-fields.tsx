'use client'

import { FindField } from '@/components/form/find-field'
import { HiddenField } from '@/components/form/hidden-field'
import { Rows } from '@/components/form/rows'
import { SelectField } from '@/components/form/select-field'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { appearanceRoleLabels, consentLabels } from '@/lib/schemas/words'
import { demandOffers } from './demand-offers'
import { optionsOf, type EntryFormChoices } from './form-choices'
import { PassagePicker } from './passage-picker'
import { PassageSource } from './passage-source'

/** Speakers and others who appeared, with their words, and whose account it is. */
export function PeopleFields({
  choices,
  mayPublish,
}: {
  choices: EntryFormChoices
  /** Editors alone decide how shares show a person. */
  mayPublish: boolean
}) {
  return (
    <>
      <Rows
        group="appearances"
        legend="People"
        rowLabel="Person"
        addLabel="Add a person"
        initialCount={0}
        hint="Who spoke, organized, moderated or saw it, with a name or as a group. A person stays out of shares until you say otherwise."
      >
        {(prefix) => (
          <>
            <HiddenField name={`${prefix}.id`} />
            <div className="grid gap-4 sm:grid-cols-2">
              <FindField
                name={`${prefix}.name`}
                label="Name"
                find="person"
                campaignId={choices.campaignId}
                offers={choices.people}
                autoCapitalize="words"
                hint="Leave it empty for a group, or where nobody gives a name"
              />
              <SelectField
                name={`${prefix}.role`}
                label="Part"
                options={optionsOf(appearanceRoleLabels)}
                defaultValue="speaker"
              />
            </div>
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                name={`${prefix}.description`}
                label="Described that day as"
                hint="Such as: tech worker organizer, several workers"
              />
              <TextField
                name={`${prefix}.affiliation`}
                label="Speaking for or with"
                hint="Such as: National Lawyers Guild, The Seattle Times"
              />
            </div>
            <div className={mayPublish ? 'grid gap-4 sm:grid-cols-2' : 'hidden'}>
              <SelectField
                name={`${prefix}.consent`}
                label="In shares"
                options={optionsOf(consentLabels)}
                emptyLabel="As before (hidden, if new)"
              />
              <TextField
                name={`${prefix}.consentReason`}
                label="Why so"
                hint="Needed to show a name"
              />
            </div>
            <QuoteFields {...{ prefix, choices }} />
          </>
        )}
      </Rows>
      <FindField
        name="accordingTo"
        label="According to"
        find="person"
        campaignId={choices.campaignId}
        offers={choices.people}
        hint="If this is known only from one person's account: whose"
        autoCapitalize="words"
      />
    </>
  )
}

function QuoteFields({ prefix, choices }: { prefix: string; choices: EntryFormChoices }) {
  return (
    <Rows
      group={`${prefix}.quotes`}
      legend="Words spoken"
      rowLabel="Quote"
      addLabel="Add a quote"
      initialCount={1}
    >
      {(quote) => (
        <>
          <HiddenField name={`${quote}.id`} />
          <TextArea name={`${quote}.text`} label="Verbatim words" hint="Without quotation marks" />
          <PassagePicker row={quote} textName={`${quote}.text`} sourceName={`${quote}.source`} />
          <div className="grid gap-4 sm:grid-cols-2">
            <PassageSource name={`${quote}.source`} label="Source of the words" choices={choices} />
            <SelectField
              name={`${quote}.consent`}
              label="This quote in shares"
              options={optionsOf(consentLabels)}
              emptyLabel="As the person"
            />
          </div>
          <QuoteDemandFields quote={quote} choices={choices} />
        </>
      )}
    </Rows>
  )
}

function QuoteDemandFields({ quote, choices }: { quote: string; choices: EntryFormChoices }) {
  return (
    <Rows
      group={`${quote}.demands`}
      legend="Demands that the words are about"
      rowLabel="Demand"
      addLabel="Tie to a demand"
      initialCount={0}
    >
      {(row) => (
        <>
          <FindField
            name={`${row}.wording`}
            idName={`${row}.demand`}
            label="Demand"
            find="demand"
            campaignId={choices.campaignId}
            offers={demandOffers(choices)}
            hint="One that is known, or one of this entry’s own"
            emptyWords="No demand like it yet. Add it under Demands of this entry."
          />
          <noscript>
            <SelectField
              name={`${row}.demand`}
              label="Or one that is known"
              options={choices.demands.map(({ id, number, wording }) => ({
                value: id,
                label: `${number}. ${wording}`,
              }))}
              emptyLabel="By the words above"
            />
          </noscript>
        </>
      )}
    </Rows>
  )
}
