'use client'

import { Button } from '@/components/ui/button'
import { CHOOSE, choiceFor, type FieldChoice } from '@/lib/forms/choices'

/**
 * A button for each reading of an ambiguous text. A press writes that reading into the field; it
 * does not save. Before script the button sends the form, which comes back with the field filled in.
 */
export function FieldChoices({
  name,
  label,
  choices,
  onChoose,
}: {
  /** The name of the field that the reading is written into. */
  name: string
  /** What the buttons are for, for assistive technology. */
  label: string
  choices: FieldChoice[]
  onChoose: (value: string) => void
}) {
  if (choices.length === 0) return null
  return (
    <div role="group" aria-label={label} className="mt-1.5 flex flex-wrap gap-2">
      {choices.map(({ label: words, value }) => (
        <Button
          key={value}
          type="submit"
          name={CHOOSE}
          value={choiceFor(name, value)}
          formNoValidate
          tone="quiet"
          onClick={(event) => {
            event.preventDefault()
            onChoose(value)
          }}
        >
          {words}
        </Button>
      ))}
    </div>
  )
}
