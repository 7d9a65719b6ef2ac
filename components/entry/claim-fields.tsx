'use client'

import { useForm } from '@/components/form/form-context'
import { HiddenField } from '@/components/form/hidden-field'
import { Rows } from '@/components/form/rows'
import { firstRows } from '@/components/form/row-indexes'
import { TextField } from '@/components/form/text-field'
import { textOf } from '@/components/form/use-field'
import { WhenField } from '@/components/form/when-field'
import type { Expected } from '@/lib/dates/context'
import type { ClaimField } from '@/lib/schemas/words'
import type { EntryFormChoices } from './form-choices'
import { PassageSource } from './passage-source'
import { claimInWords } from './row-summaries'

const WORDS: Record<ClaimField, { legend: string; value: string; reason: string }> = {
  date: {
    legend: 'Where sources differ on the date',
    value: 'The date it gives',
    reason: 'Why the date above is the working one',
  },
  place: {
    legend: 'Where sources differ on the place',
    value: 'The place it gives',
    reason: 'Why the place above is the working one',
  },
  crowd: {
    legend: 'Where sources differ on the size',
    value: 'The size it gives',
    reason: 'Why the size above is the working one',
  },
}

/** What each source says of one field, and why the value above is the working one. */
export function ClaimFields({
  field,
  choices,
  expects = 'past',
}: {
  field: ClaimField
  expects?: Expected
  choices: EntryFormChoices
}) {
  const { base } = useForm()
  const words = WORDS[field]
  const reason = <TextField className="mt-3" name={`${field}Reason`} label={words.reason} />
  // A reason may have come without a claim, as from an import: then it is asked for all the same.
  const alone =
    textOf(base[`${field}Reason`]) !== '' && firstRows(base, `${field}Claims`, 0).length === 0
  return (
    <div>
      <Rows
        group={`${field}Claims`}
        legend={words.legend}
        rowLabel="Claim"
        summary={claimInWords}
        addLabel={`Add what a source says of the ${field === 'crowd' ? 'size' : field}`}
        initialCount={0}
        after={alone ? null : reason}
      >
        {(prefix) => (
          <>
            <HiddenField name={`${prefix}.id`} />
            <div className="grid items-start gap-4 @md:grid-cols-2 @2xl:grid-cols-4">
              {field === 'date' ? (
                <WhenField name={`${prefix}.value`} label={words.value} {...{ expects }} />
              ) : (
                <TextField name={`${prefix}.value`} label={words.value} />
              )}
              <TextField name={`${prefix}.saidBy`} label="What says so" />
              <PassageSource
                name={`${prefix}.source`}
                label="Source of the claim"
                choices={choices}
              />
              <TextField name={`${prefix}.exact`} label="Exact quote" />
            </div>
          </>
        )}
      </Rows>
      {alone && reason}
    </div>
  )
}
