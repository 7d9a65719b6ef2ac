'use client'

import { useEffect, useRef, type RefObject } from 'react'
import type { BrushRange } from '@/lib/timeline/brush'

type Drag = {
  monthAt: (event: PointerEvent) => number
  /** From where the drag began to where it is, by a handle or from anywhere. */
  move: (begin: number, now: number, side: keyof BrushRange | null) => void
  done: () => void
  undone: () => void
}

/** Below this many pixels a press is meant for the link under it. */
const LEAST = 6

/** Dragging with mouse, pen or finger over the drawing that `box` lies on; a press alone is left to its links. */
export function useDrag(box: RefObject<HTMLElement | null>, drag: Drag): void {
  const latest = useRef(drag)
  useEffect(() => {
    latest.current = drag
  })
  useEffect(() => {
    const ground = box.current?.parentElement?.parentElement
    if (!ground) return
    let from: { x: number; y: number; month: number; side: keyof BrushRange | null } | null = null
    let dragging = false
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || !event.isPrimary) return
      const handle = (event.target as Element).closest<HTMLElement>('[data-side]')
      const side = handle?.dataset.side
      from = {
        x: event.clientX,
        y: event.clientY,
        month: latest.current.monthAt(event),
        side: side === 'start' || side === 'end' ? side : null,
      }
      dragging = false
    }
    const onMove = (event: PointerEvent) => {
      if (!from) return
      if (!dragging) {
        if (Math.hypot(event.clientX - from.x, event.clientY - from.y) < LEAST) return
        dragging = true
        ground.setPointerCapture(event.pointerId)
      }
      latest.current.move(from.month, latest.current.monthAt(event), from.side)
    }
    const onUp = () => {
      if (dragging) latest.current.done()
      from = null
    }
    const onCancel = () => {
      if (dragging) latest.current.undone()
      from = null
      dragging = false
    }
    // The press that ends a drag is no press of the year's link, and a link is not carried away.
    const onClick = (event: MouseEvent) => {
      if (!dragging) return
      dragging = false
      event.preventDefault()
      event.stopPropagation()
    }
    const onCarry = (event: Event) => event.preventDefault()
    ground.addEventListener('pointerdown', onDown)
    ground.addEventListener('pointermove', onMove)
    ground.addEventListener('pointerup', onUp)
    ground.addEventListener('pointercancel', onCancel)
    ground.addEventListener('click', onClick, true)
    ground.addEventListener('dragstart', onCarry)
    return () => {
      ground.removeEventListener('pointerdown', onDown)
      ground.removeEventListener('pointermove', onMove)
      ground.removeEventListener('pointerup', onUp)
      ground.removeEventListener('pointercancel', onCancel)
      ground.removeEventListener('click', onClick, true)
      ground.removeEventListener('dragstart', onCarry)
    }
  }, [box])
}
