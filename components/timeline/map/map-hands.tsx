'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useLayoutEffect, useRef, useTransition, type ReactNode } from 'react'
import { boxOf, pannedView, writeBox, zoomedView, type MapView } from '@/lib/timeline/map/view'
import { listenToHands } from '../hands'
import { isBusy, keysAreOff } from '../keys-off'

/** The map is drawn anew so long after the last move. */
const REST_MS = 180
/** How far a key moves, as a share of the map, and how much of it a key shows. */
const STEP = 0.25
const NEARER = 0.5

/**
 * Moves a drawn map under the hand, and asks for it anew where it comes to rest: by drag, pinch, wheel
 * with Ctrl and keys. Before script the links beside it do the same.
 */
export function MapHands({
  view,
  href,
  className,
  children,
}: {
  view: MapView
  /** The map's address without its box. */
  href: string
  className: string
  children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const wanted = useRef(view)
  const drawn = useRef(view)
  const moving = useRef(false)
  const router = useRouter()
  const [, follow] = useTransition()

  useLayoutEffect(() => {
    drawn.current = view
    if (!moving.current) wanted.current = view
    settle(box.current, view, wanted.current)
  }, [view])

  useEffect(() => {
    const element = box.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = (next: MapView) => {
      moving.current = true
      wanted.current = next
      settle(element, drawn.current, next)
    }
    const rest = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        moving.current = false
        const at = `${href}${href.includes('?') ? '&' : '?'}box=${writeBox(boxOf(wanted.current))}`
        follow(() => router.replace(at, { scroll: false }))
      }, REST_MS)
    }
    const stopHands = listenToHands(
      element,
      {
        pan: (right, down) => show(pannedView(wanted.current, right, down)),
        zoom: (factor, across, down) => show(zoomedView(wanted.current, factor, across, down)),
        rest,
      },
      'every way',
    )
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      // The other drawing of the map is for another size of window.
      if (isBusy(event.target) || element.offsetParent === null) return
      const { current: now } = wanted
      const inside = element.contains(document.activeElement)
      const next =
        (inside ? panned(now, event.key) : null) ?? (keysAreOff() ? null : closer(now, event.key))
      if (next) {
        show(next)
        rest()
      } else if (event.key === '0' && !keysAreOff()) {
        clearTimeout(timer)
        moving.current = false
        follow(() => router.replace(href, { scroll: false }))
      } else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      stopHands()
      clearTimeout(timer)
      document.removeEventListener('keydown', onKey)
    }
  }, [router, href])

  return (
    <div
      ref={box}
      role="region"
      aria-label="Map"
      tabIndex={0}
      className={`touch-pan-y overflow-hidden data-held:cursor-grabbing ${className}`}
    >
      {children}
    </div>
  )
}

// Where the drawing of one view lies while another one is looked at.
function settle(element: HTMLElement | null, drawn: MapView, wanted: MapView): void {
  const drawing = element?.querySelector('svg')
  if (!drawing) return
  const wide = wanted.right - wanted.left
  const scale = (drawn.right - drawn.left) / wide
  const right = ((drawn.left - wanted.left) / wide) * 100
  const down = ((wanted.top - drawn.top) / (wanted.top - wanted.bottom)) * 100
  const still = Math.abs(scale - 1) < 1e-3 && Math.abs(right) < 0.1 && Math.abs(down) < 0.1
  drawing.style.transform = still ? '' : `translate(${right}%, ${down}%) scale(${scale})`
}

function panned(view: MapView, key: string): MapView | null {
  if (key === 'ArrowLeft') return pannedView(view, -STEP, 0)
  if (key === 'ArrowRight') return pannedView(view, STEP, 0)
  if (key === 'ArrowUp') return pannedView(view, 0, -STEP)
  if (key === 'ArrowDown') return pannedView(view, 0, STEP)
  return null
}

function closer(view: MapView, key: string): MapView | null {
  if (key === '+' || key === '=') return zoomedView(view, NEARER)
  if (key === '-') return zoomedView(view, 1 / NEARER)
  return null
}
