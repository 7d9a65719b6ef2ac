import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { SelectField } from '@/components/form/select-field'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/forms/state'

type Place = {
  textKey: string
  letters: string
  entry: { id: string; title: string }
  before: string
  word: string
  after: string
  decided: 'shown' | 'withheld' | null
}

const OPTIONS = [
  { value: 'shown', label: 'It is no name, or may be shown' },
  { value: 'withheld', label: 'Withhold it here' },
]

/**
 * Words in texts that may name somebody who agreed to nothing, and are too common to be withheld
 * everywhere, such as a surname that is also a month. An editor decides of each.
 */
export function OpenPlaces({ places, decide }: { places: Place[]; decide: FormAction }) {
  if (places.length === 0) return null
  const open = places.filter(({ decided }) => decided === null).length
  return (
    <section aria-labelledby="open-places" className="mb-8 space-y-4">
      <Notice tone={open > 0 ? 'warning' : 'info'} title={titleOf(open)}>
        <p id="open-places">
          These words are part of the name of somebody who agreed to nothing, and common words too.
          What is not decided is shown.
        </p>
      </Notice>
      <details open={open > 0}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center">
          {places.length === 1 ? 'The text' : `The ${places.length} texts`}
        </summary>
        <ActionForm action={decide} submitLabel="Save these decisions" pendingLabel="Saving …">
          <ol className="space-y-5">
            {places.map(({ textKey, letters, before, word, after, entry, decided }, index) => (
              <li key={`${textKey} ${letters}`}>
                <p dir="auto">
                  …{before}
                  <mark>{word}</mark>
                  {after}…
                </p>
                <p className="text-muted text-sm">
                  In: <bdi>{entry.title}</bdi>
                </p>
                <HiddenField name={`places.${index}.textKey`} defaultValue={textKey} />
                <HiddenField name={`places.${index}.letters`} defaultValue={letters} />
                <SelectField
                  name={`places.${index}.decision`}
                  label={`“${word}” here`}
                  options={OPTIONS}
                  emptyLabel="Not decided"
                  defaultValue={decided ?? ''}
                />
              </li>
            ))}
          </ol>
        </ActionForm>
      </details>
    </section>
  )
}

function titleOf(open: number): string {
  if (open === 0) return 'Every text that might name somebody is decided'
  return open === 1
    ? '1 text may still name a person who agreed to nothing'
    : `${open} texts may still name a person who agreed to nothing`
}
