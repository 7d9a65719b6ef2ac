import type { Span } from '@/lib/timeline/lanes/levels'
import { threadOf } from '@/lib/timeline/lanes/marks'
import type { DemandLine } from '@/lib/timeline/lanes/sheet'
import type { Brush } from './brush'

/** Dotted while nobody answered, dashed while not all did. */
const DASHES = { waiting: [0, 4], partly: [6, 4], answered: [] }

/** A demand's thread, as `demand-thread.tsx` draws it, at this height. */
export function paintThread(
  brush: Brush,
  y: number,
  { line, drawn, today }: { line: DemandLine; drawn: Span; today: number },
): void {
  const { colour } = brush.style.lanes.demand
  const { pieces, end } = threadOf(line, drawn, today)
  for (const { name, from, to } of pieces) {
    // Dots are as round ends of nothing, which begin half a dot before.
    const inset = name === 'waiting' ? 1 : 0
    const ends: [[number, number], [number, number]] = [
      [brush.x(from) + inset, y],
      [brush.x(to) - inset, y],
    ]
    brush.line(colour, ends, { width: 2, dashes: DASHES[name] })
  }
  const high = brush.style.rem * 0.75
  if (end !== null) brush.fill(colour, [brush.x(end), y - high / 2, 3, high])
}
