import { Moment } from '@/components/ui/moment'
import type { Clock } from '@/lib/dates/moments'

type Listed = {
  id: string
  name: string
  state: 'waiting' | 'running' | 'done' | 'undone'
  createdAt: string
  by: string | null
  written: number
  toWrite: number
}

/** What was imported into a campaign, each with the way to its own page. */
export function ImportList({
  imports,
  slug,
  clock,
}: {
  imports: readonly Listed[]
  slug: string
  /** The reader's own time zone and language. */
  clock: Clock
}) {
  return (
    <ul className="divide-hairline divide-y">
      {imports.map((one) => (
        <li key={one.id} className="flex flex-wrap items-baseline gap-x-4 py-2">
          <a
            href={`/campaigns/${slug}/import/${one.id}`}
            dir="auto"
            className="inline-flex min-h-11 items-center font-semibold"
          >
            {one.name}
          </a>
          <span>{stateOf(one)}</span>
          <span className="text-muted">
            <Moment at={one.createdAt} clock={clock} />
            {one.by && (
              <>
                {' '}
                by <span dir="auto">{one.by}</span>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function stateOf({ state, written, toWrite }: Listed): string {
  const rows = `${written.toLocaleString('en')} ${written === 1 ? 'row' : 'rows'}`
  switch (state) {
    case 'waiting':
      return 'Not imported yet'
    case 'running':
      return `Importing: ${written.toLocaleString('en')} of ${toWrite.toLocaleString('en')}`
    case 'done':
      return rows
    case 'undone':
      return 'Undone'
  }
}
