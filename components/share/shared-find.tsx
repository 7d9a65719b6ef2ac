import { kindOf, laneLabels } from '@/lib/kinds/index'
import { lanes } from '@/lib/kinds/names'
import type { SharedChoice, SharedDemand, SharedFind } from '@/lib/shares/record'
import { isEmptyFilter } from '@/lib/timeline/filters'
import type { Asked } from './timeline-links'

const CHECKS = { yes: 'Checked by a second person', disputed: 'Disputed' }

/** A year, a month or a day, as a filter reads them. */
const DAY = '\\d{4}(-\\d{2}(-\\d{2})?)?'

/** Looks for entries of a long record: a plain form, whose answer is an address to pass on. */
export function SharedFindForm({
  find: { search, kinds, checks, organizations, people, places },
  demands,
  address,
  order,
  filter,
}: Asked & { find: SharedFind; demands: SharedDemand[]; address: string }) {
  const { text, from, to } = filter
  const lead = { kind: filter.kinds[0] ?? '', demand: filter.demands[0] ?? '' }
  return (
    <details open={!isEmptyFilter(filter)}>
      <summary>Find an entry</summary>
      <form className="find" role="search" action={`${address}#timeline`}>
        {order !== 'newest' && <input type="hidden" name="order" value={order} />}
        {filter.lanes.map((lane) => (
          <input key={lane} type="hidden" name="lane" value={lane} />
        ))}
        {search && (
          <label>
            Words
            <input name="q" type="search" defaultValue={text} dir="auto" maxLength={200} />
          </label>
        )}
        <label>
          Kind
          <select name="kind" defaultValue={lead.kind}>
            <option value="">Any kind</option>
            {lanes.map((lane) => {
              const of = kinds.filter((kind) => kindOf(kind).lane === lane)
              return of.length === 0 ? null : (
                <optgroup key={lane} label={laneLabels[lane]}>
                  {of.map((kind) => (
                    <option key={kind} value={kind}>
                      {kindOf(kind).label}
                    </option>
                  ))}
                </optgroup>
              )
            })}
          </select>
        </label>
        <ChoiceField
          {...{ name: 'org', label: 'Organization', any: 'Any organization' }}
          {...{ choices: organizations, chosen: filter.organizations }}
        />
        <ChoiceField
          {...{ name: 'person', label: 'Person', any: 'Any person' }}
          {...{ choices: people, chosen: filter.people }}
        />
        <ChoiceField
          {...{ name: 'place', label: 'Place', any: 'Any place' }}
          {...{ choices: places, chosen: filter.places }}
        />
        {demands.length > 0 && (
          <label>
            Demand
            <select name="demand" defaultValue={lead.demand}>
              <option value="">Any demand</option>
              {demands.map(({ number, wording }) => (
                <option key={number} value={number} dir="auto">
                  {number}. {wording}
                </option>
              ))}
            </select>
          </label>
        )}
        {checks.length > 0 && (
          <label>
            Checked or disputed
            <select name="checked" defaultValue={filter.checks[0] ?? ''}>
              <option value="">Any</option>
              {checks.map((check) => (
                <option key={check} value={check}>
                  {CHECKS[check]}
                </option>
              ))}
            </select>
          </label>
        )}
        <DayField name="from" label="From" value={from} example="2024-03" />
        <DayField name="to" label="To" value={to} example="2025" />
        <button type="submit">Find</button>
        {!isEmptyFilter(filter) && <a href={`${address}#timeline`}>Show all entries</a>}
      </form>
    </details>
  )
}

function ChoiceField({
  name,
  label,
  any,
  choices,
  chosen: [chosen = ''],
}: {
  name: 'org' | 'person' | 'place'
  label: string
  any: string
  choices: SharedChoice[]
  chosen: string[]
}) {
  if (choices.length === 0) return null
  return (
    <label>
      {label}
      <select name={name} defaultValue={chosen}>
        <option value="">{any}</option>
        {choices.map(({ value, label: words }) => (
          <option key={value} value={value} dir="auto">
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

function DayField({
  name,
  label,
  value,
  example,
}: {
  name: 'from' | 'to'
  label: string
  value: string | null
  example: string
}) {
  return (
    <label>
      {label}
      <input
        name={name}
        type="text"
        defaultValue={value ?? ''}
        pattern={DAY}
        placeholder={example}
        title="A year, a month or a day, such as 2024, 2024-03 or 2024-03-08"
        size={10}
      />
    </label>
  )
}
