import { Choice } from '@/components/form/choice'
import { Fieldset } from '@/components/form/fieldset'
import { Button } from '@/components/ui/button'
import { kindOf, laneLabels } from '@/lib/kinds/index'
import { entryKinds, lanes } from '@/lib/kinds/names'
import type { ShareScope } from '@/lib/schemas/share'
import { consentLabels, keysOf, lensLabels, type Lens } from '@/lib/schemas/words'
import { choosableFields, choosablePeople } from '@/lib/shares/choices'
import { fieldLabels, rulesOf, type LensChoices, type LensPlaces } from '@/lib/shares/lens'

const PLACES: Record<LensPlaces, string> = {
  exact: 'As exactly as each entry allows',
  town: 'The town at most',
  none: 'No places',
}

type Props = {
  /** The page's own address, without a query. */
  address: string
  lens: Lens
  choices: LensChoices | null
  scope: ShareScope
  filter: string
  entry: string
  /** What a link of each lens would show by itself, in words. */
  lenses?: Partial<Record<Lens, string>>
}

/**
 * Asks lane by lane and field by field what a link shows. It begins with what the lens shows, and
 * is sent as an address: looking changes nothing.
 */
export function ChooseForm({ address, lens, choices, scope, filter, entry, lenses = {} }: Props) {
  const rules = rulesOf(lens, choices)
  const pinned = { scope, ...(filter && { filter }), ...(entry && { entry }) }
  return (
    <>
      <nav aria-label="Lenses" className="mb-6 grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {keysOf(lensLabels).map((one) => (
          <div key={one}>
            <a
              href={`${address}?${new URLSearchParams({ lens: one, ...pinned }).toString()}`}
              aria-current={one === lens ? 'page' : undefined}
              className="inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:no-underline"
            >
              {lensLabels[one]}
            </a>
            {lenses[one] && <p className="text-muted text-sm">{lenses[one]}</p>}
          </div>
        ))}
      </nav>
      {/* The key begins the boxes anew for another lens, whatever was ticked before. */}
      <details key={lens} open={choices !== null}>
        <summary className="min-h-11 cursor-pointer py-2">
          Choose for this link what it shows
        </summary>
        <form action={address} className="mt-4 space-y-6">
          <input type="hidden" name="own" value="1" />
          {Object.entries({ lens, ...pinned }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Boxes
            legend="Lanes"
            name="lanes"
            all={lanes}
            chosen={rules.lanes}
            labelOf={(lane) => laneLabels[lane]}
          />
          <Boxes
            legend="Kinds"
            name="kinds"
            all={entryKinds}
            chosen={rules.kinds}
            labelOf={(kind) => kindOf(kind).label}
          />
          <Boxes
            legend="What each entry shows"
            hint="Title, date, kind and lane are always shown. Private notes never are."
            name="fields"
            all={choosableFields}
            chosen={rules.fields}
            labelOf={(field) => fieldLabels[field]}
          />
          <Boxes
            legend="People who agreed to be shown as"
            hint="People who have not agreed to anything are never shown."
            name="people"
            all={choosablePeople}
            chosen={rules.people}
            labelOf={(consent) => consentLabels[consent]}
          />
          <Fieldset legend="Places">
            <div className="flex flex-wrap gap-x-8">
              {keysOf(PLACES).map((one) => (
                <Choice
                  key={one}
                  id={`places-${one}`}
                  type="radio"
                  name="places"
                  value={one}
                  label={PLACES[one]}
                  defaultChecked={one === rules.places}
                />
              ))}
            </div>
          </Fieldset>
          <Button type="submit" tone="quiet">
            Preview this
          </Button>
        </form>
      </details>
    </>
  )
}

function Boxes<T extends string>({
  legend,
  hint,
  name,
  all,
  chosen,
  labelOf,
}: {
  legend: string
  hint?: string
  name: string
  all: readonly T[]
  chosen: readonly string[]
  labelOf: (one: T) => string
}) {
  return (
    <Fieldset legend={legend} hint={hint}>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-6">
        {all.map((one) => (
          <Choice
            key={one}
            id={`${name}-${one}`}
            type="checkbox"
            name={name}
            value={one}
            label={labelOf(one)}
            defaultChecked={chosen.includes(one)}
          />
        ))}
      </div>
    </Fieldset>
  )
}
