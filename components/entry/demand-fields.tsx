'use client'

import { useState } from 'react'
import { FindField } from '@/components/form/find-field'
import { useForm } from '@/components/form/form-context'
import { HiddenField } from '@/components/form/hidden-field'
import { Rows } from '@/components/form/rows'
import { SelectField } from '@/components/form/select-field'
import { TYPED } from '@/components/form/typed-names'
import { textOf } from '@/components/form/use-field'
import { relationLabels, stanceLabels } from '@/lib/schemas/words'
import { demandOffers } from './demand-offers'
import { optionsOf, type EntryFormChoices } from './form-choices'
import { demandInWords } from './row-summaries'

/** The demands that the entry raises, repeats or answers; one that is new is written here. */
export function DemandFields({
  choices,
  answers,
}: {
  choices: EntryFormChoices
  answers: boolean
}) {
  return (
    <Rows
      group="demands"
      legend="Demands"
      rowLabel="Demand"
      addLabel="Add a demand"
      summary={demandInWords}
      initialCount={0}
      hint={
        answers
          ? 'Pick a demand, and say who answers it and how.'
          : 'Pick a demand or write a new one, so that anybody can check whether it is met. Separate several names with semicolons.'
      }
    >
      {(prefix) => <DemandRow {...{ prefix, choices, answers }} />}
    </Rows>
  )
}

function DemandRow({
  prefix,
  choices,
  answers,
}: {
  prefix: string
  choices: EntryFormChoices
  answers: boolean
}) {
  const { base } = useForm()
  const [known, setKnown] = useState(() => textOf(base[`${prefix}.demand`]))
  const [relation, setRelation] = useState(() =>
    textOf(base[`${prefix}.relation`], answers ? 'answers' : 'raises'),
  )
  const targets = choices.demands.find(({ id }) => id === known)?.targets ?? []
  const answering =
    targets.length === 0
      ? choices.organizations
      : targets.map((name) => ({ id: `${TYPED}${name}`, name, note: 'Target of this demand' }))
  return (
    <div
      className="space-y-3"
      onChange={({ target }) => {
        if (target instanceof HTMLSelectElement && target.name === `${prefix}.relation`)
          setRelation(target.value)
      }}
    >
      <HiddenField name={`${prefix}.id`} />
      <FindField
        name={`${prefix}.wording`}
        idName={`${prefix}.demand`}
        label="Demand"
        find="demand"
        campaignId={choices.campaignId}
        offers={demandOffers(choices)}
        onPicked={setKnown}
        emptyWords="No such demand yet. It will be added as a new one."
      />
      <noscript>
        <SelectField
          name={`${prefix}.demand`}
          label="Or choose an existing one"
          options={choices.demands.map(({ id, number, wording }) => ({
            value: id,
            label: `${number}. ${wording}`,
          }))}
          emptyLabel="A new one"
        />
      </noscript>
      <div className="grid items-start gap-x-4 gap-y-3 @md:grid-cols-2 @xl:grid-cols-3">
        {!known && (
          <>
            <FindField
              name={`${prefix}.targets`}
              label="Who must do it"
              find="organization"
              campaignId={choices.campaignId}
              offers={choices.organizations}
              several
              autoCapitalize="words"
            />
            <FindField
              name={`${prefix}.counterparties`}
              label="Third party involved"
              find="organization"
              campaignId={choices.campaignId}
              several
              autoCapitalize="words"
            />
          </>
        )}
        <SelectField
          name={`${prefix}.relation`}
          label="The entry"
          options={optionsOf(relationLabels)}
          defaultValue={answers ? 'answers' : 'raises'}
        />
      </div>
      {relation === 'answers' && (
        <div className="grid items-start gap-4 @md:grid-cols-2">
          <FindField
            name={`${prefix}.at`}
            label="Who answers"
            find="organization"
            campaignId={choices.campaignId}
            offers={answering}
            hint="One of the targets"
          />
          <SelectField
            name={`${prefix}.stance`}
            label="How the answer meets it"
            options={optionsOf(stanceLabels)}
            emptyLabel="Choose"
          />
        </div>
      )}
    </div>
  )
}
