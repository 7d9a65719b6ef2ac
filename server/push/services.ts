import 'server-only'
import { env } from '../env'

/** The push services of Chrome and its kin, Firefox, Safari and Edge; `*.` stands for any name below. */
const OF_BROWSERS = [
  'fcm.googleapis.com',
  // Of Chromium's other channels.
  'jmt17.google.com',
  '*.push.services.mozilla.com',
  '*.push.apple.com',
  '*.notify.windows.com',
]

/**
 * Whether an address is of a push service that browsers use, or that the operator allows. A browser
 * gives it out, so that anybody with an account could otherwise have the server connect to any host.
 */
export function isPushService(address: string): boolean {
  const host = new URL(address).hostname
  return [...OF_BROWSERS, ...env().pushServices].some((one) =>
    one.startsWith('*.') ? host.endsWith(one.slice(1)) : host === one,
  )
}
