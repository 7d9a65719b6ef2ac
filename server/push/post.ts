import 'server-only'
import { sign } from 'node:crypto'
import { env } from '../env'
import { INTERNET, postPublicly, type Internet } from '../webhooks/post-publicly'
import { encryptFor, type BrowserKeys } from './encrypt'
import { isPushService } from './services'
import { pushKey, type PushKey } from './keys'

/** One browser's address at its push service, with its keys. */
export type PushTarget = BrowserKeys & { address: string }

/** A message to one browser. A later one with the same topic takes the place of one that waits. */
type Push = { topic: string; message: string }

/**
 * What came of a try: it was taken; the browser is gone for good; it may be tried again; or this
 * message will never be taken.
 */
export type Pushed =
  { state: 'sent' } | { state: 'gone' } | { state: 'not yet' | 'never'; trouble: string }

const DAY_S = 24 * 60 * 60
/** Push services take tokens that last a day at most. */
const TOKEN_S = DAY_S / 2

/**
 * Sends one message to one browser through its push service (RFC 8030), encrypted for that browser and
 * signed by this installation. The address was given by a browser: it leads to a push service on the
 * public internet or nowhere.
 */
export async function postPush(
  { address, ...keys }: PushTarget,
  { topic, message }: Push,
  now: Date,
  internet: Internet = INTERNET,
): Promise<Pushed> {
  if (!isPushService(address))
    return { state: 'never', trouble: 'This push service is not allowed here.' }
  const sent = await postPublicly(
    {
      url: address,
      headers: {
        authorization: signedFor(new URL(address).origin, pushKey(), now),
        'content-type': 'application/octet-stream',
        'content-encoding': 'aes128gcm',
        ttl: String(DAY_S),
        urgency: 'normal',
        topic,
      },
      body: encryptFor(keys, message),
    },
    internet,
  )
  if ('trouble' in sent) return { state: 'not yet', trouble: sent.trouble }
  const { status } = sent
  if (status >= 200 && status < 300) return { state: 'sent' }
  if (status === 404 || status === 410) return { state: 'gone' }
  const trouble = `The push service refused the message (${status}).`
  return { state: status === 429 || status >= 500 ? 'not yet' : 'never', trouble }
}

/** What says who sends (RFC 8292), for one push service and half a day. */
function signedFor(audience: string, { publicKey, privateKey }: PushKey, now: Date): string {
  const exp = Math.floor(now.getTime() / 1_000) + TOKEN_S
  const claims = { aud: audience, exp, sub: env().url.origin }
  const token = `${encoded({ typ: 'JWT', alg: 'ES256' })}.${encoded(claims)}`
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const
  const signature = sign('sha256', Buffer.from(token), key).toString('base64url')
  return `vapid t=${token}.${signature}, k=${publicKey}`
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
