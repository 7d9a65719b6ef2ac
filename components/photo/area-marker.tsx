'use client'

import { X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { Button } from '@/components/ui/button'
import { MOST_AREAS, type Area } from '@/lib/photos'
import { areaBetween, movedArea, resized, type Point } from '@/lib/photo-areas'
import { AreaNumbers } from './area-numbers'

/** A picture that a canvas can draw. */
export type Drawable = { source: CanvasImageSource; width: number; height: number }

const MOST_SHOWN = 1_280
/** Smaller than this is a tap, not an area. */
const LEAST = 0.01
/** Seen on every photo, whatever its colours and the page's are. */
const COVER = { background: 'rgb(0 0 0 / 0.65)', border: '2px solid white' }
const FIRST: Area = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }

/**
 * A picture on which areas are marked: drawn with finger or mouse, or added by a button and moved
 * with the arrow keys or by numbers.
 */
export function AreaMarker({
  picture,
  areas,
  onAreas,
}: {
  picture: Drawable
  areas: Area[]
  onAreas: (areas: Area[]) => void
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [start, setStart] = useState<Point | null>(null)
  const [drawn, setDrawn] = useState<Area | null>(null)

  useEffect(() => {
    const scale = Math.min(1, MOST_SHOWN / Math.max(picture.width, picture.height))
    const drawing = canvas.current
    if (!drawing) return
    drawing.width = Math.round(picture.width * scale)
    drawing.height = Math.round(picture.height * scale)
    drawing.getContext('2d')?.drawImage(picture.source, 0, 0, drawing.width, drawing.height)
  }, [picture])

  const change = (index: number, area: Area | null) =>
    onAreas(areas.flatMap((one, at) => (at === index ? (area ?? []) : one)))

  function begin(event: PointerEvent<HTMLDivElement>) {
    if (event.target instanceof HTMLButtonElement || areas.length >= MOST_AREAS) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setStart(pointIn(event))
  }

  function draw(event: PointerEvent<HTMLDivElement>) {
    if (start) setDrawn(areaBetween(start, pointIn(event)))
  }

  function end() {
    if (drawn && drawn.width > LEAST && drawn.height > LEAST) onAreas([...areas, drawn])
    setStart(null)
    setDrawn(null)
  }

  return (
    <div className="space-y-3">
      <p className="text-muted">
        Draw over every face and badge that must not be recognized. What is marked is blurred before
        the photo is stored, and cannot be brought back.
      </p>
      <div
        className="border-hairline relative w-fit touch-none border select-none"
        onPointerDown={begin}
        onPointerMove={draw}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <canvas
          ref={canvas}
          role="img"
          aria-label="The photo, to mark areas on"
          className="block h-auto max-h-[70vh] w-auto max-w-full"
        />
        {areas.map((area, index) => (
          <button
            key={index}
            type="button"
            aria-label={`Area ${index + 1}. Arrow keys move it, with Shift they change its size, Delete removes it.`}
            style={placeOf(area)}
            className="absolute cursor-move"
            onKeyDown={(event) => {
              const next = afterKey(event, area)
              if (next === undefined) return
              event.preventDefault()
              change(index, next)
            }}
          />
        ))}
        {drawn && <span style={placeOf(drawn)} className="pointer-events-none absolute" />}
      </div>
      {areas.map((area, index) => (
        <div key={index} className="flex flex-wrap items-end gap-3">
          <AreaNumbers
            legend={`Area ${index + 1}, in percent of the photo`}
            area={area}
            onArea={(next) => change(index, next)}
          />
          <Button
            tone="quiet"
            aria-label={`Remove area ${index + 1}`}
            onClick={() => change(index, null)}
          >
            <X aria-hidden="true" className="size-5" />
          </Button>
        </div>
      ))}
      {areas.length < MOST_AREAS && (
        <Button tone="quiet" onClick={() => onAreas([...areas, FIRST])}>
          Mark an area
        </Button>
      )}
    </div>
  )
}

/** What a key makes of an area: null removes it, undefined is another key. */
function afterKey(event: KeyboardEvent, area: Area): Area | null | undefined {
  if (event.key === 'Delete' || event.key === 'Backspace') return null
  const steps: Record<string, [number, number]> = {
    ArrowLeft: [-0.01, 0],
    ArrowRight: [0.01, 0],
    ArrowUp: [0, -0.01],
    ArrowDown: [0, 0.01],
  }
  const step = steps[event.key]
  return step && (event.shiftKey ? resized : movedArea)(area, ...step)
}

function pointIn(event: PointerEvent<HTMLDivElement>): Point {
  const box = event.currentTarget.getBoundingClientRect()
  return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }
}

function placeOf({ x, y, width, height }: Area) {
  const percent = (value: number) => `${value * 100}%`
  return {
    ...{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) },
    ...COVER,
  }
}
