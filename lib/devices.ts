import { isZone } from './dates/days'

// The first that fits counts: most browsers name the ones that they descend from too.
const BROWSERS: readonly [sign: RegExp, name: string][] = [
  [/\b(?:Edg|EdgA|EdgiOS)\//, 'Edge'],
  [/\b(?:OPR|OPiOS|OPT)\//, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bDuckDuckGo\//, 'DuckDuckGo'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
]

const SYSTEMS: readonly [sign: RegExp, name: string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
]

/**
 * A browser in the words by which its owner knows it, such as "Firefox on Android", from the header
 * that it sends. Versions are left out: they change, and would tell one device from another.
 */
export function deviceOf(userAgent: string): string {
  const named = (table: typeof BROWSERS) => table.find(([sign]) => sign.test(userAgent))?.[1]
  const [browser, system] = [named(BROWSERS), named(SYSTEMS)]
  if (browser && system) return `${browser} on ${system}`
  return browser ?? (system ? `A browser on ${system}` : '')
}

/** Where the page of a sign-in leaves the time zone of its browser for the moment, in a cookie. */
export const ZONE_COOKIE = 'throughline-zone'

/**
 * A device as the list of sessions names it, such as "Firefox on Android, Los Angeles time".
 *
 * @param zone the time zone that the browser says it has; anything else is left out.
 */
export function deviceInWords(userAgent: string, zone: string): string {
  const device = deviceOf(userAgent)
  const city = /^(?!Etc\/).+\/([^/]+)$/.exec(zone)?.[1]?.replaceAll('_', ' ')
  if (!isZone(zone) || (!city && zone !== 'UTC')) return device
  return `${device || 'Unknown browser'}, ${city ?? 'UTC'} time`
}
