import 'server-only'
import { instantsOf, todayIn, zonedTimeState } from '@/lib/dates/days'
import type { Town } from '@/lib/places'
import type { EntryInput } from '@/lib/schemas/entry'
import { AppError } from '../errors'
import { townById, zoneOf } from '../places/find'
import { foldName } from '../places/fold-name'

type Placed = { latitude: number | null; longitude: number | null }

/**
 * The columns of an entry's place, and the zone of the clocks there. The town counts while the text
 * still names it.
 *
 * @throws AppError `invalid` for half a coordinate, a town that the gazetteer does not have, and a
 *   moment that the clocks there did not show.
 */
export async function placeOf(input: EntryInput, campaignZone: string) {
  const { latitude, longitude } = input
  if ((latitude === null) !== (longitude === null)) {
    const missing = latitude === null ? 'latitude' : 'longitude'
    throw new AppError('invalid', `Give the ${missing} as well, or clear both.`, [missing])
  }
  const found = input.town === null ? null : await townById(input.town)
  if (input.town !== null && !found)
    throw new AppError('invalid', 'This town is not in the list. Choose it again.', ['place'])
  const town = found && names(input.place, found) ? found : null
  const timeZone = zoneOfPlace(input, campaignZone)
  return {
    timeZone,
    place: input.place,
    placePrecision: input.placePrecision,
    placeHiddenUntil: momentOf(input.placeHiddenUntil, timeZone),
    latitude,
    longitude,
    townId: town?.id ?? null,
    town: town?.name ?? '',
    townLatitude: town?.latitude ?? null,
    townLongitude: town?.longitude ?? null,
  }
}

// Another place may have been written over a town that was picked before.
function names(place: string, { name }: Town): boolean {
  return foldName(place).includes(foldName(name.split(',')[0] ?? name))
}

/** The clocks at a place, or the campaign's where its coordinates are not known. */
export function zoneOfPlace({ latitude, longitude }: Placed, campaignZone: string): string {
  return latitude === null || longitude === null ? campaignZone : zoneOf(latitude, longitude)
}

/** A moment as the clocks of a zone show it, `YYYY-MM-DD` and `HH:MM`. */
export function onClocks(moment: Date, zone: string): { day: string; time: string } {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' })
  return { day: todayIn(zone, moment), time: time.format(moment) }
}

/**
 * Refuses an hour that a change of the clocks left out or brought twice.
 *
 * @throws AppError `invalid` at `field`.
 */
export function requireOneMoment(day: string, time: string, zone: string, field = 'date'): void {
  const state = zonedTimeState(day, time, zone)
  if (state === 'ok') return
  throw new AppError(
    'invalid',
    state === 'skipped'
      ? 'Clocks were put forward that night: this hour did not exist there. Give another one.'
      : 'Clocks were put back that night: this hour occurred twice there. Give the day alone, and say in “More about it” which of the two it was.',
    [field],
  )
}

function momentOf(until: EntryInput['placeHiddenUntil'], zone: string): Date | null {
  if (!until) return null
  const { firstDay, time } = until
  if (time) requireOneMoment(firstDay, time, zone, 'placeHiddenUntil')
  // A day begins later than at midnight where clocks are put forward then.
  for (const start of [time ?? '00:00', '01:00']) {
    const [moment] = instantsOf(firstDay, start, zone)
    if (moment !== undefined) return new Date(moment)
  }
  throw new AppError('invalid', 'This day did not exist there. Give another one.', [
    'placeHiddenUntil',
  ])
}
