import { axisTicks, hasLabel } from '@/lib/timeline/lanes/axis'
import type { Span } from '@/lib/timeline/lanes/levels'
import { marksOf } from '@/lib/timeline/lanes/marks'
import { drawnSpan } from '@/lib/timeline/lanes/pages'
import type { Sheet } from '@/lib/timeline/lanes/sheet'
import { Brush } from './brush'
import { paintMark, type RowBox } from './paint-mark'
import { paintThread } from './paint-thread'
import type { Style } from './style'

/** What is to be seen: a sheet, and which window of it. */
export type Scene = { sheet: Sheet; view: Span; today: number; focused: string | null }

/**
 * Paints axis and rows as the document draws them (`picture.tsx`), from the same marks.
 *
 * @param size.height of all rows
 * @returns whether nothing of the window stays blank
 */
export function paint(
  context: CanvasRenderingContext2D,
  style: Style,
  scene: Scene,
  size: { width: number; height: number },
): boolean {
  const { sheet, view, today, focused } = scene
  const drawn = drawnSpan(sheet.level, sheet, view)
  const brush = new Brush(context, style, view, size.width)
  paintAxis(brush, drawn, size.height)
  if (today >= drawn.from && today <= drawn.to) {
    const x = Math.round(brush.x(today + 0.5)) + 0.5
    const dashes = { width: 1, dashes: [3, 2], alpha: 0.6 }
    brush.line(
      style.ink,
      [
        [x, 0],
        [x, size.height],
      ],
      dashes,
    )
  }
  const [left, right] = [brush.x(drawn.from), brush.x(drawn.to)]
  let top = style.axis
  sheet.rows.forEach((row, index) => {
    const head = row.line ? style.headAsked : style.head
    const height = row.tracks * style.track + head
    const isLast = index === sheet.rows.length - 1
    const bottom = top + height - (isLast ? 0 : 1)
    if (!isLast) brush.fill(style.hairline, [left, bottom, right - left, 1])
    const box: RowBox = { row: index, top, bottom, head, focused }
    if (row.line)
      paintThread(brush, threadPlace(box, row.tracks, style), { line: row.line, drawn, today })
    for (const mark of marksOf(sheet, index, { drawn, view })) paintMark(brush, box, mark)
    top += height
  })
  brush.finish()
  return drawn.from <= view.from && drawn.to >= view.to
}

// Beads hang on a thread of its own row; above marks with titles it runs along the top.
function threadPlace({ top, bottom, head }: RowBox, tracks: number, style: Style): number {
  return tracks > 1 ? top + head - style.rem * 0.375 + 1 : bottom - style.track / 2
}

function paintAxis(brush: Brush, drawn: Span, height: number): void {
  const { style, view, width } = brush
  const foot = style.axis - 1
  const [left, right] = [brush.x(drawn.from), brush.x(drawn.to)]
  brush.fill(style.hairline, [left, foot, right - left, 1])
  for (const tick of axisTicks(drawn, width / (view.to - view.from))) {
    const x = brush.x(tick.at)
    brush.upright(style.hairline, x, [0, foot])
    brush.upright(style.hairline, x, [foot, height], tick.major ? 1 : 0.55)
    if (!hasLabel(tick, view, width)) continue
    const text = tick.major ? style.majorTick : style.tick
    brush.write(text, tick.label, { x: x + 1 + style.rem * 0.3, middle: style.axis / 2 })
  }
}
