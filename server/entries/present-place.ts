import 'server-only'
import { plainField, type PlainFieldName } from '@/lib/entries/fields/plain'
import { kindOf } from '@/lib/kinds'
import type { Details } from '@/lib/kinds/define'
import type { EntryKind } from '@/lib/kinds/names'
import type { EntryDto } from '@/lib/record'
import type { PlacePrecision } from '@/lib/schemas/words'
import type { LensRules } from '@/lib/shares/lens'
import { normalText } from '@/lib/people/letters'
import { townInWords } from '../places/town-in-words'
import { onClocks, zoneOfPlace } from './place'
import type { EntryRow } from './reading/row'

type PlaceRow = Pick<EntryRow, 'placePrecision' | 'placeHiddenUntil'>

/** When somebody looks, and by which rules of a link's lens. */
type PlaceAudience = { now: Date; rules?: LensRules }

/**
 * Whether a reader of a share may not know the place exactly. Not told by comparing the places: an
 * empty one may have claims that name it.
 */
export function placeIsWithheld(row: PlaceRow, audience: PlaceAudience): boolean {
  return placePrecisionFor(row, audience) !== 'exact'
}

/**
 * Whether a text is kept from readers of a share with the place that they may know so exactly: it
 * names other places, or it is the hour by the clocks of a hidden one.
 */
export function goesWithPlace(name: PlainFieldName, precision: PlacePrecision): boolean {
  const { exactPlace, type } = plainField(name)
  return exactPlace ? precision !== 'exact' : type === 'time' && precision === 'hidden'
}

/** A kind's own values as readers may know them who may know the place so exactly. */
export function detailsWithPlace(
  { kind, details }: { kind: EntryKind; details: Details },
  precision: PlacePrecision,
): Details {
  if (precision === 'exact') return details
  const { fields } = kindOf(kind)
  const told = Object.entries(details).filter(
    ([name]) => !Object.hasOwn(fields, name) || !fields[name]?.exactPlace,
  )
  return Object.fromEntries(told)
}

/** The place as a reader of a share may know it: in full, its town, or nothing. */
export function sharedPlace(
  row: PlaceRow & Pick<EntryRow, 'place' | 'town'>,
  audience: PlaceAudience,
): string {
  const precision = placePrecisionFor(row, audience)
  if (precision === 'exact') return row.place
  if (precision === 'hidden') return ''
  // "Amazon Spheres, Seattle" is rounded to "Seattle"; a place without a town says nothing.
  return row.town || townInWords(row.place)
}

/**
 * What may still be told of a place as it was written once, by a row that allows no more than its
 * town: what it ends in, if that is the town by now as well. Less may stand in it than the row says.
 */
export function townOfEarlier(
  earlier: string,
  row: PlaceRow & Pick<EntryRow, 'place' | 'town'>,
  audience: PlaceAudience,
): string {
  const told = normalText(sharedPlace(row, audience))
  if (normalText(row.place) === earlier) return told
  const [short = ''] = normalText(row.town).split(',')
  const town = [told, short].find((one) => earlier === one || earlier.endsWith(`, ${one}`))
  return placePrecisionFor(row, audience) === 'town' ? (town ?? '') : ''
}

/** Where the place lies, its town and the clocks there; for members. */
export function placedOf(row: EntryRow): EntryDto['placed'] {
  const { latitude, longitude, townId, town, placeHiddenUntil, campaign } = row
  const zone = zoneOfPlace(row, campaign.timeZone)
  return {
    latitude,
    longitude,
    town: townId === null ? null : { id: townId, name: town },
    zone,
    hiddenUntil: placeHiddenUntil && onClocks(placeHiddenUntil, zone),
  }
}

/** How exactly a reader of a share may know a place: the stricter of the entry's word and the lens's. */
export function placePrecisionFor(
  { placePrecision, placeHiddenUntil }: PlaceRow,
  { now, rules }: PlaceAudience,
): EntryRow['placePrecision'] {
  if (placeHiddenUntil !== null && placeHiddenUntil > now) return 'hidden'
  if (rules?.places === 'none') return 'hidden'
  if (placePrecision === 'exact' && rules?.places === 'town') return 'town'
  return placePrecision
}
