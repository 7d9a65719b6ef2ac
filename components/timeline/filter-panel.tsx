import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { LaneMark } from '@/components/ui/lane-mark'
import { kindOf, laneLabels } from '@/lib/kinds/index'
import { entryKinds } from '@/lib/kinds/names'
import { entryStatusLabels } from '@/lib/schemas/words'
import type { Extra } from '@/lib/timeline/address'
import type { Choice, Choices, Counts } from '@/lib/timeline/counts'
import type { FilterNames } from '@/lib/timeline/filter-words'
import {
  certainties,
  filterLanes,
  filterParams,
  filterStatuses,
  type Certainty,
  type TimelineFilter,
} from '@/lib/timeline/filters'
import { CheckList, type CheckOption } from './check-list'
import { HiddenParams } from './hidden-params'

const CERTAINTY: Record<Certainty, string> = {
  exact: 'An exact day',
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

/**
 * Every filter with the number of entries in the whole campaign beside each choice. It is a GET
 * form: what is chosen stands in the address.
 */
export function FilterPanel({ action, filter, names, counts, choices, keep }: PanelProps) {
  const lanes = filterLanes.map((lane) => ({
    value: lane,
    label: (
      <>
        <LaneMark lane={lane} /> {laneLabels[lane]}
      </>
    ),
    count: lane === 'demand' ? choices.raising : (counts.lanes[lane] ?? 0),
  }))
  const kinds = entryKinds
    .filter((kind) => counts.kinds[kind] || filter.kinds.includes(kind))
    .map((kind) => ({ value: kind, label: kindOf(kind).label, count: counts.kinds[kind] ?? 0 }))
  return (
    <form action={action} key={filterParams(filter).toString()}>
      <HiddenParams params={new URLSearchParams()} extra={{ ...keep, panel: 'filters' }} />
      <p className="text-muted mb-4 text-sm">
        The numbers count the whole campaign, whatever else is chosen.
      </p>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
        <TextField name="q" label="Words" value={filter.text} hint="All of them, in any order" />
        <TextField
          name="from"
          label="From"
          value={filter.from ?? ''}
          point
          hint="2018 or 2018-03-05"
        />
        <TextField name="to" label="Until" value={filter.to ?? ''} point hint="2018 or 2018-03" />
        <CheckList
          name="source"
          legend="Source"
          radio
          chosen={[filter.sourced === null ? '' : filter.sourced ? 'yes' : 'no']}
          options={[
            { value: '', label: 'With or without', count: counts.all },
            { value: 'yes', label: 'With a source', count: choices.sourced },
            { value: 'no', label: 'Without a source', count: counts.all - choices.sourced },
          ]}
        />
        <CheckList name="lane" legend="Lane" chosen={filter.lanes} options={lanes} />
        <CheckList name="kind" legend="Kind" chosen={filter.kinds} options={kinds} />
        <CheckList
          name="org"
          legend="Organization"
          hint="With its divisions"
          chosen={filter.organizations}
          options={withChosen(choices.organizations, filter.organizations, names.organizations)}
        />
        <CheckList
          name="person"
          legend="Person"
          chosen={filter.people}
          options={withChosen(choices.people, filter.people, names.people)}
        />
        <CheckList
          name="demand"
          legend="Demand"
          chosen={filter.demands.map(String)}
          options={withChosen(
            choices.demands.map(({ value, label, count }) => ({
              value: String(value),
              label: `${value}: ${label}`,
              count,
            })),
            filter.demands.map(String),
            new Map([...names.demands].map(([n, wording]) => [String(n), `${n}: ${wording}`])),
          )}
        />
        <CheckList
          name="place"
          legend="Place"
          chosen={filter.places}
          options={withChosen(choices.places, filter.places)}
        />
        <CheckList
          name="tag"
          legend="Tag"
          chosen={filter.tags}
          options={withChosen(choices.tags, filter.tags)}
        />
        <div className="space-y-5">
          <CheckList
            name="date"
            legend="Date"
            chosen={filter.certainty}
            options={certainties.map((value) => ({
              value,
              label: CERTAINTY[value],
              count: value === 'differ' ? choices.differ : (counts.certainty[value] ?? 0),
            }))}
          />
          <CheckList
            name="status"
            legend="Status"
            chosen={filter.statuses}
            options={filterStatuses.map((value) => ({
              value,
              label: entryStatusLabels[value],
              count: counts.statuses[value] ?? 0,
            }))}
          />
        </div>
      </div>
      <div className="mt-5">
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
  point = false,
}: {
  name: string
  label: string
  value: string
  hint: ReactNode
  point?: boolean
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
        {...(point && {
          pattern: '\\d{4}(-\\d{2}){0,2}',
          title: 'A year, month or day: 2018, 2018-03 or 2018-03-05',
        })}
        className="control mt-1"
      />
      <p id={`filter-${name}-hint`} className="text-muted mt-1 text-sm">
        {hint}
      </p>
    </div>
  )
}

// What is chosen is always offered, or a second press of the button would lose it.
function withChosen(
  choices: Choice[],
  chosen: string[],
  names?: ReadonlyMap<string, string>,
): CheckOption[] {
  const missing = chosen.filter((value) => !choices.some((choice) => choice.value === value))
  return [
    ...missing.map((value) => ({ value, label: names?.get(value) ?? value, count: null })),
    ...choices,
  ]
}
