import { isZone } from './days'

/**
 * The IANA time zone that somebody means who writes its name, or the city that it is called after:
 * "los angeles" is America/Los_Angeles. What names none stays as it was written.
 */
export function zoneNamed(text: string): string {
  const written = text.trim()
  if (isZone(written)) return written
  const city = folded(written)
  const named = Intl.supportedValuesOf('timeZone').filter((zone) =>
    folded(zone).endsWith(`/${city}`),
  )
  return (city !== '' && named.length === 1 && named[0]) || written
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_]+/g, ' ')
}
