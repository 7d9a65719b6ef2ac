import Link from 'next/link'
import type { Span } from '@/lib/timeline/lanes/levels'
import { lanesHref, type LanesPlace } from '@/lib/timeline/lanes/links'
import { rowings, type Rowing, type RowPage } from '@/lib/timeline/lanes/sheet'
import { fitWindow, pannedWindow, zoomedWindow } from '@/lib/timeline/lanes/window'

const LABELS: Record<Rowing, string> = {
  lane: 'Lanes',
  organization: 'Organizations',
  person: 'People',
  demand: 'Demands',
  place: 'Places',
}

const STEP =
  'border-control hover:bg-wash inline-flex min-h-11 min-w-11 items-center justify-center border px-3 no-underline'

/** Steps of the window and the choice of rows, as links, which work before script and in place after it. */
export function LanesControls({
  place,
  window,
  whole,
}: {
  place: LanesPlace
  window: Span
  whole: Span
}) {
  const to = (next: Span | null) => lanesHref(place, next && fitWindow(next, whole))
  const steps = [
    { name: 'earlier', label: '←', words: 'Earlier', href: to(pannedWindow(window, -0.5)) },
    { name: 'out', label: '−', words: 'Zoom out', href: to(zoomedWindow(window, 2)) },
    { name: 'whole', label: 'All', words: 'Whole campaign', href: to(null) },
    { name: 'in', label: '+', words: 'Zoom in', href: to(zoomedWindow(window, 0.5)) },
    { name: 'later', label: '→', words: 'Later', href: to(pannedWindow(window, 0.5)) },
  ]
  return (
    <div className="chrome mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
      <nav aria-label="Rows of the lanes" className="min-w-0">
        <ul className="link-row md:-mx-2">
          {rowings.map((by) => (
            <li key={by}>
              <Link
                href={lanesHref({ ...place, by, skip: 0 }, window)}
                prefetch={false}
                scroll={false}
                data-lanes-to="rows"
                aria-current={by === place.by ? 'true' : undefined}
                className="inline-flex min-h-11 items-center px-2 no-underline hover:underline aria-[current]:font-semibold aria-[current]:underline aria-[current]:decoration-2 aria-[current]:underline-offset-8"
              >
                {LABELS[by]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label="Window" className="flex -space-x-px">
        {steps.map(({ name, label, words, href }) => (
          <Link
            key={name}
            href={href}
            prefetch={false}
            scroll={false}
            data-lanes-to={name}
            aria-label={words}
            title={words}
            className={STEP}
          >
            {label}
          </Link>
        ))}
      </nav>
    </div>
  )
}

/** Which rows are shown of how many, with the way to the others. */
export function RowPages({
  place,
  window,
  rows: { skip, size, all },
}: {
  place: LanesPlace
  window: Span | null
  rows: RowPage
}) {
  if (all <= size) return null
  const last = Math.min(skip + size, all)
  return (
    <nav aria-label="More rows" className="chrome mt-2 flex flex-wrap items-center gap-x-5">
      <span className="text-muted">
        Rows {skip + 1}–{last} of {all.toLocaleString('en')}, those with most entries first
      </span>
      {skip > 0 && (
        <Link
          prefetch={false}
          scroll={false}
          data-lanes-to="rows"
          className="inline-flex min-h-11 items-center"
          href={lanesHref({ ...place, skip: Math.max(0, skip - size) }, window)}
        >
          Rows before
        </Link>
      )}
      {last < all && (
        <Link
          prefetch={false}
          scroll={false}
          data-lanes-to="rows"
          className="inline-flex min-h-11 items-center"
          href={lanesHref({ ...place, skip: skip + size }, window)}
        >
          {(all - last).toLocaleString('en')} more
        </Link>
      )}
    </nav>
  )
}

/** The way to the demands that have no thread of their own beside the lanes. */
export function MoreDemands({
  place,
  window,
  left,
}: {
  place: LanesPlace
  window: Span | null
  left: number
}) {
  if (left === 0) return null
  return (
    <nav aria-label="More demands" className="chrome mt-2">
      <Link
        prefetch={false}
        scroll={false}
        data-lanes-to="rows"
        className="inline-flex min-h-11 items-center"
        href={lanesHref({ ...place, by: 'demand', skip: 0 }, window)}
      >
        {left.toLocaleString('en')} more {left === 1 ? 'demand' : 'demands'}
      </Link>
    </nav>
  )
}
