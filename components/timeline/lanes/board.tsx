'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { countInView } from '@/lib/timeline/lanes/in-view'
import type { Span } from '@/lib/timeline/lanes/levels'
import type { LanesPlace } from '@/lib/timeline/lanes/links'
import { unpackSheet, type PackedSheet } from '@/lib/timeline/lanes/wire'
import { pannedWindow, wholeWindow, zoomedWindow } from '@/lib/timeline/lanes/window'
import { roundedWindow } from '@/lib/timeline/lanes/rounding'
import { dayText, windowInWords } from '@/lib/timeline/lanes/words'
import { Controller, type Drawing } from './controller'
import { listenToHands } from '../hands'
import { listenToKeys } from './keys'
import { Picture } from './picture'
import { RowNames } from './row-names'
import { ViewList } from './view-list'

/**
 * The lanes as they answer to hands and keys. A movement is shown by the canvas alone; the document
 * (links, the list, the address) follows when it comes to rest.
 */
export function LanesBoard({
  place,
  first,
  whole,
  window: initial,
  today,
  newHref,
}: {
  place: LanesPlace
  /** The window drawn for a desk and for a phone, until the width is known. */
  first: { desk: PackedSheet; phone: PackedSheet }
  whole: Span
  window: Span
  today: number
  newHref: string | null
}) {
  const router = useRouter()
  const plot = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const note = useRef<HTMLParagraphElement>(null)
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  const [open, setOpen] = useState<boolean | null>(null)
  const [desk, phone] = useMemo(
    () => [unpackSheet(first.desk), unpackSheet(first.phone)] as const,
    [first],
  )
  const board = useMemo(
    () => new Controller(place, whole, today, initial),
    [place, whole, today, initial],
  )

  useLayoutEffect(() => {
    board.show(drawing)
  }, [board, drawing])

  useEffect(() => {
    const element = plot.current
    if (!element || !canvas.current) return
    board.attach({
      plot: element,
      canvas: canvas.current,
      push: (href) => router.push(href),
      draw: (next, now) => {
        if (now) flushSync(() => setDrawing(next))
        else startTransition(() => setDrawing(next))
      },
    })
    const stopHands = listenToHands(element, board.moves, 'across')
    const stopKeys = listenToKeys(element, {
      pan: (share) => board.go(pannedWindow(board.window, share)),
      zoom: (factor) => board.go(zoomedWindow(board.window, factor)),
      whole: () => board.go(wholeWindow(whole)),
      edge: (end) => {
        const length = board.window.to - board.window.from
        const edges = wholeWindow(whole)
        board.go(
          end === 'first'
            ? { from: edges.from, to: edges.from + length }
            : { from: edges.to - length, to: edges.to },
        )
      },
      walk: (step) => walk(element, board.window, step),
      log: () => {
        if (!newHref) return false
        const at = Number(
          document.activeElement instanceof HTMLElement && element.contains(document.activeElement)
            ? (document.activeElement.dataset.at ?? NaN)
            : NaN,
        )
        const middle = (board.window.from + board.window.to) / 2
        router.push(`${newHref}?date=${dayText(Number.isNaN(at) ? middle : at)}`)
        return true
      },
    })
    return () => {
      stopHands()
      stopKeys()
      board.detach()
    }
  }, [board, whole, newHref, router])

  const shown = drawing ?? { sheet: desk, view: initial }
  // Of the window that the address gives, so that a reload says and counts the same.
  const seen = roundedWindow(shown.view)
  const words = `${windowInWords(seen)}: ${countInWords(countInView(shown.sheet, seen), place.by !== 'lane')}`
  return (
    <section aria-label="Lanes" data-lanes>
      <div className="lanes">
        <RowNames rows={shown.sheet.rows} place={place} />
        <div
          ref={plot}
          className="lanes-plot"
          role="group"
          tabIndex={0}
          aria-label="Marks over time. Arrows move, plus and minus zoom, j and k walk, Enter opens."
          onClick={(event) => board.click(event.nativeEvent)}
          onPointerOver={(event) => tell(note.current, event.target)}
          onFocus={(event) => tell(note.current, event.target)}
        >
          {drawing ? (
            <Picture {...drawing} today={today} place={place} />
          ) : (
            <>
              <Picture
                {...{ sheet: desk, view: initial, today, place }}
                width={1_000}
                className="max-md:hidden"
              />
              <Picture
                {...{ sheet: phone, view: initial, today, place }}
                width={340}
                className="md:hidden"
              />
            </>
          )}
          <canvas ref={canvas} aria-hidden="true" className="lanes-canvas" />
        </div>
      </div>
      <p role="status" className="mt-2 font-serif text-lg" suppressHydrationWarning>
        {words}
      </p>
      <p ref={note} aria-hidden="true" className="text-muted min-h-6 truncate text-sm" />
      <details className="chrome mt-2" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="min-h-11 py-2.5">What is in view, as a list</summary>
        {(open ?? !drawing) && <ViewList sheet={shown.sheet} view={shown.view} place={place} />}
      </details>
    </section>
  )
}

// An entry of two organizations stands in both of their rows.
function countInWords(count: number, repeated: boolean): string {
  const entries = `${count.toLocaleString('en')} ${count === 1 ? 'entry' : 'entries'} in view`
  return repeated && count > 1 ? `${entries}, one in several rows counted in each` : entries
}

function tell(note: HTMLElement | null, target: EventTarget): void {
  const mark = target instanceof HTMLElement ? target.closest('[data-at]') : null
  if (note && mark) note.textContent = mark.getAttribute('aria-label')
}

function walk(plot: HTMLElement, view: Span, step: 1 | -1): void {
  const marks = [...plot.querySelectorAll<HTMLElement>('[data-at]')]
    .map((mark) => ({ mark, at: Number(mark.dataset.at) }))
    .filter(({ at, mark }) => at >= view.from - 1e-6 && at < view.to && mark.offsetParent !== null)
    .sort((a, b) => a.at - b.at)
  const here = marks.findIndex(({ mark }) => mark === document.activeElement)
  const next = here === -1 ? (step === 1 ? 0 : marks.length - 1) : here + step
  marks[next]?.mark.focus()
}
