/** What hands do to the lanes: shares and factors of the window, around a share of its width. */
export type Moves = {
  /** Moves by a share of the window; positive shows later time. */
  pan: (share: number) => void
  /** Makes the window `factor` times as long. */
  zoom: (factor: number, around: number) => void
  /** A gesture has come to rest. */
  rest: () => void
}

/** A press becomes a drag after this many pixels. */
const SLACK = 5

/**
 * Drag with a mouse or one finger, pinch with two, wheel with ctrl (as trackpads say a pinch) to
 * zoom, with shift or sideways to pan. A plain wheel scrolls the page, as everywhere.
 *
 * @returns what takes the listeners away.
 */
export function listenToHands(plot: HTMLElement, moves: Moves): () => void {
  const pointers = new Map<number, { x: number; start: number }>()
  let dragged = false
  let spread = 0
  const listening = new AbortController()
  const { signal } = listening
  const width = () => plot.clientWidth || 1
  const shareOf = (x: number) => (x - plot.getBoundingClientRect().left) / width()
  const apart = () => {
    const [a, b] = [...pointers.values()]
    return a && b ? Math.max(Math.abs(a.x - b.x), 24) : 0
  }

  const down = (event: PointerEvent) => {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    if (pointers.size === 0) dragged = false
    pointers.set(event.pointerId, { x: event.clientX, start: event.clientX })
    spread = apart()
  }
  const move = (event: PointerEvent) => {
    const pointer = pointers.get(event.pointerId)
    if (!pointer) return
    if (!dragged && Math.abs(event.clientX - pointer.start) < SLACK && pointers.size < 2) return
    if (!dragged) {
      dragged = true
      plot.setPointerCapture(event.pointerId)
      plot.dataset.held = ''
    }
    const by = event.clientX - pointer.x
    pointer.x = event.clientX
    moves.pan(-by / width() / pointers.size)
    if (pointers.size < 2) return
    const [a, b] = [...pointers.values()]
    const now = apart()
    if (a && b && spread > 0) moves.zoom(spread / now, shareOf((a.x + b.x) / 2))
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
      moves.zoom(Math.exp(clamp(event.deltaY * lines, 160) * 0.004), shareOf(event.clientX))
    else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))
      moves.pan((sideways * lines) / width())
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
