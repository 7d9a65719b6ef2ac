/** What hands do to a drawing: shares of its width and height, from its left and its top. */
export type Moves = {
  /** Moves what is shown; positive goes to the right and down. */
  pan: (across: number, down: number) => void
  /** Shows `factor` times as much, around a point. */
  zoom: (factor: number, across: number, down: number) => void
  /** A gesture has come to rest. */
  rest: () => void
}

type Pointer = { x: number; y: number; startX: number; startY: number }

/** A press becomes a drag after this many pixels. */
const SLACK = 5

/**
 * Drag with a mouse or one finger, pinch with two, wheel with ctrl (as trackpads say a pinch) to
 * zoom, with shift or sideways to pan. A plain wheel scrolls the page, as everywhere.
 *
 * @param way whether the drawing moves across alone, as time does, or every way, as a map does
 * @returns what takes the listeners away.
 */
export function listenToHands(
  plot: HTMLElement,
  moves: Moves,
  way: 'across' | 'every way',
): () => void {
  const flat = way === 'across'
  const pointers = new Map<number, Pointer>()
  let dragged = false
  let spread = 0
  const listening = new AbortController()
  const { signal } = listening
  const width = () => plot.clientWidth || 1
  const height = () => plot.clientHeight || 1
  const sharesOf = (x: number, y: number): [number, number] => {
    const { left, top } = plot.getBoundingClientRect()
    return [(x - left) / width(), (y - top) / height()]
  }
  const apart = () => {
    const [a, b] = [...pointers.values()]
    if (!a || !b) return 0
    return Math.max(flat ? Math.abs(a.x - b.x) : Math.hypot(a.x - b.x, a.y - b.y), 24)
  }
  const hasGone = ({ startX, startY }: Pointer, { clientX, clientY }: PointerEvent) =>
    (flat ? Math.abs(clientX - startX) : Math.hypot(clientX - startX, clientY - startY)) >= SLACK

  const down = (event: PointerEvent) => {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    if (pointers.size === 0) dragged = false
    const { clientX: x, clientY: y } = event
    pointers.set(event.pointerId, { x, y, startX: x, startY: y })
    spread = apart()
  }
  const move = (event: PointerEvent) => {
    const pointer = pointers.get(event.pointerId)
    if (!pointer) return
    if (!dragged && !hasGone(pointer, event) && pointers.size < 2) return
    if (!dragged) {
      dragged = true
      plot.setPointerCapture(event.pointerId)
      plot.dataset.held = ''
    }
    const [right, down] = [event.clientX - pointer.x, event.clientY - pointer.y]
    pointer.x = event.clientX
    pointer.y = event.clientY
    moves.pan(-right / width() / pointers.size, -down / height() / pointers.size)
    if (pointers.size < 2) return
    const [a, b] = [...pointers.values()]
    const now = apart()
    if (a && b && spread > 0)
      moves.zoom(spread / now, ...sharesOf((a.x + b.x) / 2, (a.y + b.y) / 2))
    spread = now
  }
  const up = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId)) return
    spread = apart()
    if (pointers.size > 0) return
    delete plot.dataset.held
    if (dragged) moves.rest()
  }
  const click = (event: MouseEvent) => {
    // The end of a drag is no click on what lies under it.
    if (dragged && event.detail > 0) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  const wheel = (event: WheelEvent) => {
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
    const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX
    if (event.ctrlKey || event.metaKey)
      moves.zoom(
        Math.exp(clamp(event.deltaY * lines, 160) * 0.004),
        ...sharesOf(event.clientX, event.clientY),
      )
    else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))
      moves.pan((sideways * lines) / width(), 0)
    else return
    event.preventDefault()
    moves.rest()
  }
  plot.addEventListener('pointerdown', down, { signal })
  plot.addEventListener('pointermove', move, { signal })
  plot.addEventListener('pointerup', up, { signal })
  plot.addEventListener('pointercancel', up, { signal })
  plot.addEventListener('click', click, { signal, capture: true })
  plot.addEventListener('dragstart', (event) => event.preventDefault(), { signal })
  plot.addEventListener('wheel', wheel, { signal, passive: false })
  return () => listening.abort()
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, -most), most)
}
