/** A town of the gazetteer; `name` tells it from others of its name, coordinates are WGS 84 degrees. */
export type Town = { id: number; name: string; latitude: number; longitude: number }

/** A town that a place field offers, with what stands in the field when it is picked. */
export type OfferedPlace = {
  /** The town's number in the gazetteer, as a field holds it. */
  id: string
  /** The place as it is written so far, with the town's full name. */
  name: string
  /** Its region and country, and whatever else tells it from others. */
  note: string
  /** The town's own name, which stays in the text while the town is meant. */
  town: string
  latitude: number
  longitude: number
  /** IANA name of the clocks there. */
  zone: string
}

const MOST_DECIMALS = 5

/** Reads degrees as people write them (`47.6062`, `-122,33`), or null where they are none. */
export function readDegrees(text: string, most: 90 | 180): number | null {
  const plain = text.replace(',', '.').replace('\u2212', '-').trim()
  if (!/^-?\d{1,3}(?:\.\d{1,15})?$/.test(plain)) return null
  const degrees = Number(Number(plain).toFixed(MOST_DECIMALS))
  return Math.abs(degrees) <= most ? degrees : null
}
