import { Button } from '@/components/ui/button'

/**
 * Asks for the standings of another day, and where there are several targets for those at one of
 * them. An ordinary form, so it works before the script.
 */
export function AsOfForm({
  asOf,
  today,
  targets = [],
  target = null,
  checked,
}: {
  asOf: string
  today: string
  targets?: { id: string; name: string }[]
  target?: string | null
  /** Whether only standings that were checked, or that were not, are asked for; not offered without it. */
  checked?: 'yes' | 'no' | ''
}) {
  return (
    <form method="get" className="chrome mb-6 flex flex-wrap items-end gap-3">
      <div>
        <label htmlFor="as-of" className="mb-1 block font-semibold">
          Status on
        </label>
        <input
          id="as-of"
          name="asOf"
          type="date"
          defaultValue={asOf}
          max={today}
          className="control w-auto"
        />
      </div>
      {targets.length > 1 && (
        <div className="min-w-0">
          <label htmlFor="at-target" className="mb-1 block font-semibold">
            At
          </label>
          <select
            id="at-target"
            name="at"
            defaultValue={target ?? ''}
            className="control w-auto max-w-full"
          >
            <option value="">All targets</option>
            {targets.map(({ id, name }) => (
              <option dir="auto" key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {checked !== undefined && (
        <div className="min-w-0">
          <label htmlFor="standing-checked" className="mb-1 block font-semibold">
            Second person
          </label>
          <select
            id="standing-checked"
            name="checked"
            defaultValue={checked}
            className="control w-auto max-w-full"
          >
            <option value="">Checked or not</option>
            <option value="yes">Checked</option>
            <option value="no">Not checked</option>
          </select>
        </div>
      )}
      <Button type="submit" tone="quiet">
        Show
      </Button>
    </form>
  )
}
