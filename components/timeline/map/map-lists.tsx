import { ringOf, type MapMark } from '@/lib/timeline/map/marks'
import { LaneMark } from '@/components/ui/lane-mark'
import type { CalendarEntry } from '@/lib/timeline/calendar'
import { DatedEntries } from '../dated-entries'
import { doubtOf, lanesOf } from './map-drawing'

/** The map's marks as a list, the fullest places first. */
export function MarkList({
  marks,
  hrefOf,
}: {
  marks: MapMark[]
  hrefOf: (mark: MapMark) => string
}) {
  if (marks.length === 0) return null
  return (
    <details className="mt-2">
      <summary className="min-h-11 py-3">The map as a list</summary>
      <ul className="sm:columns-2 lg:columns-3">
        {marks.map((mark) => (
          <li key={mark.id} className="break-inside-avoid">
            <a
              href={hrefOf(mark)}
              className="flex min-h-11 items-center gap-3 py-1 no-underline hover:underline"
            >
              <span className="w-10 shrink-0 text-right font-semibold tabular-nums">
                {mark.count.toLocaleString('en')}
              </span>
              <span className="inline-flex shrink-0 gap-1">
                {ringOf(mark).map(({ lane }) => (
                  <LaneMark key={lane} lane={lane} />
                ))}
                <span className="sr-only">{lanesOf(mark)}</span>
              </span>
              <span className="min-w-0">
                <bdi>{mark.count === 1 ? mark.title : mark.place || 'Unnamed place'}</bdi>
                {mark.signs.length > 0 && (
                  <span className="text-muted text-sm"> · {doubtOf(mark)}</span>
                )}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The entries that are on no map, a page of them, so that none is lost to who reads by place. */
export function UnplacedList({
  entries,
  count,
  open,
  hrefOf,
  firstHref,
  nextHref,
}: {
  entries: CalendarEntry[]
  count: number
  open: boolean
  hrefOf: (id: string) => string
  /** Where this is a later page, the first one. */
  firstHref: string | null
  nextHref: string | null
}) {
  if (count === 0) return null
  return (
    <details open={open} className="mt-2">
      <summary className="min-h-11 py-3">Not on the map ({count.toLocaleString('en')})</summary>
      <p className="text-muted mb-2">
        No coordinates yet. Pick a town in the field Where, and the entry appears on the map.
      </p>
      <DatedEntries {...{ entries, hrefOf }} />
      {(firstHref ?? nextHref) && (
        <nav aria-label="Pages of entries not on the map" className="chrome flex gap-x-5">
          {firstHref && (
            <a href={firstHref} data-stay className="inline-flex min-h-11 items-center">
              First page
            </a>
          )}
          {nextHref && (
            <a href={nextHref} data-stay className="inline-flex min-h-11 items-center">
              Next page
            </a>
          )}
        </nav>
      )}
    </details>
  )
}
