import { signsBefore } from '@/lib/entries/signs'
import type { CountedMark, EntryMark } from '@/lib/timeline/lanes/marks'
import { countLabel, markKey } from '@/lib/timeline/lanes/marks'
import type { Box, Brush } from './brush'
import { paintBar, paintHalo } from './paint-dates'

/** Where a row stands, and which mark has the focus. */
export type RowBox = {
  row: number
  top: number
  bottom: number
  head: number
  focused: string | null
}

/** A mark as `row-marks.tsx` draws it. */
export function paintMark(brush: Brush, row: RowBox, mark: CountedMark | EntryMark): void {
  const box = mark.is === 'entry' ? paintEntry(brush, row, mark) : paintCount(brush, row, mark)
  if (row.focused !== null && row.focused === markKey(row.row, mark)) paintFocus(brush, box)
}

function paintCount(brush: Brush, { top, bottom, head }: RowBox, counted: CountedMark): Box {
  const { style } = brush
  const { mark, from, to, parts, reach, bead, look, share } = counted
  const [left, right] = [brush.x(from), brush.x(to)]
  const { colour } = style.lanes[look]
  const label = countLabel(mark)
  const middle = (left + right) / 2
  if (bead) {
    const y = bottom - style.track / 2
    const width = Math.min(style.rem * 1.625, right - left - 2)
    const high = style.rem * 1.125
    pill(brush, colour, [middle - width / 2, y - high / 2, width, high])
    brush.write(style.bead, label, { x: middle, middle: y, align: 'center' })
    return [left, bottom - style.track, right - left, style.track]
  }
  if (reach) {
    const [start, end] = [brush.x(reach.from), brush.x(reach.to)]
    brush.fill(style.lanes[reach.lane].colour, [start, bottom - 2, end - start, 2], 0.4)
  }
  const number = style.rem * 1.125
  const height = number + Math.max(style.rem / 4, share * (bottom - top - number - head * 0.8))
  const y = bottom - height
  const [x, width] = [left + 1, right - left - 2]
  brush.fill(colour, [x, y + number, width, 2])
  const column = height - number
  if (parts.length > 1)
    for (const part of parts)
      brush.fill(
        style.lanes[part.lane].colour,
        [x, bottom - column * part.to, width, column * (part.to - part.from)],
        0.45,
      )
  else brush.fill(colour, [x, y + number, width, column], 0.26)
  brush.write(style.count, label, { x: middle, middle: y + number / 2, align: 'center' })
  return [x, y, width, height]
}

function pill({ context, style }: Brush, colour: string, [x, y, width, height]: Box): void {
  if (width <= 1) return
  context.beginPath()
  context.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, height / 2)
  context.fillStyle = style.paper
  context.fill()
  context.strokeStyle = colour
  context.lineWidth = 1
  context.setLineDash([])
  context.stroke()
}

function paintEntry(brush: Brush, { bottom }: RowBox, mark: EntryMark): Box {
  const { style } = brush
  const { entry, at, track, until, bar, halo } = mark
  const y = bottom - style.track * (track + 1)
  const x = brush.x(at)
  const width = Math.max(until === null ? 0 : brush.x(until) - x, style.least)
  const { colour } = style.lanes[entry.lane]
  if (bar)
    paintBar(brush, entry.shape, colour, [
      brush.x(bar.from),
      y,
      brush.x(bar.to) - brush.x(bar.from),
      style.track,
    ])
  if (halo) paintHalo(brush, halo, colour, [x, y, width, style.track])
  const size = style.rem * 0.875
  brush.shape(entry.lane, [x + style.rem * 0.125, y + (style.track - size) / 2, size])
  const inset = style.rem * 1.25
  if (until !== null && width > inset) {
    const words = brush.fitted(style.title, signsBefore(entry.signs) + entry.title, width - inset)
    const isRight = RIGHT_TO_LEFT.test(words)
    brush.write(style.title, words, {
      x: isRight ? x + width : x + inset,
      middle: y + style.track / 2,
      align: isRight ? 'right' : 'left',
      direction: isRight ? 'rtl' : 'ltr',
    })
  }
  return [x, y, width, style.track]
}

/** Words whose first letter is of a script that is written from the right, as `dir="auto"` looks. */
const RIGHT_TO_LEFT =
  /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

function paintFocus({ context, style }: Brush, [x, y, width, height]: Box): void {
  context.strokeStyle = style.focus
  context.lineWidth = 3
  context.setLineDash([])
  context.strokeRect(x - 3.5, y - 3.5, width + 7, height + 7)
}
