import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { BlockList } from 'node:net'
import { parseUrl } from '../../lib/url'
import { isInnerHeader, requestHeader } from '../../lib/inner-headers'
import { isReaders } from './admission'
import { clientAddress, clientNetwork } from './client-address'
import { allowedHost, fromElsewhere, originAllowed, type Reachable } from './hosts'

const harmless = ['GET', 'HEAD', 'OPTIONS']

/** Whether a request may change something. */
export function isWrite({ method = 'GET' }: Pick<IncomingMessage, 'method'>): boolean {
  return !harmless.includes(method)
}

const bodyLimit = 1_000_000
const uploadLimit = 4_000_000
/** A picture of 15 MB and its form. */
const photoLimit = 15_100_000
/** A table of 20 MB and its form. */
const importLimit = 20_100_000
/** A complete record of 100 MB and its form. */
const recordLimit = 100_100_000

/** Whether a path belongs to the API, which tokens open. */
export function isApiPath(path: string): boolean {
  return /^\/api\/v1(\/|$)/.test(path)
}

function isApiImport(path: string): boolean {
  return /^\/api\/v1\/campaigns\/[^/]+\/imports$/.test(path)
}

/** The path of an address, which may also be a whole one or none at all. */
export function pathOf(address: string | undefined = '/'): string {
  return parseUrl(address, 'http://any')?.pathname ?? '/'
}

/** Headers that only a proxy of ours or Next itself may set. */
const notFromOutside =
  /^(x-forwarded-.*|forwarded|x-real-ip|x-middleware-.*|content-security-policy)$/

/**
 * Takes what a client may not say out of a request and notes where it comes from.
 *
 * @param request is changed
 */
export function cleanRequest(request: IncomingMessage, proxies: BlockList) {
  const { headers } = request
  const { address, throughProxy } = clientAddress(
    request.socket.remoteAddress,
    headers['x-forwarded-for'],
    proxies,
  )
  const forwardedHost = [headers['x-forwarded-host']].flat()[0]
  if (throughProxy && forwardedHost) headers.host = forwardedHost
  for (const name of Object.keys(headers)) {
    if (notFromOutside.test(name) || isInnerHeader(name)) delete headers[name]
  }
  // A session opens pages and a token the API, never the other way round.
  delete headers[isApiPath(pathOf(request.url)) ? 'cookie' : 'authorization']
  headers[requestHeader.address] = clientNetwork(address)
  // Only to come back to a page after signing in; an odd one is dropped there.
  if (request.method === 'GET') headers[requestHeader.path] = request.url
}

/**
 * Why a request is refused before the app sees it.
 *
 * @returns null when it is not
 */
export function refusal(
  reachable: Reachable,
  {
    method,
    path,
    query = '',
    headers,
  }: { method: string; path: string; query?: string; headers: IncomingHttpHeaders },
): { status: number; message: string } | null {
  if (!allowedHost(reachable, headers.host)) {
    return { status: 421, message: `Throughline is at ${reachable.url.origin}` }
  }
  if (/%00/.test(query)) {
    return { status: 400, message: 'The address holds a character that no text has: %00.' }
  }
  // Behind a link every path that is none gets the same answer, and gets it there.
  if (!isReaders({ url: path }) && !canBeRead(path)) {
    return { status: 400, message: 'The address holds an escape that stands for no character.' }
  }
  if (isNeverServed(path)) return { status: 404, message: 'There is no such page.' }
  if (!isWrite({ method })) return null
  return isApiPath(path)
    ? apiRefusal(reachable, { method, path, headers })
    : pageRefusal(reachable, { method, path, headers })
}

type Write = { method: string; path: string; headers: IncomingHttpHeaders }

/**
 * Why a program's write is refused. Programs send no Origin, and what a browser sends from another
 * site says so; a token is no cookie, which a browser would add by itself.
 */
function apiRefusal(reachable: Reachable, { method, path, headers }: Write) {
  if (fromElsewhere(reachable, headers))
    return { status: 403, message: 'Pages of other sites may not write here.' }
  if (headers['transfer-encoding'] !== undefined)
    return { status: 411, message: 'The request must say how long it is.' }
  if (!['POST', 'PATCH', 'DELETE'].includes(method))
    return { status: 405, message: 'Use GET, POST, PATCH or DELETE.' }
  const length = Number(headers['content-length'] ?? 0)
  const type = headers['content-type'] ?? ''
  if (type === '' ? length > 0 : !/^application\/json\b/i.test(type))
    return { status: 415, message: 'Only JSON is taken here: Content-Type: application/json.' }
  return tooLarge(path, length)
}

function pageRefusal(reachable: Reachable, { method, path, headers }: Write) {
  if (!originAllowed(reachable, headers)) {
    return {
      status: 403,
      message:
        'This request did not come from a page of Throughline. Open the page again and retry.',
    }
  }
  if (headers['transfer-encoding'] !== undefined) {
    return { status: 411, message: 'The request must say how long it is.' }
  }
  if (method !== 'POST') {
    return { status: 405, message: 'A page is read with GET, and a form is sent with POST.' }
  }
  if (!isForm(path, headers)) {
    return {
      status: 415,
      message: 'Only forms are taken here, as a page of Throughline sends them.',
    }
  }
  return tooLarge(path, Number(headers['content-length'] ?? 0))
}

function tooLarge(path: string, length: number) {
  const limit = limitFor(path)
  if (length <= limit) return null
  return { status: 413, message: `The request is larger than ${Math.floor(limit / 1_000_000)} MB.` }
}

function canBeRead(path: string) {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/**
 * Whether a body is of a form, or holds the arguments of an action, which Next's own script sends as
 * text. A page of another site can make a browser send text that reads as JSON.
 */
function isForm(path: string, headers: IncomingHttpHeaders) {
  const type = headers['content-type'] ?? ''
  if (/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) return true
  if (headers['next-action'] !== undefined && /^text\/plain\b/i.test(type)) return true
  // The tools of development talk to Next in JSON; a build has no such pages.
  if (path.startsWith('/__nextjs')) return true
  return type === '' && Number(headers['content-length'] ?? 0) === 0
}

function limitFor(path: string) {
  if (path === '/api/photos' || path === '/api/mark') return photoLimit
  if (path === '/api/imports' || isApiImport(path)) return importLimit
  if (path === '/api/records') return recordLimit
  return path.startsWith('/api/') ? uploadLimit : bodyLimit
}

/**
 * Picture resizing on the fly has been a way in, source maps tell our sources, and hidden files
 * are none of anybody's business.
 */
function isNeverServed(path: string) {
  return (
    path.startsWith('/_next/image') ||
    path.endsWith('.map') ||
    (/\/(\.|%2e)/i.test(path) && !path.startsWith('/.well-known/'))
  )
}
