'use client'

import { FindField } from '@/components/form/find-field'
import { Fold } from '@/components/form/fold'
import { HiddenField } from '@/components/form/hidden-field'
import { Rows } from '@/components/form/rows'
import { SelectField } from '@/components/form/select-field'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { appearanceRoleLabels, consentLabels } from '@/lib/schemas/words'
import { DisputeFields } from './answer-fields'
import { demandOffers } from './demand-offers'
import { optionsOf, type EntryFormChoices } from './form-choices'
import { PassageCheck } from './passage-check'
import { PassageSource } from './passage-source'
import { personInWords, quoteInWords } from './row-summaries'

/** Speakers and others who appeared, with their words. */
export function PeopleFields({
  choices,
  mayPublish,
}: {
  choices: EntryFormChoices
  /** Editors alone decide how shares show a person. */
  mayPublish: boolean
}) {
  return (
    <Rows
      group="appearances"
      legend="People"
      rowLabel="Person"
      addLabel="Add a person"
      summary={personInWords}
      initialCount={0}
      hint="Who spoke, organized, moderated or witnessed it. For a group, leave the name empty. Shares show no name until you allow it and say why."
    >
      {(prefix) => (
        <>
          <HiddenField name={`${prefix}.id`} />
          <div className="grid items-start gap-x-4 gap-y-3 @md:grid-cols-2 @xl:grid-cols-[3fr_2fr_3fr]">
            <FindField
              name={`${prefix}.name`}
              label="Name"
              find="person"
              campaignId={choices.campaignId}
              offers={choices.people}
              autoCapitalize="words"
            />
            <SelectField
              name={`${prefix}.role`}
              label="Role"
              options={optionsOf(appearanceRoleLabels)}
              defaultValue="speaker"
            />
            <TextField name={`${prefix}.description`} label="Described as" />
          </div>
          <div className="grid items-start gap-x-4 gap-y-3 @md:grid-cols-2 @xl:grid-cols-3">
            <TextField name={`${prefix}.affiliation`} label="Speaking for or with" />
            <SelectField
              name={`${prefix}.consent`}
              label="In shares"
              options={optionsOf(consentLabels)}
              emptyLabel="As before (hidden, if new)"
              className={mayPublish ? undefined : 'hidden'}
            />
            <TextField
              name={`${prefix}.consentReason`}
              label="Basis for consent"
              className={mayPublish ? undefined : 'hidden'}
            />
          </div>
          <QuoteFields {...{ prefix, choices }} />
        </>
      )}
    </Rows>
  )
}

function QuoteFields({ prefix, choices }: { prefix: string; choices: EntryFormChoices }) {
  return (
    <Rows
      group={`${prefix}.quotes`}
      legend="Words spoken"
      rowLabel="Quote"
      addLabel="Add a quote"
      summary={quoteInWords}
      bare
      initialCount={1}
    >
      {(quote) => (
        <>
          <HiddenField name={`${quote}.id`} />
          <TextArea name={`${quote}.text`} label="Verbatim words" rows={2} />
          <PassageCheck row={quote} textName={`${quote}.text`} sourceName={`${quote}.source`} />
          <Fold
            label="Source, sharing, demands and disputes of these words"
            fields={[`${quote}.consent`, `${quote}.demands`, `${quote}.disputes`]}
          >
            <div className="grid items-start gap-4 @md:grid-cols-2">
              <PassageSource
                name={`${quote}.source`}
                label="Source of the words"
                choices={choices}
              />
              <SelectField
                name={`${quote}.consent`}
                label="This quote in shares"
                options={optionsOf(consentLabels)}
                emptyLabel="As the person"
              />
            </div>
            <QuoteDemandFields quote={quote} choices={choices} />
            <DisputeFields group={`${quote}.disputes`} choices={choices} />
          </Fold>
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
            hint="An existing demand, or one from this entry"
            emptyWords="No such demand yet. Add it under Demands of this entry."
          />
          <noscript>
            <SelectField
              name={`${row}.demand`}
              label="Or choose an existing one"
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
