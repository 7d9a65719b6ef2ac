import 'server-only'
import { readPacked, textAt, type PackedTowns } from './packed'

/** A town of the gazetteer; coordinates in WGS 84 degrees. */
export type ListedTown = {
  /** GeoNames' number; below zero for a small place of the United States, by its lowest ZIP code. */
  id: number
  name: string
  population: number
  latitude: number
  longitude: number
  country: string
  adminCode: string
  featureCode: string
}

/** A name of a town as it is compared; `other` where it is not the one that the town is shown by. */
export type TownName = { folded: string; town: ListedTown; other: boolean }

let read: Promise<Gazetteer> | undefined

/** The world's towns with all their names; read from a file the first time, which takes some milliseconds. */
export function gazetteer(): Promise<Gazetteer> {
  read ??= readPacked().then(
    (packed) => new Gazetteer(packed),
    (error: unknown) => {
      // The next one who asks tries again.
      read = undefined
      throw error
    },
  )
  return read
}

/** Towns by their names and numbers. Names stand in the order of their folded form, the biggest town first. */
export class Gazetteer {
  constructor(private readonly packed: PackedTowns) {}

  byId(id: number): ListedTown | null {
    const { byId, ids } = this.packed
    const at = byId[firstAt(byId.length, (middle) => (ids[byId[middle] ?? 0] ?? 0) >= id)]
    return at !== undefined && ids[at] === id ? this.town(at) : null
  }

  /** All towns, the biggest first. */
  *towns(): Generator<ListedTown> {
    for (const at of this.packed.ids.keys()) yield this.town(at)
  }

  /** The towns between two longitudes, the biggest first. */
  *between(left: number, right: number): Generator<ListedTown> {
    for (const [at, longitude] of this.packed.longitudes.entries())
      if (longitude >= left && longitude <= right) yield this.town(at)
  }

  /** The names whose folded form begins so. */
  *begunBy(folded: string): Generator<TownName> {
    for (let at = this.firstFrom(folded); at < this.packed.isOther.length; at += 1) {
      if (!textAt(this.packed.folded, at).startsWith(folded)) return
      yield this.name(at)
    }
  }

  /** The names whose folded form is this one. */
  *named(folded: string): Generator<TownName> {
    for (const name of this.begunBy(folded)) {
      if (name.folded !== folded) return
      yield name
    }
  }

  /** The names that towns are shown by whose folded form has a length and passes a test. */
  *ofLength(length: number, passes: (folded: string) => boolean): Generator<TownName> {
    for (const at of this.packed.byLength[length] ?? [])
      if (passes(textAt(this.packed.folded, at))) yield this.name(at)
  }

  /** Of all towns that are shown by a folded name the biggest. */
  biggest(folded: string): ListedTown | null {
    for (const { town, other } of this.named(folded)) if (!other) return town
    return null
  }

  /** Every country and region that a town lies in. */
  regions(): { country: string; adminCode: string }[] {
    return this.packed.kinds
  }

  private firstFrom(folded: string): number {
    const { packed } = this
    return firstAt(packed.isOther.length, (middle) => textAt(packed.folded, middle) >= folded)
  }

  private name(at: number): TownName {
    return {
      folded: textAt(this.packed.folded, at),
      town: this.town(this.packed.townOfName[at] ?? 0),
      other: this.packed.isOther[at] === 1,
    }
  }

  private town(at: number): ListedTown {
    const { ids, names, populations, latitudes, longitudes, kinds, kindOf } = this.packed
    const kind = kinds[kindOf[at] ?? 0] ?? { country: '', adminCode: '', featureCode: '' }
    return {
      ...{ id: ids[at] ?? 0, name: textAt(names, at), population: populations[at] ?? 0 },
      ...{ latitude: latitudes[at] ?? 0, longitude: longitudes[at] ?? 0 },
      ...{ country: kind.country, adminCode: kind.adminCode, featureCode: kind.featureCode },
    }
  }
}

/** The first index below `length` for which a condition holds that goes on to hold; `length` where it never does. */
function firstAt(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
