import { createHash } from 'node:crypto'
import { writeSharedTerms, writeView } from '@/lib/inner-headers'
import { cachingHeaders } from '@/server/auth/share-caching'
import { openShare, type OpenedShare } from '@/server/auth/share-reader'
import { AppError } from '@/server/errors'
import { handleCookie, isHandle } from '@/server/shares/links/private'
import { closedPage, deadLinkPage, lockedPage, unavailablePage } from './pages'

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  // A browser may keep the page, but asks each time whether the link still lives; nobody else keeps it.
  'cache-control': 'private, no-cache',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
}

/** An open link. */
export type Opened = Extract<OpenedShare, { state: 'open' }>

/**
 * What a link answers with: the text, or the bytes of a picture, and headers of its own; a page is a
 * record's page, not a file.
 */
export type Found = {
  text: string | Uint8Array
  headers?: Record<string, string> | undefined
  page?: PageTerms
  /** False for what is too large to be kept in memory for the next reader. */
  cached?: boolean
}

/** What a link allows its pages: to be found by search engines, to be shown by https origins. */
type PageTerms = { indexed: boolean; frames: string[] }

/**
 * Answers a request to a link: opens it, lets `find` read what it shows, and gives every failure
 * the one answer that tells nothing.
 */
export async function answer(
  request: Request,
  segment: string,
  find: (opened: Opened) => Promise<Found>,
): Promise<Response> {
  try {
    const opened = await openShare(segment, (name) => cookieOf(request, name))
    if (!opened) return isHandle(segment) ? await closed(request, segment) : await dead()
    if (opened.state === 'locked') return await locked(segment)
    // What a password guards, or a private link shows, is made for each reader alone.
    const caching = opened.isForAll ? cachingHeaders(request, opened) : {}
    const one = await find(opened)
    return found(request, opened, one, one.cached === false ? {} : caching)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return dead()
    return unavailable(error)
  }
}

/** The one answer to a link that is unknown, ended, or not a link. */
export async function dead(): Promise<Response> {
  return new Response(await deadLinkPage(), { status: 404, headers: HEADERS })
}

/** Asks for the link's password; `trouble` says why the last one did not do. */
export async function locked(
  token: string,
  trouble?: { status: number; message: string; headers?: Record<string, string> },
): Promise<Response> {
  const headers = {
    ...HEADERS,
    'cache-control': 'no-store',
    // Under no-referrer a browser sends its form with the origin "null", which is refused.
    'referrer-policy': 'same-origin',
    ...trouble?.headers,
  }
  const page = await lockedPage(token, trouble?.message ?? null)
  return new Response(page, { status: trouble?.status ?? 403, headers })
}

/** Says that the record cannot be reached, and keeps the reason to itself. */
export async function unavailable(error: unknown): Promise<Response> {
  // That many ask at once is no fault that an operator must look for.
  const isBusy = error instanceof AppError && error.code === 'unavailable' && !error.cause
  if (!isBusy) console.error(`[${crypto.randomUUID().slice(0, 8)}]`, error)
  const wait = isBusy ? '5' : '60'
  const headers = { ...HEADERS, 'cache-control': 'no-store', 'retry-after': wait }
  return new Response(await unavailablePage(), { status: 503, headers })
}

// A handle of a private link opens nothing in a browser without its cookie, whether there is such a
// link or not. A cookie that opened one which has ended gets the answer of all ended links.
async function closed(request: Request, handle: string): Promise<Response> {
  if (cookieOf(request, handleCookie(handle)) !== undefined) return dead()
  const headers = { ...HEADERS, 'cache-control': 'no-store' }
  return new Response(await closedPage(), { status: 403, headers })
}

function found(
  request: Request,
  { reader, tokenHash, isForAll }: Opened,
  { text, headers, page }: Found,
  caching: Record<string, string>,
): Response {
  // The tag is of the very bytes: a consent withdrawn changes it without any version changing.
  const etag = `"${createHash('sha256').update(reader.shareLinkId).update(text).digest('base64url')}"`
  const all = {
    ...HEADERS,
    ...(!isForAll && { 'cache-control': 'private, no-store' }),
    ...(page && pageHeaders(page, tokenHash)),
    ...headers,
    ...caching,
    etag,
  }
  if (knows(request, etag)) return new Response(null, { status: 304, headers: all })
  return new Response(typeof text === 'string' ? text : new Uint8Array(text), { headers: all })
}

// Headers of ours that the HTTP server reads and takes off: whose view it is, who may frame it.
function pageHeaders({ indexed, frames }: PageTerms, tokenHash: Buffer): Record<string, string> {
  return {
    ...writeView(tokenHash.toString('hex')),
    ...(indexed && { 'x-robots-tag': 'all' }),
    ...writeSharedTerms({ frames }),
  }
}

function knows(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match') ?? ''
  // A server in front may have compressed the page and marked the tag as weak.
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

/** The value of a cookie that the browser sent, if it did. */
export function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}
