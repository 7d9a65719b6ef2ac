import { isBusy, keysAreOff } from '../keys-off'

/** What the keys of the lanes do. */
export type LaneKeys = {
  pan: (share: number) => void
  zoom: (factor: number) => void
  whole: () => void
  edge: (end: 'first' | 'last') => void
  walk: (step: 1 | -1) => void
  log: () => boolean
}

/**
 * The keys of the lanes, before those of the timeline: + - 0 j k n wherever nobody types, arrows,
 * Home and End while the lanes have the focus.
 *
 * @returns what takes the listener away.
 */
export function listenToKeys(plot: HTMLElement, keys: LaneKeys): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (isBusy(event.target)) return
    const inside = plot.contains(document.activeElement)
    if ((inside && moved(event.key, keys)) || (!keysAreOff() && pressed(event.key, keys)))
      event.preventDefault()
  }
  document.addEventListener('keydown', onKey, { capture: true })
  return () => document.removeEventListener('keydown', onKey, { capture: true })
}

function moved(key: string, keys: LaneKeys): boolean {
  if (key === 'ArrowLeft') keys.pan(-0.2)
  else if (key === 'ArrowRight') keys.pan(0.2)
  else if (key === 'Home') keys.edge('first')
  else if (key === 'End') keys.edge('last')
  else return false
  return true
}

function pressed(key: string, keys: LaneKeys): boolean {
  if (key === '+' || key === '=') keys.zoom(0.5)
  else if (key === '-') keys.zoom(2)
  else if (key === '0') keys.whole()
  else if (key === 'j') keys.walk(1)
  else if (key === 'k') keys.walk(-1)
  else if (key === 'n') return keys.log()
  else return false
  return true
}
