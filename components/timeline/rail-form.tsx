import { Button } from '@/components/ui/button'
import type { Extra } from '@/lib/timeline/address'
import { filterParams, type TimelineFilter } from '@/lib/timeline/filters'
import { HiddenParams } from './hidden-params'

/** The dates between which the story is shown, as a GET form; what is dragged on the rail writes here. */
export function RailForm({
  id,
  action,
  filter,
  keep,
}: {
  id: string
  action: string
  filter: TimelineFilter
  keep: Extra
}) {
  const point = (name: 'from' | 'to', label: string) => (
    <label className="min-w-0 flex-1 text-sm">
      {label}
      <input
        name={name}
        defaultValue={filter[name] ?? ''}
        maxLength={10}
        pattern="\d{4}(-\d{2}){0,2}"
        title="A year, month or day: 2018, 2018-03 or 2018-03-05"
        placeholder={name === 'from' ? 'first' : 'last'}
        autoComplete="off"
        className="control px-1.5! tabular-nums lg:text-sm!"
      />
    </label>
  )
  return (
    <form
      id={id}
      key={`${filter.from} ${filter.to}`}
      action={action}
      className="mt-2 flex flex-wrap items-end gap-x-2 gap-y-1"
    >
      <HiddenParams params={filterParams({ ...filter, from: null, to: null })} extra={keep} />
      <fieldset className="contents">
        <legend className="sr-only">Show only a part of the time</legend>
        {point('from', 'Only from')}
        {point('to', 'to')}
      </fieldset>
      <Button type="submit" tone="quiet" className="lg:w-full">
        Show
      </Button>
    </form>
  )
}
