import { Button } from '@/components/ui/button'
import type { Extra } from '@/lib/timeline/address'
import { filterParams, type TimelineFilter } from '@/lib/timeline/filters'
import { HiddenParams } from './hidden-params'
import { LimitField } from './limit-field'

/** The dates between which the story is shown, as a GET form; what is dragged on the rail writes here. */
export function RailForm({
  id,
  action,
  filter,
  keep,
  beside = false,
}: {
  id: string
  action: string
  filter: TimelineFilter
  keep: Extra
  /** Whether the button stands beside the fields on every screen. */
  beside?: boolean
}) {
  const limit = (name: 'from' | 'to', label: string) => (
    <LimitField
      id={`${id}-${name}`}
      {...{ name, label }}
      value={filter[name] ?? ''}
      placeholder={name === 'from' ? 'first' : 'last'}
      compact
    />
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
        <legend className="sr-only">Limit the dates</legend>
        {limit('from', 'Only from')}
        {limit('to', 'to')}
      </fieldset>
      <Button type="submit" tone="quiet" className={beside ? '' : 'lg:w-full'}>
        Show
      </Button>
    </form>
  )
}
