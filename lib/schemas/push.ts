import { z } from 'zod'
import { parseUrl } from '../url'

const POINT_BYTES = 65
const AUTH_BYTES = 16
const LONGEST = 2_000

/** What a browser gives of its subscription to pushes (W3C Push API). Only a script fills it in. */
export const pushSubscriptionSchema = z.strictObject({
  address: z.string().max(LONGEST, WRONG()).refine(isPushAddress, WRONG()),
  p256dh: bytes(POINT_BYTES),
  auth: bytes(AUTH_BYTES),
})
export type PushSubscriptionInput = z.output<typeof pushSubscriptionSchema>

/** The address of a subscription that the browser has already. */
export const pushAddressSchema = pushSubscriptionSchema.pick({ address: true })

/** The browser that is to be told no more. */
export const pushEndSchema = z.strictObject({ subscription: z.uuid(WRONG()) })

function WRONG(): string {
  return 'This browser’s push service cannot be used.'
}

// A push service is a host with a name at the usual port; what it resolves to is looked at before each message.
function isPushAddress(text: string): boolean {
  const url = parseUrl(text)
  return (
    url?.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    /\.[a-z]/i.test(url.hostname) &&
    !url.hostname.endsWith('.')
  )
}

function bytes(length: number) {
  return z
    .string()
    .regex(/^[\w-]*$/, WRONG())
    .length(Math.ceil((length * 4) / 3), WRONG())
}
