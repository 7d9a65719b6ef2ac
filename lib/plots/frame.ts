/** A plot is drawn twice, for a desk and for a phone, since text in a drawing cannot be wrapped anew. */
export type PlotSize = 'desk' | 'phone'

/** A drawing's width in its own units, which are pixels where it is not scaled. */
export const plotWidth: Record<PlotSize, number> = { desk: 760, phone: 340 }

/** The size of all text in a plot. */
const TEXT = 12

/** The drawing, and the box inside it that the marks may fill: all of them coordinates. */
export type Frame = {
  width: number
  height: number
  left: number
  top: number
  right: number
  bottom: number
}

/** A text with the point that it is anchored at. */
export type PlotLabel = { x: number; y: number; text: string; anchor: 'start' | 'middle' | 'end' }

/** A coordinate with one decimal, so that drawings stay small. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** About how wide a text is, in units; rather too wide than too narrow. */
export function textWidth(text: string): number {
  let width = 0
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) > 0x2e7f ? TEXT : TEXT * 0.58
  return width
}

/** A text that fits a width, cut between its words where it can be, with an ellipsis. */
export function cutText(text: string, width: number): string {
  if (textWidth(text) <= width) return text
  const signs = [...text]
  let fitting = ''
  for (const sign of signs) {
    if (textWidth(`${fitting}${sign}…`) > width) break
    fitting += sign
  }
  const space = fitting.lastIndexOf(' ')
  return `${(space > fitting.length * 0.6 ? fitting.slice(0, space) : fitting).trimEnd()}…`
}

/**
 * Moves places apart, so that each is at least `gap` from the next; their order stays, and they stay
 * between `low` and `high` wherever there is room for all of them.
 *
 * @param places in ascending order.
 */
export function spread(places: number[], gap: number, low: number, high: number): number[] {
  const moved: number[] = []
  for (const place of places) moved.push(Math.max(place, (moved.at(-1) ?? low - gap) + gap))
  let limit = high
  for (let index = moved.length - 1; index >= 0; index -= 1) {
    const place = Math.min(moved[index] ?? limit, limit)
    moved[index] = place
    limit = place - gap
  }
  return moved
}
