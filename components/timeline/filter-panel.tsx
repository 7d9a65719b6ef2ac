import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { LaneMark } from '@/components/ui/lane-mark'
import { kindOf, laneLabels } from '@/lib/kinds/index'
import { entryKinds } from '@/lib/kinds/names'
import { entryStatusLabels } from '@/lib/schemas/words'
import type { Extra } from '@/lib/timeline/address'
import type { Choices, Counts, Facet } from '@/lib/timeline/counts'
import { chosenOf, type LongFacet } from '@/lib/timeline/facets'
import type { FilterNames } from '@/lib/timeline/filter-words'
import {
  certainties,
  filterLanes,
  filterParams,
  filterStatuses,
  type Certainty,
  type TimelineFilter,
} from '@/lib/timeline/filters'
import { CheckList } from './check-list'
import { FacetList } from './facet-list'
import { HiddenParams } from './hidden-params'
import { LimitField } from './limit-field'

const CERTAINTY: Record<Certainty, string> = {
  exact: 'Known to the day',
  uncertain: 'Uncertain',
  differ: 'Sources differ',
}

type PanelProps = {
  action: string
  filter: TimelineFilter
  names: FilterNames
  counts: Counts
  choices: Choices
  keep: Extra
}

const LONG: Record<LongFacet, { legend: string; plural: string; hint?: string }> = {
  org: { legend: 'Organization', plural: 'organizations', hint: 'With its divisions' },
  person: { legend: 'Person', plural: 'people' },
  demand: { legend: 'Demand', plural: 'demands' },
  place: { legend: 'Place', plural: 'places' },
  tag: { legend: 'Tag', plural: 'tags' },
}

/**
 * Every filter with a number beside each choice: how many entries it stands for under the other
 * filters. It is a GET form: what is chosen stands in the address.
 */
export function FilterPanel({ action, filter, names, counts, choices, keep }: PanelProps) {
  const counted = (facet: keyof Choices, value: string) => countOf(choices[facet], value)
  const lanes = filterLanes.map((lane) => ({
    value: lane,
    label: (
      <>
        <LaneMark lane={lane} /> {laneLabels[lane]}
      </>
    ),
    count: counted('lane', lane),
  }))
  const kinds = entryKinds
    .filter((kind) => counts.kinds[kind] || counted('kind', kind) || filter.kinds.includes(kind))
    .map((kind) => ({ value: kind, label: kindOf(kind).label, count: counted('kind', kind) }))
  const named = {
    org: names.organizations,
    person: names.people,
    demand: new Map([...names.demands].map(([n, wording]) => [String(n), `${n}: ${wording}`])),
    place: undefined,
    tag: undefined,
  }
  const long = (facet: LongFacet) => (
    <FacetList
      {...{ facet, action, ...LONG[facet], names: named[facet] }}
      found={choices[facet]}
      chosen={chosenOf(filter, facet)}
    />
  )
  return (
    <form action={action} key={filterParams(filter).toString()}>
      <HiddenParams params={new URLSearchParams()} extra={{ ...keep, panel: 'filters' }} />
      <p className="text-muted mb-4 text-sm">
        Each number counts matching entries under the other filters.
      </p>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
        <TextField name="q" label="Words" value={filter.text} hint="All of them, in any order" />
        <LimitField
          id="filter-from"
          name="from"
          label="From"
          value={filter.from ?? ''}
          hint="2018, 2018-03-05 or last week"
        />
        <LimitField
          id="filter-to"
          name="to"
          label="Until"
          value={filter.to ?? ''}
          hint="2018, 2018-03 or yesterday"
        />
        <CheckList
          name="source"
          legend="Source"
          radio
          chosen={[filter.sourced === null ? '' : filter.sourced ? 'yes' : 'no']}
          options={[
            {
              value: '',
              label: 'With or without',
              count: counted('source', 'yes') + counted('source', 'no'),
            },
            { value: 'yes', label: 'With a source', count: counted('source', 'yes') },
            { value: 'no', label: 'Without a source', count: counted('source', 'no') },
          ]}
        />
        <CheckList
          name="checked"
          legend="Checks and disputes"
          chosen={filter.checks}
          options={[
            { value: 'yes', label: 'Checked', count: counted('checked', 'yes') },
            { value: 'no', label: 'Not checked', count: counted('checked', 'no') },
            { value: 'quote', label: 'With a checked quote', count: counted('checked', 'quote') },
            { value: 'disputed', label: 'Disputed', count: counted('checked', 'disputed') },
          ]}
        />
        <CheckList name="lane" legend="Lane" chosen={filter.lanes} options={lanes} />
        <CheckList name="kind" legend="Kind" chosen={filter.kinds} options={kinds} />
        {long('org')}
        {long('person')}
        {long('demand')}
        {long('place')}
        {long('tag')}
        <div className="space-y-5">
          <CheckList
            name="date"
            legend="Date"
            chosen={filter.certainty}
            options={certainties.map((value) => ({
              value,
              label: CERTAINTY[value],
              count: counted('date', value),
            }))}
          />
          <CheckList
            name="status"
            legend="Status"
            chosen={filter.statuses}
            options={filterStatuses.map((value) => ({
              value,
              label: entryStatusLabels[value],
              count: counted('status', value),
            }))}
          />
        </div>
      </div>
      {/* On a phone the lists are long: the button stays at hand. */}
      <div className="bg-wash sticky bottom-0 z-10 mt-5 py-2">
        <Button type="submit">Show these</Button>
      </div>
    </form>
  )
}

function TextField({
  name,
  label,
  value,
  hint,
}: {
  name: string
  label: string
  value: string
  hint: ReactNode
}) {
  return (
    <div>
      <label htmlFor={`filter-${name}`} className="font-semibold">
        {label}
      </label>
      <input
        id={`filter-${name}`}
        name={name}
        defaultValue={value}
        maxLength={200}
        aria-describedby={`filter-${name}-hint`}
        className="control mt-1"
      />
      <p id={`filter-${name}-hint`} className="text-muted mt-1 text-sm">
        {hint}
      </p>
    </div>
  )
}

function countOf({ offered }: Facet, value: string): number {
  return offered.find((one) => one.value === value)?.count ?? 0
}
