'use client'

import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { writeField } from '@/components/form/write-field'
import { brushPoints, brushRange, brushTo, brushWords, type BrushRange } from '@/lib/timeline/brush'
import { monthNumber, type RailScale } from '@/lib/timeline/rail'
import { IN_VIEW } from './flow-place'
import { useDrag } from './rail-drag'

type BrushProps = {
  scale: Pick<RailScale, 'first' | 'last' | 'step'>
  from: string | null
  to: string | null
  upright: boolean
  newestFirst: boolean
  /** How much of the drawing, in hundredths, lies before its scale and again after it. */
  margin: number
  /** The form that says the same in two fields, and is sent. */
  form: string
}

/** Chooses a range of months on the rail, and shows there what of the story is on the screen. */
export function RailBrush(props: BrushProps) {
  const { scale, from, to, upright, newestFirst, margin } = props
  const chosen = brushRange({ from, to }, scale)
  const [draft, setDraft] = useState<BrushRange | null>(null)
  const [seen, setSeen] = useState<BrushRange | null>(null)
  const range = draft ?? chosen
  const box = useRef<HTMLDivElement>(null)
  const span = scale.last - scale.first
  const along = (month: number) =>
    margin + ((newestFirst ? scale.last - month : month - scale.first) / span) * (100 - 2 * margin)

  // A new page has new dates: what was drawn on the old one is done.
  const [asked, setAsked] = useState(`${from} ${to}`)
  if (asked !== `${from} ${to}`) {
    setAsked(`${from} ${to}`)
    setDraft(null)
  }

  const fields = () => document.getElementById(props.form) as HTMLFormElement | null
  function show(next: BrushRange | null) {
    setDraft(next)
    const points = next ? brushPoints(next, scale) : { from: from ?? '', to: to ?? '' }
    for (const name of ['from', 'to'] as const) {
      const form = fields()
      if (form) writeField(form, name, points[name])
    }
  }
  const send = () => fields()?.requestSubmit()

  useEffect(() => {
    const onSeen = (event: Event) => {
      const { from: a, to: b } = (event as CustomEvent<{ from: string; to: string }>).detail
      const [low = a, high = a] = [a, b].sort()
      setSeen({ start: monthNumber(low), end: monthNumber(high) + 1 })
    }
    addEventListener(IN_VIEW, onSeen)
    return () => removeEventListener(IN_VIEW, onSeen)
  }, [])

  const monthAt = (event: PointerEvent): number => {
    const area = box.current?.getBoundingClientRect()
    if (!area) return scale.first
    const part = upright
      ? (event.clientY - area.top) / area.height
      : (event.clientX - area.left) / area.width
    const share = (part * 100 - margin) / (100 - 2 * margin)
    return newestFirst ? scale.last - share * span : scale.first + share * span
  }
  useDrag(box, {
    monthAt,
    move: (begin, now, side) => {
      if (side) return show(brushTo(range, side, now, scale))
      const [low, high] = begin < now ? [begin, now] : [now, begin]
      const start = brushTo({ start: 0, end: scale.last }, 'start', low, scale)
      show(brushTo(start, 'end', high, scale))
    },
    done: send,
    undone: () => show(null),
  })

  function onKey(side: keyof BrushRange, event: KeyboardEvent) {
    const step = steps(event.key, scale)
    if (event.key === 'Enter') send()
    else if (event.key === 'Escape') show(null)
    else if (step !== null) show(brushTo(range, side, range[side] + step, scale))
    else return
    event.preventDefault()
  }

  const area = (a: number, b: number) => {
    const [start, end] = [Math.min(a, b), Math.max(a, b)]
    return upright
      ? { top: `${start}%`, height: `${end - start}%`, left: 0, right: 0 }
      : { left: `${start}%`, width: `${end - start}%`, top: 0, bottom: 0 }
  }
  const ends = newestFirst ? [scale.last, scale.first] : [scale.first, scale.last]
  const [near, far] = newestFirst ? [range.end, range.start] : [range.start, range.end]
  return (
    <div ref={box} className="absolute inset-0" data-brush={upright ? 'upright' : 'lying'}>
      {seen && (
        <div
          data-seen
          className="bg-ink/10 border-ink/40 absolute border-y"
          style={area(along(seen.start), along(seen.end))}
        />
      )}
      {draft && (
        <>
          <div className="bg-paper/70 absolute" style={area(along(ends[0] ?? 0), along(near))} />
          <div className="bg-paper/70 absolute" style={area(along(far), along(ends[1] ?? 0))} />
        </>
      )}
      {(['start', 'end'] as const).map((side) => {
        const before = (side === 'start') !== newestFirst
        const at = along(range[side])
        const inside = `clamp(0px, calc(${at}% ${before ? '- 44px' : '+ 0px'}), calc(100% - 44px))`
        return (
          <div
            key={side}
            role="slider"
            tabIndex={0}
            data-side={side}
            aria-label={side === 'start' ? 'Show only from' : 'Show only until'}
            aria-orientation={upright ? 'vertical' : 'horizontal'}
            aria-valuemin={scale.first}
            aria-valuemax={scale.last}
            aria-valuenow={range[side]}
            aria-valuetext={`${brushWords(range, side)}${draft ? ', press Enter to show' : ''}`}
            onKeyDown={(event) => onKey(side, event)}
            className={`pointer-events-auto absolute flex size-11 touch-none ${
              upright
                ? 'right-0 cursor-ns-resize justify-end'
                : 'bottom-0 cursor-ew-resize items-end'
            } ${upright ? (before ? 'items-end' : 'items-start') : before ? 'justify-end' : 'justify-start'}`}
            style={upright ? { top: inside } : { left: inside }}
          >
            <span
              className={`bg-ink block rounded-xs opacity-70 ${upright ? 'h-1.5 w-7' : 'h-7 w-1.5'}`}
            />
          </div>
        )
      })}
    </div>
  )
}

/** How many months a key moves a handle; null for a key that moves none. */
function steps(key: string, scale: BrushProps['scale']): number | null {
  const far = scale.last - scale.first
  const page = Math.max(scale.step, 12)
  const by: Record<string, number> = {
    ArrowRight: scale.step,
    ArrowUp: scale.step,
    ArrowLeft: -scale.step,
    ArrowDown: -scale.step,
    PageUp: page,
    PageDown: -page,
    Home: -far,
    End: far,
  }
  return by[key] ?? null
}
