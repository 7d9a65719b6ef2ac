import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { SelectField } from '@/components/form/select-field'
import { Notice } from '@/components/ui/notice'
import { openPlacesInWords } from '@/lib/people/open-places'
import type { FormAction } from '@/lib/forms/state'

type Place = {
  textKey: string
  letters: string
  within: { title: string; edition: { number: number; link: string } | null }
  before: string
  word: string
  after: string
  decided: 'shown' | 'withheld' | null
}

const OPTIONS = [
  { value: 'shown', label: 'Not a name, or may be shown' },
  { value: 'withheld', label: 'Withhold it here' },
]

/**
 * Words in texts that may name somebody who agreed to nothing, and are too common to be withheld
 * everywhere, such as a surname that is also a month. An editor decides of each.
 */
export function OpenPlaces({
  places,
  undecided,
  decide,
}: {
  places: Place[]
  /** How many are not decided, those that are not listed among them. */
  undecided: number
  decide: FormAction
}) {
  if (places.length === 0) return null
  const title =
    undecided === 0
      ? 'Every text that might name someone has been decided'
      : openPlacesInWords(undecided)
  return (
    <section aria-labelledby="open-places" className="mb-8 space-y-4">
      <h2 id="open-places" className="sr-only">
        Words that may be names
      </h2>
      <Notice tone={undecided > 0 ? 'warning' : 'info'} title={title}>
        <p>
          These words are part of the name of somebody who has not consented, and common words too,
          so they are not withheld by themselves. No new link is made until each text is decided.
          Until then, links that exist show the word, unless it is withheld in another text or a
          title such as “Ms.” stands before it.
        </p>
      </Notice>
      <details open={undecided > 0}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center">
          {places.length === 1 ? 'The text' : `The ${places.length} texts`}
        </summary>
        <ActionForm action={decide} submitLabel="Save these decisions" pendingLabel="Saving …">
          <ol className="space-y-5">
            {places.map(({ textKey, letters, before, word, after, within, decided }, index) => (
              <li key={`${textKey} ${letters}`}>
                <p dir="auto">
                  …{before}
                  <mark>{word}</mark>
                  {after}…
                </p>
                <p className="text-muted text-sm">
                  In: <bdi>{within.title}</bdi>
                  {within.edition && (
                    <>
                      , edition {within.edition.number} of the link <bdi>{within.edition.link}</bdi>
                    </>
                  )}
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
