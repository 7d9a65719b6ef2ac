import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { createGunzip, gzip } from 'node:zlib'
import { isForServer } from '../../lib/inner-headers'
import { reads } from './coding'

const compress = promisify(gzip)

/** Below this a page fits one network packet anyhow. */
const worthCompressing = 1_000
/** Above this, in bytes, only the packed form is kept: files are a tenth of their length in it. */
const large = 1_000_000
/** What a page costs in memory besides its bytes. */
const overhead = 2_000

/** Browsers ask each time; one cache in front may answer for a second. */
const usual = 'public, max-age=0, s-maxage=1, must-revalidate'

/** Headers of Next's answer that are ours to say. */
const notPassedOn =
  /^(connection|keep-alive|transfer-encoding|date|content-length|etag|vary|cache-control)$/

/** A page ready to be sent. Heads are flat lists of names and values, which Node writes fastest. */
export type CachedPage = {
  /** When it must be made anew, in ms. */
  until: number
  /** In bytes, of everything cached. */
  size: number
  /** Without quotes. */
  tag: string
  /** The tag of each form, as clients send it back. */
  etags: ReadonlySet<string>
  /** Of a large one it is made of the packed form, for the few who read no gzip. */
  plain: { head: string[]; body: Buffer | null }
  /** With gzip, or the plain one. */
  packed: { head: string[]; body: Buffer }
  /** Head of a 304. */
  unchanged: string[]
}

/**
 * Makes of an answer what is sent again and again.
 *
 * @param made.owner whose page it is: two with the same bytes have tags of their own
 * @param made.headers of Next's answer
 * @param made.security headers that every answer has
 * @param made.level how hard it is packed, from 1 to 9
 */
export async function cachedPage({
  owner,
  until,
  headers,
  body,
  security,
  cacheControl = usual,
  level = 9,
}: {
  owner: string
  until: number
  headers: IncomingHttpHeaders
  body: Buffer
  security: Record<string, string>
  cacheControl?: string
  level?: number
}): Promise<CachedPage> {
  const tag =
    headers.etag?.match(/^(?:W\/)?"([\w-]+)"$/)?.[1] ??
    createHash('sha256').update(owner).update(body).digest('base64url')
  const common = {
    ...security,
    ...passedOn(headers),
    'cache-control': cacheControl,
    vary: 'accept-encoding',
  }
  const plain = form({ ...common, etag: `"${tag}"` }, body)
  // A picture is packed already.
  const packed =
    body.length < worthCompressing || String(headers['content-type']).startsWith('image/')
      ? plain
      : form(
          // Another form of the page is other bytes, so it has another tag (RFC 9110, 8.8.3.3).
          { ...common, etag: `"${tag}.gz"`, 'content-encoding': 'gzip' },
          await compress(body, { level: body.length > large ? Math.min(level, 6) : level }),
        )
  const { vary } = common
  const etags = new Set([`"${tag}"`, `"${tag}.gz"`])
  const unchanged = Object.entries({ 'cache-control': cacheControl, vary, etag: `"${tag}"` }).flat()
  const cached = packed !== plain && body.length > large ? null : body
  const size = (cached?.length ?? 0) + packed.body.length + overhead
  const forms = { plain: { head: plain.head, body: cached }, packed }
  return { until, size, tag, etags, ...forms, unchanged }
}

function form(headers: Record<string, string>, body: Buffer) {
  return { head: Object.entries({ ...headers, 'content-length': `${body.length}` }).flat(), body }
}

/** The headers of Next's answer that reach the client. */
export function passedOn(headers: IncomingHttpHeaders): Record<string, string> {
  const cached: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !notPassedOn.test(name) && !isForServer(name))
      cached[name] = String(value)
  }
  return cached
}

/**
 * Sends a page in the form that the client reads, or says that it has it already.
 *
 * @param request a GET or HEAD
 */
export function sendPage(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  page: CachedPage,
) {
  const known = headers['if-none-match']
  if (known !== undefined && isKnown(known, page)) {
    response.writeHead(304, page.unchanged).end()
    return
  }
  const { head, body } = readsGzip(headers['accept-encoding']) ? page.packed : page.plain
  response.writeHead(200, head)
  if (method === 'HEAD' || body) return void response.end(method === 'HEAD' ? undefined : body)
  const unpacked = createGunzip()
  // Whoever goes away before the end takes no more of it.
  response.once('close', () => unpacked.destroy())
  unpacked.pipe(response)
  unpacked.end(page.packed.body)
}

/**
 * Either form counts: who has the one need not fetch the other. `*` asks for any at all.
 *
 * @param known value of If-None-Match, nearly always one tag as we sent it
 */
function isKnown(known: string, { tag, etags }: CachedPage) {
  if (etags.has(known)) return true
  return known
    .split(',')
    .some((one) => one.trim().replace(/^W\/|"|\.gz(?="$)/g, '') === tag || one.trim() === '*')
}

/** Whether the client reads gzip. */
export function readsGzip(accepted: string | string[] | undefined) {
  return reads(accepted, ['gzip', 'x-gzip'])
}
