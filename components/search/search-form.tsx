import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { FieldFrame } from '@/components/form/field-frame'
import { LimitField } from '@/components/timeline/limit-field'
import { kinds } from '@/lib/kinds/index'
import {
  conditionsOf,
  recordLabels,
  type LimitProblem,
  type LimitProblems,
  type SearchFilters,
} from '@/lib/search/filters'

/** The search page's form: an address with parameters, so that a search can be kept and sent. */
export function SearchForm({
  filters,
  problems,
}: {
  filters: SearchFilters
  problems: LimitProblems
}) {
  const conditions = conditionsOf(filters)
  const wrong = Object.keys(problems).length > 0
  return (
    <form
      action="/search"
      method="get"
      role="search"
      aria-label="Search with filters"
      className="chrome"
    >
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <label htmlFor="search-q" className="mb-1 block font-semibold">
            Words to look for
          </label>
          <input
            key={filters.q}
            id="search-q"
            type="search"
            name="q"
            data-search-field="page"
            aria-keyshortcuts="/"
            defaultValue={filters.q}
            autoFocus={filters.q === '' && conditions === 0 && !wrong}
            maxLength={200}
            autoComplete="off"
            enterKeyHint="search"
            className="control"
          />
        </div>
        <Button type="submit">Search</Button>
      </div>
      <details open={wrong} className="group mt-3">
        <summary className="flex min-h-11 w-fit list-none items-center gap-1 font-semibold [&::-webkit-details-marker]:hidden">
          {narrowing(conditions)}
          <ChevronDown aria-hidden="true" className="size-4 shrink-0 group-open:rotate-180" />
        </summary>
        <div className="grid gap-4 pt-2 pb-1 sm:grid-cols-2 lg:grid-cols-3">
          <Choice name="record" label="Look in" empty="Everything" chosen={filters.record}>
            {Object.entries(recordLabels)}
          </Choice>
          <Choice name="kind" label="Kind of entry" empty="Every kind" chosen={filters.kind}>
            {Object.entries(kinds).map(([kind, { label }]) => [kind, label])}
          </Choice>
          <Line name="organization" label="Organization" value={filters.organization} />
          <Line name="person" label="Person" value={filters.person} />
          <Limit name="from" label="From" value={filters.from} problem={problems.from} />
          <Limit name="to" label="To" value={filters.to} problem={problems.to} />
        </div>
      </details>
    </form>
  )
}

function narrowing(conditions: number): string {
  if (conditions === 0) return 'Narrow it down'
  return conditions === 1 ? 'Narrowed by one condition' : `Narrowed by ${conditions} conditions`
}

type ChoiceProps = {
  name: string
  label: string
  empty: string
  chosen: string | null
  children: [string, string][]
}

function Choice({ name, label, empty, chosen, children }: ChoiceProps): ReactNode {
  const id = `search-${name}`
  return (
    <FieldFrame id={id} label={label} messages={[]}>
      <select key={chosen} id={id} name={name} defaultValue={chosen ?? ''} className="control">
        <option value="">{empty}</option>
        {children.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

type LimitProps = {
  name: 'from' | 'to'
  label: string
  value: string
  problem: LimitProblem | undefined
}

function Limit({ name, label, value, problem }: LimitProps): ReactNode {
  const id = `search-${name}`
  const written = problem?.written ?? value
  return (
    <LimitField
      key={written}
      {...{ id, name, label, value: written, problem: problem?.message }}
      placeholder="2018 or last week"
    />
  )
}

type LineProps = { name: string; label: string; value: string }

function Line({ name, label, value }: LineProps): ReactNode {
  const id = `search-${name}`
  return (
    <FieldFrame id={id} label={label} messages={[]}>
      <input
        dir="auto"
        key={value}
        id={id}
        name={name}
        defaultValue={value}
        maxLength={100}
        autoComplete="off"
        className="control"
      />
    </FieldFrame>
  )
}
