import { Button } from '@/components/ui/button'
import type { Facet } from '@/lib/timeline/counts'
import { findName, type LongFacet } from '@/lib/timeline/facets'
import { CheckList } from './check-list'

type FacetListProps = {
  facet: LongFacet
  legend: string
  hint?: string
  /** Of several, as in "Find among all 214 people". */
  plural: string
  found: Facet
  chosen: string[]
  /** What is chosen and not among the found ones is called so. */
  names?: ReadonlyMap<string, string>
  action: string
}

/**
 * The most used records or words of a campaign as choices. Where there are more than can be listed
 * it says so, and a field finds the rest: a part of the same form, so that nothing chosen is lost.
 */
export function FacetList(props: FacetListProps) {
  const { facet, legend, hint, plural, found, names, action } = props
  const { offered, all, find } = found
  // A place is the same however it is written.
  const chosen = props.chosen.map(
    (value) =>
      offered.find((one) => one.value.toLowerCase() === value.toLowerCase())?.value ?? value,
  )
  // What is chosen is always offered, or a second press of the button would lose it.
  const missing = chosen.filter((value) => !offered.some((one) => one.value === value))
  const options = [
    ...missing.map((value) => ({ value, label: names?.get(value) ?? value, count: 0 })),
    ...offered,
  ]
  const id = `filter-${findName(facet)}`
  return (
    <CheckList name={facet} legend={legend} hint={hint} options={options} chosen={chosen}>
      {(find !== '' || all > offered.length) && (
        <div id={id} className="mt-2">
          <label htmlFor={`${id}-words`} className="text-muted text-sm">
            {find === ''
              ? `The first ${offered.length} of ${all.toLocaleString('en')} ${plural}. Find another:`
              : `${all.toLocaleString('en')} found${all > offered.length ? `, the first ${offered.length} listed` : ''}. Find another:`}
          </label>
          <div className="mt-1 flex gap-2">
            <input
              id={`${id}-words`}
              name={findName(facet)}
              defaultValue={find}
              maxLength={100}
              autoComplete="off"
              className="control min-w-0"
            />
            <Button type="submit" tone="quiet" formAction={`${action}#${id}`} data-stay>
              Find
              <span className="sr-only"> among {plural}</span>
            </Button>
          </div>
        </div>
      )}
    </CheckList>
  )
}
