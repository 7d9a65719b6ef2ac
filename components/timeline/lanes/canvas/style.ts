import type { Lane } from '@/lib/kinds/names'

/** What marks are named by in the style sheet. */
export type LookName = Lane | 'demand' | 'mixed'

/** A shape as corners in a square of 1 by 1; null for a ring. */
type Corners = [number, number][] | null

export type Text = {
  font: string
  colour: string
  /** From the middle of a line down to where its letters stand. */
  drop: number
}

/** How the lanes look on this screen, in CSS pixels: read from the style sheet, which says it alone. */
export type Style = {
  rem: number
  track: number
  head: number
  /** Of a row of a demand. */
  headAsked: number
  axis: number
  paper: string
  ink: string
  hairline: string
  focus: string
  /** The least width of an entry's link. */
  least: number
  tick: Text
  majorTick: Text
  title: Text
  count: Text
  bead: Text
  lanes: Record<LookName, { colour: string; corners: Corners }>
}

const NAMES: readonly LookName[] = ['action', 'demand', 'response', 'outcome', 'context', 'mixed']

/** Reads the style: the theme, the size of letters or the colours of the system may have changed. */
export function readStyle(plot: HTMLElement, context: CanvasRenderingContext2D): Style {
  const probe = document.createElement('div')
  probe.hidden = true
  const add = (tag: 'i' | 'a', className: string, style = '') => {
    const element = document.createElement(tag)
    // Without an address it would not have the colour of a link.
    if (element instanceof HTMLAnchorElement) element.href = '#'
    element.className = className
    element.style.cssText = style
    probe.append(element)
    return element
  }
  const ground = add(
    'i',
    '',
    'color:var(--color-ink);background:var(--color-paper);border:1px solid var(--color-hairline)',
  )
  const focus = add('i', '', 'color:var(--color-focus)')
  const asked = add('i', 'lanes-asked')
  const texts = {
    tick: add('i', 'lanes-tick'),
    majorTick: add('i', 'lanes-tick lanes-tick-major'),
    title: add('a', 'lanes-entry'),
    count: add('a', 'lanes-count'),
    bead: add('a', 'lanes-bead'),
  }
  const marks = NAMES.map((name) =>
    add('i', `lanes-${name}`, 'color:var(--lane);forced-color-adjust:none'),
  )
  plot.parentElement?.append(probe)
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
  const length = (element: Element, name: string) =>
    parseFloat(getComputedStyle(element).getPropertyValue(name)) * rem
  const { color: ink, backgroundColor: paper, borderTopColor: hairline } = getComputedStyle(ground)
  const style: Style = {
    rem,
    track: length(plot, '--track'),
    head: length(plot, '--head'),
    headAsked: length(asked, '--head'),
    axis: length(plot, '--axis'),
    ...{ paper, ink, hairline, focus: getComputedStyle(focus).color },
    least: parseFloat(getComputedStyle(texts.title).minWidth),
    tick: textOf(texts.tick, context),
    majorTick: textOf(texts.majorTick, context),
    title: textOf(texts.title, context),
    count: textOf(texts.count, context),
    bead: textOf(texts.bead, context),
    lanes: Object.fromEntries(
      marks.map((mark, index) => {
        const computed = getComputedStyle(mark)
        const corners = cornersOf(computed.getPropertyValue('--shape'))
        return [NAMES[index], { colour: computed.color, corners }]
      }),
    ) as Style['lanes'],
  }
  probe.remove()
  return style
}

function textOf(element: Element, context: CanvasRenderingContext2D): Text {
  const { fontWeight, fontSize, fontFamily, color } = getComputedStyle(element)
  const font = `${fontWeight} ${fontSize} ${fontFamily}`
  context.font = font
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('x')
  // A page puts its letters on whole pixels.
  const drop = Math.floor(
    (Math.round(fontBoundingBoxAscent) - Math.round(fontBoundingBoxDescent)) / 2,
  )
  return { font, colour: color, drop }
}

/** `polygon(50% 6%, 97% 92%)` as numbers. */
function cornersOf(shape: string): Corners {
  const numbers = [...shape.matchAll(/(-?[\d.]+)%?(?=[\s,)])/g)].map(
    ([, text]) => Number(text) / 100,
  )
  if (numbers.length < 6) return null
  return Array.from({ length: numbers.length / 2 }, (_, index) => [
    numbers[index * 2] ?? 0,
    numbers[index * 2 + 1] ?? 0,
  ])
}
