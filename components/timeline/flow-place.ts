import { keepAddress } from './keep-address'

/** Which part of the story is on the screen. */
type Seen = {
  /** For the address: the entry that is topmost, or nothing at the very beginning. */
  here: string
  /** The months, YYYY-MM, of the first and the last entry on the screen. */
  from: string
  to: string
}

/** Tells the rail beside the story what is on the screen. */
export const IN_VIEW = 'throughline:in-view'

/** Says it. */
export function tellInView(seen: Seen): void {
  dispatchEvent(new CustomEvent(IN_VIEW, { detail: seen }))
}

/**
 * What of the story is on the screen, or null where nothing is.
 *
 * @param whole whether the list begins with the story's very first entry
 */
export function placeInView(list: HTMLElement, whole: boolean): Seen | null {
  const all = [...list.querySelectorAll<HTMLElement>('[data-entry]')]
  const boxes = all.map((entry) => entry.getBoundingClientRect())
  const top = boxes.findIndex((box) => box.bottom > 60)
  const first = all[top]
  if (!first) return null
  const below = boxes.findLastIndex((box) => box.top < innerHeight)
  const last = all[Math.max(below, top)] ?? first
  const atStart = whole && top === 0 && list.getBoundingClientRect().top > -200
  return {
    here: atStart ? '' : `here=${first.dataset.day}${timeOf(first)}_${first.dataset.entry}`,
    from: first.dataset.day?.slice(0, 7) ?? '',
    to: last.dataset.day?.slice(0, 7) ?? '',
  }
}

const PLACES = ['after', 'before', 'here', 'at']

/**
 * What an address asks of a story, in one order, the place in it, and the entry that it opens.
 */
export function apart(search: string): { query: string; place: string; opens: string | null } {
  const rest = new URLSearchParams(search)
  const place = new URLSearchParams(
    PLACES.flatMap((name) => {
      const value = rest.get(name)
      rest.delete(name)
      return value ? [[name, value]] : []
    }),
  )
  const opens = rest.get('open')
  rest.delete('open')
  rest.sort()
  return { query: rest.toString(), place: place.toString(), opens }
}

/** Puts what is seen into the address, so that reload, back and a copied link show the same. */
export function keepInView(address: string, seen: Seen): void {
  tellInView(seen)
  if (address === location.pathname + location.search) return
  keepAddress(address)
  // The page will begin at this place by itself; the browser would count from its top.
  history.scrollRestoration = 'manual'
}

// Of an entry with a time of day the cursor holds it too.
function timeOf(entry: HTMLElement): string {
  const time = entry.querySelector('time')?.dateTime.slice(11).replace(':', '')
  return time ? `T${time}` : ''
}
