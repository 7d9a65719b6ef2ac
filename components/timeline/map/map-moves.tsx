import type { ReactNode } from 'react'
import {
  boxOf,
  showsWholeWorld,
  pannedView,
  planeOf,
  zoomedView,
  type MapBox,
  type MapView,
} from '@/lib/timeline/map/view'

const STEP = 0.4
const NEARER = 0.5

/** What moves the map without a hand on it: plain links, which work before script. */
export function MapMoves({
  box,
  hrefOf,
  allHref,
}: {
  box: MapBox
  hrefOf: (box: MapBox) => string
  /** The map of all places; null where that is what it shows. */
  allHref: string | null
}) {
  const view = planeOf(box)
  const to = (next: MapView) => hrefOf(boxOf(next))
  return (
    <nav aria-label="Move the map" className="chrome flex flex-wrap items-center gap-1">
      <Move label="Zoom in" href={to(zoomedView(view, NEARER))}>
        +
      </Move>
      <Move label="Zoom out" href={showsWholeWorld(view) ? null : to(zoomedView(view, 1 / NEARER))}>
        −
      </Move>
      <Move label="Go west" href={to(pannedView(view, -STEP, 0))}>
        ←
      </Move>
      <Move label="Go north" href={to(pannedView(view, 0, -STEP))}>
        ↑
      </Move>
      <Move label="Go south" href={to(pannedView(view, 0, STEP))}>
        ↓
      </Move>
      <Move label="Go east" href={to(pannedView(view, STEP, 0))}>
        →
      </Move>
      {allHref && (
        <a href={allHref} data-stay className="inline-flex min-h-11 items-center px-2">
          All places
        </a>
      )}
    </nav>
  )
}

function Move({
  label,
  href,
  children,
}: {
  label: string
  href: string | null
  children: ReactNode
}) {
  const look = 'border-control inline-flex size-11 items-center justify-center border text-lg'
  if (href === null) {
    return (
      <span role="link" aria-disabled="true" aria-label={label} className={`${look} text-muted`}>
        {children}
      </span>
    )
  }
  return (
    <a
      href={href}
      data-stay
      aria-label={label}
      title={label}
      className={`${look} hover:bg-wash no-underline`}
    >
      {children}
    </a>
  )
}
