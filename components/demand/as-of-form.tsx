import { Button } from '@/components/ui/button'

/** Asks for the standings of another day. An ordinary form, so it works before the script. */
export function AsOfForm({ asOf, today }: { asOf: string; today: string }) {
  return (
    <form method="get" className="chrome mb-6 flex flex-wrap items-end gap-3">
      <div>
        <label htmlFor="as-of" className="mb-1 block font-semibold">
          Standings as of
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
      <Button type="submit" tone="quiet">
        Show that day
      </Button>
    </form>
  )
}
