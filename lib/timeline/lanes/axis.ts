import { bucketOf, bucketStart, civil, levelAt, levels, type Span } from './levels'
import { clock, SHORT_MONTHS } from './words'

/** A line of the axis; `major` where something longer than a step begins, such as a year among months. */
export type Tick = { at: number; label: string; major: boolean }

/** How much room a label needs, in pixels. */
const WIDTHS = { year: 46, month: 40, day: 30, minute: 52 } as const

// Half years, pairs of days and half days make axes that are hard to read.
const STEPS = levels.flatMap(({ unit, size }, index) =>
  (unit === 'month' && size === 6) || (unit === 'day' && size === 2) || size === 720 ? [] : index,
)

/**
 * The lines of an axis over a span, as fine as there is room for their labels.
 *
 * @param perDay pixels of a day.
 */
export function axisTicks(span: Span, perDay: number): Tick[] {
  const level = levelAt(
    STEPS.findLast((index) => {
      const { unit, days } = levelAt(index)
      return days * perDay >= WIDTHS[unit]
    }) ?? 0,
  )
  const ticks: Tick[] = []
  const last = bucketOf(level, span.to)
  for (let bucket = bucketOf(level, span.from); bucket <= last; bucket++) {
    const at = bucketStart(level, bucket)
    const date = civil(Math.floor(at + 1e-6))
    if (at < span.from || at > span.to || date.year < 1 || date.year > 9999) continue
    ticks.push({ at, ...labelOf(level, at, date) })
  }
  return ticks
}

/** A label that the edge of the window would cut is left out; beyond it, it waits to be moved into sight. */
export function hasLabel({ at, label }: Tick, view: Span, width: number): boolean {
  const room = ((view.to - at) / (view.to - view.from)) * width
  return at >= view.from - 1e-6 && (at > view.to || room > 6 + label.length * 8)
}

function labelOf(
  { unit, size }: ReturnType<typeof levelAt>,
  at: number,
  { year, month, day }: ReturnType<typeof civil>,
): Omit<Tick, 'at'> {
  const years = String(year).padStart(4, '0')
  const months = SHORT_MONTHS[month - 1] ?? ''
  if (unit === 'year') return { label: years, major: year % (size * 5) === 0 }
  if (unit === 'month') return { label: month === 1 ? years : months, major: month === 1 }
  if (unit === 'day') {
    const begins = size === 1 ? day === 1 : day <= 7
    return { label: begins ? `${day} ${months}` : String(day), major: begins }
  }
  const minutes = Math.round((at - Math.floor(at + 1e-6)) * 1_440)
  return minutes === 0
    ? { label: `${day} ${months}`, major: true }
    : { label: clock(minutes), major: false }
}
