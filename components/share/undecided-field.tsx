'use client'

import { useForm } from '@/components/form/form-context'
import { SelectField } from '@/components/form/select-field'
import { openPlacesInWords } from '@/lib/people/open-places'

const OPTIONS = [
  { value: 'withheld', label: 'Withhold the word in all of them' },
  { value: 'shown', label: 'Show it in all of them: it names nobody there' },
]

/** Asks for one answer for all texts that may name somebody, where some are not decided. */
export function UndecidedField({ count }: { count: number }) {
  const { errors } = useForm()
  if (count === 0 && !errors.undecided) return null
  return (
    <SelectField
      name="undecided"
      label={count === 0 ? 'Words that may be names' : openPlacesInWords(count)}
      hint="Decide each of them above, or give one answer for all of them here."
      emptyLabel="Not decided"
      options={OPTIONS}
    />
  )
}
