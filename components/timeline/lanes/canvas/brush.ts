import type { Span } from '@/lib/timeline/lanes/levels'
import type { LookName, Style, Text } from './style'

/** What a row is drawn with: where a time stands, and the simple shapes of marks. */
export class Brush {
  private readonly texts = new Map<Text, (() => void)[]>()

  constructor(
    readonly context: CanvasRenderingContext2D,
    readonly style: Style,
    readonly view: Span,
    readonly width: number,
  ) {}

  x(time: number): number {
    return ((time - this.view.from) / (this.view.to - this.view.from)) * this.width
  }

  fill(colour: string | CanvasGradient, [x, y, width, height]: Box, alpha = 1): void {
    this.context.globalAlpha = alpha
    this.context.fillStyle = colour
    this.context.fillRect(x, y, width, height)
    this.context.globalAlpha = 1
  }

  /** A line down that stays as thin as it is, wherever it falls between two pixels. */
  upright(colour: string, x: number, [top, bottom]: [number, number], alpha = 1): void {
    this.fill(colour, [Math.round(x), top, 1, bottom - top], alpha)
  }

  line(
    colour: string,
    [from, to]: [[number, number], [number, number]],
    { width, dashes, alpha = 1 }: { width: number; dashes: number[]; alpha?: number },
  ): void {
    const { context } = this
    context.globalAlpha = alpha
    context.strokeStyle = colour
    context.lineWidth = width
    context.lineCap = dashes[0] === 0 ? 'round' : 'butt'
    context.setLineDash(dashes)
    context.beginPath()
    context.moveTo(...from)
    context.lineTo(...to)
    context.stroke()
    context.globalAlpha = 1
  }

  /** Fades from the first end of a box to the other. */
  fade(colour: string, [x, y, width, height]: Box, stops: [number, number][]): void {
    if (width <= 0) return
    const gradient = this.context.createLinearGradient(x, 0, x + width, 0)
    for (const [at, alpha] of stops) gradient.addColorStop(at, withAlpha(colour, alpha))
    this.fill(gradient, [x, y, width, height])
  }

  shape(name: LookName, [x, y, size]: [number, number, number]): void {
    const { context } = this
    const { colour, corners } = this.style.lanes[name]
    context.beginPath()
    if (corners) {
      for (const [across, down] of corners) context.lineTo(x + across * size, y + down * size)
      context.fillStyle = colour
      context.fill()
      return
    }
    context.arc(x + size / 2, y + size / 2, size / 2 - 1.5, 0, Math.PI * 2)
    context.strokeStyle = colour
    context.lineWidth = 3
    context.setLineDash([])
    context.stroke()
  }

  /** Writes after everything else is drawn, each kind of letters at once. */
  write(
    text: Text,
    words: string,
    at: { x: number; middle: number; align?: CanvasTextAlign; direction?: CanvasDirection },
  ): void {
    const { context } = this
    const writing = this.texts.get(text) ?? []
    this.texts.set(text, writing)
    writing.push(() => {
      context.textAlign = at.align ?? 'left'
      context.direction = at.direction ?? 'ltr'
      context.fillText(words, at.x, at.middle + text.drop)
    })
  }

  finish(): void {
    const { context } = this
    context.textBaseline = 'alphabetic'
    for (const [{ font, colour }, writing] of this.texts) {
      context.font = font
      context.fillStyle = colour
      for (const write of writing) write()
    }
    this.texts.clear()
  }

  /** The words, or as many of them as there is room for. */
  fitted(text: Text, words: string, room: number): string {
    const width = this.widthOf(text, words)
    if (width <= room) return words
    const most = Math.floor((words.length * (room - 12)) / width)
    const cut = words.slice(0, Math.max(0, most)).trimEnd()
    return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`
  }

  private widthOf({ font }: Text, words: string): number {
    let known = widths.get(font)
    if (!known || known.size > 5_000) {
      known = new Map<string, number>()
      widths.set(font, known)
    }
    let width = known.get(words)
    if (width === undefined) {
      this.context.font = font
      width = this.context.measureText(words).width
      known.set(words, width)
    }
    return width
  }
}

/** Left, top, width and height. */
export type Box = [number, number, number, number]

/** Of texts by their font, since measuring costs more than drawing. */
const widths = new Map<string, Map<string, number>>()

/** A computed colour, which is `rgb(…)`, made see-through. */
function withAlpha(colour: string, alpha: number): string {
  const [red, green, blue] = colour.match(/[\d.]+/g) ?? []
  return `rgb(${red ?? 0} ${green ?? 0} ${blue ?? 0} / ${alpha})`
}
