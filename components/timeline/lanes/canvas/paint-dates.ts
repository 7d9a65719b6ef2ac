import type { DateShape } from '@/lib/timeline/lanes/sheet'
import type { Box, Brush } from './brush'

/** A bar over the possible days of an entry: how its ends look says why, as in `lanes.css`. */
export function paintBar(brush: Brush, shape: DateShape, colour: string, box: Box): void {
  const [x, y, width, height] = box
  const { rem } = brush.style
  const high = rem * 0.875
  const band: Box = [x, y + (height - high) / 2, width, high]
  const end = width > 0 ? Math.min(0.25, (rem * 1.5) / width) : 0
  const full = 0.22
  const edge = (at: number) => brush.fill(colour, [at, y + high / 2, 2, height - high])
  switch (shape) {
    case 'lasting':
      edge(x)
      edge(x + width - 2)
      return brush.fill(colour, band, full)
    case 'ongoing':
      brush.fill(colour, [x, y, 2, height])
      return brush.fade(colour, band, [
        [0, full],
        [1 - end, full],
        [1, 0],
      ])
    case 'before':
      return brush.fade(colour, band, [
        [0, 0],
        [0.8, full],
      ])
    case 'after':
      return brush.fade(colour, band, [
        [0.2, full],
        [1, 0],
      ])
    default:
      return brush.fade(colour, band, [
        [0, 0],
        [end, full],
        [1 - end, full],
        [1, 0],
      ])
  }
}

/** What shows beside a mark where there is no room for a bar; the box is that of its link. */
export function paintHalo(
  brush: Brush,
  shape: DateShape,
  colour: string,
  [x, y, width, height]: Box,
): void {
  const { rem } = brush.style
  const high = rem * 0.875
  const top = y + (height - high) / 2
  if (shape === 'before')
    return brush.fade(
      colour,
      [x - rem * 2.5, top, rem * 3, high],
      [
        [0, 0],
        [1, 0.45],
      ],
    )
  const long = shape === 'about' ? rem * 1.75 : rem * 3
  // The link cuts it off, where it has no room.
  const seen = Math.min(long, width)
  brush.fade(
    colour,
    [x, top, seen, high],
    [
      [0, 0.45],
      [1, 0.45 * (1 - seen / long)],
    ],
  )
}
