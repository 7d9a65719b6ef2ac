import { isZone } from '../dates/days'

// What calendars written on Windows call the clocks of a place; others are refused by their name.
const WINDOWS: Record<string, string> = {
  ...{ 'hawaiian standard time': 'Pacific/Honolulu', 'alaskan standard time': 'America/Anchorage' },
  'pacific standard time': 'America/Los_Angeles',
  'us mountain standard time': 'America/Phoenix',
  'mountain standard time': 'America/Denver',
  'central standard time': 'America/Chicago',
  'canada central standard time': 'America/Regina',
  'central standard time (mexico)': 'America/Mexico_City',
  'eastern standard time': 'America/New_York',
  'us eastern standard time': 'America/Indiana/Indianapolis',
  'atlantic standard time': 'America/Halifax',
  'newfoundland standard time': 'America/St_Johns',
  'sa pacific standard time': 'America/Bogota',
  'e. south america standard time': 'America/Sao_Paulo',
  'argentina standard time': 'America/Argentina/Buenos_Aires',
  ...{ 'gmt standard time': 'Europe/London', 'w. europe standard time': 'Europe/Berlin' },
  'romance standard time': 'Europe/Paris',
  'central europe standard time': 'Europe/Budapest',
  'central european standard time': 'Europe/Warsaw',
  ...{ 'gtb standard time': 'Europe/Bucharest', 'fle standard time': 'Europe/Kiev' },
  'turkey standard time': 'Europe/Istanbul',
  'russian standard time': 'Europe/Moscow',
  'south africa standard time': 'Africa/Johannesburg',
  ...{ 'egypt standard time': 'Africa/Cairo', 'israel standard time': 'Asia/Jerusalem' },
  ...{ 'india standard time': 'Asia/Kolkata', 'china standard time': 'Asia/Shanghai' },
  ...{ 'tokyo standard time': 'Asia/Tokyo', 'korea standard time': 'Asia/Seoul' },
  'aus eastern standard time': 'Australia/Sydney',
  'new zealand standard time': 'Pacific/Auckland',
}

/**
 * The IANA zone that a calendar means by a name: the name itself, what stands behind the name of the
 * program that wrote it ("/example.org/2007/Europe/Paris"), what the calendar says of it, or a name of Windows.
 *
 * @param said by the calendar's own list of zones, from their names.
 * @returns null where it is not known.
 */
export function zoneNamed(name: string, said: ReadonlyMap<string, string>): string | null {
  const plain = name.trim()
  const candidates = [
    plain,
    said.get(plain) ?? '',
    ...(plain.startsWith('/')
      ? [plain.split('/').slice(-2).join('/'), plain.split('/').slice(-3).join('/')]
      : []),
    WINDOWS[plain.toLowerCase()] ?? '',
  ]
  return candidates.find((zone) => zone !== '' && isZone(zone)) ?? null
}
