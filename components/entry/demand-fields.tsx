'use client'

import { HiddenField } from '@/components/form/hidden-field'
import { LookupField } from '@/components/form/lookup-field'
import { Rows } from '@/components/form/rows'
import { SelectField } from '@/components/form/select-field'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { relationLabels, stanceLabels } from '@/lib/schemas/words'
import { optionsOf, type EntryFormChoices } from './form-choices'

/** The demands that the entry raises, repeats or answers; one that is new is written here. */
export function DemandFields({
  choices,
  answers,
}: {
  choices: EntryFormChoices
  answers: boolean
}) {
  const known = choices.demands.map(({ id, number, wording }) => ({
    value: id,
    label: `${number}. ${wording}`,
  }))
  return (
    <Rows
      group="demands"
      legend="Demands"
      rowLabel="Demand"
      addLabel="Add a demand"
      initialCount={0}
      hint={
        answers
          ? 'Which demands this answers, and how.'
          : 'Which demands were made. One that is new is written here and counted from now on.'
      }
    >
      {(prefix) => (
        <>
          <HiddenField name={`${prefix}.id`} />
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              name={`${prefix}.demand`}
              label="Demand"
              options={known}
              emptyLabel="A new one"
            />
            <SelectField
              name={`${prefix}.relation`}
              label="The entry"
              options={optionsOf(relationLabels)}
              defaultValue={answers ? 'answers' : 'raises'}
            />
          </div>
          {answers ? (
            <div className="grid gap-4 sm:grid-cols-2">
              <LookupField
                name={`${prefix}.at`}
                label="Who answers"
                options={choices.organizations}
                hint="One of the targets"
              />
              <SelectField
                name={`${prefix}.stance`}
                label="How the answer meets it"
                options={optionsOf(stanceLabels)}
                emptyLabel="Choose"
              />
            </div>
          ) : (
            <>
              <TextArea
                name={`${prefix}.wording`}
                label="Wording, if it is new"
                rows={2}
                hint="What must be done, so that anybody can check it"
              />
              <div className="grid gap-4 sm:grid-cols-2">
                <TextField
                  name={`${prefix}.targets`}
                  label="Who must do it"
                  hint="Names, with semicolons between them"
                />
                <TextField
                  name={`${prefix}.counterparties`}
                  label="Whose tie is at issue"
                  hint="The agency or vendor at the other end"
                />
              </div>
            </>
          )}
        </>
      )}
    </Rows>
  )
}
