import 'server-only'
import { createHmac } from 'node:crypto'
import { lookup as resolveName, type LookupAddress } from 'node:dns'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address'

/** A message to one address: its id stays the same however often it is sent. */
export type Message = { id: string; url: string; secret: string; body: string }

/** What came of sending one: the status that was answered, or why there is none. */
export type Sent = { status: number } | { trouble: string }

type Resolve = (
  host: string,
  options: { all: true },
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void

/** What a test puts in the place of the internet. */
export type Internet = { isAllowed: (address: string) => boolean; resolve: Resolve }

const INTERNET: Internet = { isAllowed: isPublicAddress, resolve: resolveName }
const PATIENCE_MS = 10_000

/**
 * Sends a message, signed as in Standard Webhooks: HMAC-SHA-256 over id, moment and body.
 *
 * The name is resolved here, once, and the connection goes to what was looked at: a name that gives
 * a public address when it is asked and a private one when it is used gets nowhere. A redirect is
 * an answer like any other and is not followed; the body of an answer is not read.
 */
export async function postMessage(
  message: Message,
  now: Date,
  internet: Internet = INTERNET,
): Promise<Sent> {
  const url = new URL(message.url)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A name is looked at as it is resolved; an address written out is never resolved.
  if (isIP(host) !== 0 && !internet.isAllowed(host)) return { trouble: NOT_PUBLIC }
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve) => {
    const request = send(
      url,
      {
        method: 'POST',
        agent: false,
        lookup: checkedLookup(internet),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(message.body),
          'user-agent': 'Throughline',
          ...signatureOf(message, now),
        },
        signal: AbortSignal.timeout(PATIENCE_MS),
      },
      (response) => {
        resolve({ status: response.statusCode ?? 0 })
        response.destroy()
      },
    )
    request.once('error', (error) => resolve({ trouble: troubleOf(error) }))
    request.end(message.body)
  })
}

/** The headers by which whoever gets a message knows whose it is and how old. */
function signatureOf(
  { id, secret, body }: Omit<Message, 'url'>,
  now: Date,
): Record<string, string> {
  const seconds = String(Math.floor(now.getTime() / 1_000))
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${signature}`,
  }
}

/** How a secret of a webhook begins, as Standard Webhooks has it. */
export const SECRET_PREFIX = 'whsec_'

const NOT_PUBLIC = 'The address is not on the public internet.'

class NotPublic extends Error {}

// All addresses of a name must be public: which of them is used is not ours to choose.
function checkedLookup({ isAllowed, resolve }: Internet): LookupFunction {
  return (host, options, done) => {
    resolve(host, { all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return done(error ?? new Error('no address'), '', 4)
      if (!addresses.every(({ address }) => isAllowed(address))) return done(new NotPublic(), '', 4)
      if (options.all) return done(null, addresses)
      done(null, first.address, first.family)
    })
  }
}

function troubleOf(error: Error): string {
  if (error instanceof NotPublic) return NOT_PUBLIC
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'No answer in time.'
  const code = 'code' in error ? String(error.code) : ''
  if (/ENOTFOUND|EAI_AGAIN/.test(code)) return 'The name of the host was not found.'
  if (/CERT|TLS|SSL|SIGNED|VERIFY/.test(code)) return 'The certificate of the host is not trusted.'
  return 'No connection could be made.'
}
