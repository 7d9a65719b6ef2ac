import type { Lane } from '../kinds/names'
import type { ShownOf } from '../people/shown'
import type { PlacedMark } from '../timeline/map/marks'
import type { MapName } from '../timeline/map/names'
import type { MapSize } from '../timeline/map/view'

type Drawn = { size: MapSize; land: string; states: string; marks: PlacedMark[]; names: MapName[] }

/** Entries at one place, the newest first; `count` is how many there are. */
export type LinkedPlace = {
  /** As in the mark of this place. */
  id: string
  place: string
  /** Whether some of its entries were at other places near it. */
  around: boolean
  count: number
  entries: { id: string; title: string; edtf: string; lane: Lane; place: string }[]
}

/** Where the entries of a link were, drawn for a desk and for a phone, with the list behind both. */
export type SharedMap = {
  desk: Drawn
  phone: Drawn
  /** How many entries are on it, of which it has no more when it is `cut`, and whether some are told by their town alone. */
  count: number
  cut: boolean
  rounded: boolean
  places: ShownOf<LinkedPlace>[]
  /** How many places are not listed. */
  left: number
}
