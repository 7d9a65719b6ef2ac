import 'server-only'
import { forPlainFields } from '@/lib/entries/fields/plain'
import type { PlacePrecision } from '@/lib/schemas/words'
import type { LensRules } from '@/lib/shares/lens'
import type { Coordinates, LinkedEntry } from '@/lib/shares/record'
import type { ShareReader } from '../../auth/viewer'
import type { Tx } from '../../db'
import {
  detailsWithPlace,
  goesWithPlace,
  placePrecisionFor,
  townOfEarlier,
} from '../../entries/present-place'
import { coordinatesOf } from '../reading/entries'
import { openRecordId } from '../reading/record-ids'
import type { ShareTerms } from '../reading/terms'

type Context = { tx: Tx; reader: ShareReader; terms: ShareTerms }
type Audience = { now: Date; rules: LensRules }
type PlaceRow = Parameters<typeof coordinatesOf>[0] & Parameters<typeof townOfEarlier>[1]

/** What becomes of the places of frozen entries, by what the record and the link allow by now. */
export async function placesNow(
  { tx, reader, terms }: Context,
  entries: LinkedEntry[],
): Promise<(frozen: LinkedEntry) => Partial<LinkedEntry>> {
  const real = (id: string) => openRecordId(reader, id) ?? id
  const rows = await tx.entry.findMany({
    where: { workspaceId: reader.workspaceId, id: { in: entries.map(({ id }) => real(id)) } },
    select: {
      ...{ id: true, place: true, town: true, placePrecision: true, placeHiddenUntil: true },
      ...{ latitude: true, longitude: true, townLatitude: true, townLongitude: true },
    },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const audience = { now: new Date(), rules: terms.rules }
  return (frozen) => placeNow(frozen, byId.get(real(frozen.id)) ?? null, audience)
}

/**
 * A place that may still be told as exactly as it was stays as it was frozen, also where more may be
 * told by now. Else less of the frozen one is told; what the record says today never comes into it.
 */
function placeNow(
  frozen: LinkedEntry,
  row: PlaceRow | null,
  audience: Audience,
): Partial<LinkedEntry> {
  const precision = row ? placePrecisionFor(row, audience) : 'hidden'
  // Older editions say how exact the entry was, also where the link told less of it.
  const isTown = frozen.coordinates?.rounded === true
  const was = isTown ? 'town' : frozen.placePrecision
  if (EXACTNESS.indexOf(precision) >= EXACTNESS.indexOf(was)) return {}
  const place = row ? townOfEarlier(frozen.place, row, audience) : ''
  // What an older edition tells may be no more than that already.
  if (precision === 'town' && frozen.coordinates === null && place === frozen.place && place !== '')
    return withoutExact(frozen, precision)
  return {
    ...{ place, placePrecision: precision, coordinates: pointNow(frozen, row, audience) },
    ...withoutExact(frozen, precision),
    // The clocks of a place, and the hour by them, tell where about it lies.
    ...(precision === 'hidden' && { time: null, timeZone: null }),
  }
}

function withoutExact(frozen: LinkedEntry, precision: PlacePrecision): Partial<LinkedEntry> {
  return {
    ...forPlainFields((name) => (goesWithPlace(name, precision) ? '' : frozen[name])),
    details: detailsWithPlace(frozen, precision),
    claims: frozen.claims.filter(({ field }) => field !== 'place'),
  }
}

// The town of the point that was frozen: of a point that was corrected since, no town is known.
function pointNow(
  { coordinates }: LinkedEntry,
  row: PlaceRow | null,
  audience: Audience,
): Coordinates {
  const isSame =
    row?.latitude === coordinates?.latitude && row?.longitude === coordinates?.longitude
  return row && coordinates && isSame ? coordinatesOf(row, audience) : null
}

const EXACTNESS: PlacePrecision[] = ['hidden', 'town', 'exact']
