import 'server-only'
import { lookup as resolveName, type LookupAddress } from 'node:dns'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address'

/** What came of sending one: the status that was answered, or why there is none. */
export type Sent = { status: number } | { trouble: string }

type Resolve = (
  host: string,
  options: { all: true },
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void

/** What a test puts in the place of the internet. */
export type Internet = { isAllowed: (address: string) => boolean; resolve: Resolve }

export const INTERNET: Internet = { isAllowed: isPublicAddress, resolve: resolveName }
const PATIENCE_MS = 10_000

/**
 * Posts to an address that somebody gave, if it is on the public internet.
 *
 * The name is resolved here, once, and the connection goes to what was looked at: a name that gives
 * a public address when it is asked and a private one when it is used gets nowhere. A redirect is
 * an answer like any other and is not followed; the body of an answer is not read.
 */
export async function postPublicly(
  {
    url: address,
    headers,
    body,
  }: { url: string; headers: Record<string, string>; body: string | Buffer },
  internet: Internet = INTERNET,
): Promise<Sent> {
  const url = new URL(address)
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
          ...headers,
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Throughline',
        },
        signal: AbortSignal.timeout(PATIENCE_MS),
      },
      (response) => {
        resolve({ status: response.statusCode ?? 0 })
        response.destroy()
      },
    )
    request.once('error', (error) => resolve({ trouble: troubleOf(error) }))
    request.end(body)
  })
}

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
