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

// No pair is longer, with as many decimals as machines write.
const LONGEST_PAIR = 100
// For a text whose white space is folded: runs of it could be divided in too many ways.
const PAIR =
  /^(?:geo:)?([-\u2212]?\d{1,2}(?:\.\d+)?) ?°? ?([NS])?(?: ?[,;] ?| )([-\u2212]?\d{1,3}(?:\.\d+)?) ?°? ?([EW])?$/i

/**
 * Latitude and longitude that were pasted as one text, as maps write them: "38.64741,-121.503369",
 * "47.6062° N, 122.3321° W". Null for anything else, also for one number with a comma in it.
 */
export function readPair(text: string): { latitude: string; longitude: string } | null {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  if (plain.length > LONGEST_PAIR) return null
  const [, north = '', ns = '', east = '', ew = ''] = PAIR.exec(plain) ?? []
  // “47,6062” is one number where commas are decimal marks.
  if (north === '' || (/^\d+,\d+$/.test(plain) && text.length > 6)) return null
  const latitude = (ns.toUpperCase() === 'S' ? '-' : '') + north.replace('\u2212', '-')
  const longitude = (ew.toUpperCase() === 'W' ? '-' : '') + east.replace('\u2212', '-')
  const both = readDegrees(latitude, 90) !== null && readDegrees(longitude, 180) !== null
  return both ? { latitude, longitude } : null
}

/** Reads degrees as people write them (`47.6062`, `-122,33`), or null where they are none. */
export function readDegrees(text: string, most: 90 | 180): number | null {
  const plain = text.replace(',', '.').replace('\u2212', '-').trim()
  if (!/^-?\d{1,3}(?:\.\d{1,15})?$/.test(plain)) return null
  const degrees = Number(Number(plain).toFixed(MOST_DECIMALS))
  return Math.abs(degrees) <= most ? degrees : null
}
